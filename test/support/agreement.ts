import type { Visitor } from './browser.js';
import { type Desk, sitDown } from './desk.js';

/** How many municipalities are in each state, by the state's word. */
type Counts = Readonly<Record<string, number>>;

interface Asked {
  /** As somebody types it into the list of materials. */
  readonly material?: string;
  readonly asOf?: string;
}

const DAYS_AGO = 14;
const STATES = ['reached', 'partly_reached', 'not_reached', 'no_target'] as const;

/** The same municipalities in the same states, wherever one reads them off. */
export function readOffEverywhere(): void {
  describe('the figures agree', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await sitDown();
    }, 120_000);

    it.each([
      ['of everything, now', {}],
      ['of one material, now', { material: 'Edukativni komplet' }],
      ['of everything, two weeks ago', { asOf: countBack(DAYS_AGO) }],
    ] as const)(
      '%s: map, legend, table, first line and the service',
      async (_, asked: Asked) => {
        const { visitor } = desk;
        const isNow = asked.material === undefined && asked.asOf === undefined;
        const expected = await askService(desk, asked);

        await visitor.turnTo('/');
        if (isNow) expect(await readFirstLine(visitor)).toEqual(expected);
        await narrow(visitor, asked, 'today:map.material', 'today:map.asOf');
        expect(await readPlaces(visitor, 'today:table.title')).toEqual(allThree(expected));

        await visitor.turnTo('/coverage?level=municipality');
        await narrow(visitor, asked, 'parts:material', 'coverage:asOf');
        expect(await readPlaces(visitor, 'coverage:tableLabel')).toEqual(allThree(expected));
        if (isNow) expect(await visitor.findFaults()).toEqual([]);
      },
      120_000,
    );
  });
}

/** What nobody has in hand is taken over where it is read: on Today. */
export function takeOverFromToday(): void {
  describe('today', () => {
    it('what nobody has in hand is taken over, and says whose it is, here and at its flags', async () => {
      const { visitor, ask } = await sitDown();
      await visitor.go('/');
      const { user } = await ask<{ user: { id: string; name: string } }>('auth/me');
      const take = visitor.say('today:toDo.takeOver');
      const task = visitor.page
        .getByRole('listitem')
        .filter({ has: visitor.page.getByRole('button', { name: take }) })
        .first();
      const [title = ''] = (await task.innerText()).split('\n');
      await task.getByRole('button', { name: take }).click();
      const dialog = visitor.page.getByRole('dialog');
      const count = Number(/\d+/.exec(await dialog.getByText(/\d/).innerText())![0]);
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('today:toDo.takeOver');
      await visitor.page.getByText(visitor.say('today:toDo.takenOver', { count })).waitFor();
      await visitor.page
        .getByRole('listitem')
        .filter({ hasText: title })
        .getByText(visitor.say('today:toDo.owner.me'), { exact: true })
        .waitFor();

      const { items } = await ask<{ items: { id: string; assigneeId: string | null }[] }>(
        'flags?state=open&limit=500',
      );
      const mine = items.filter(({ assigneeId }) => assigneeId === user.id);
      expect(mine).toHaveLength(count);
      await visitor.turnTo(`/flags/${mine[0]!.id}`);
      await visitor.page.locator('main').getByText(user.name).first().waitFor();
    }, 120_000);
  });
}

function countBack(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

async function narrow(
  visitor: Visitor,
  { material, asOf }: Asked,
  materialField: string,
  dayField: string,
): Promise<void> {
  if (material !== undefined) await visitor.choose(materialField, material);
  if (asOf !== undefined) await visitor.fill(dayField, asOf);
  await visitor.settle();
}

async function askService({ visitor, ask }: Desk, { material, asOf }: Asked): Promise<Counts> {
  const campaigns = await ask<{ items: { id: string }[] }>('campaigns');
  const query = new URLSearchParams({
    campaign: campaigns.items[0]!.id,
    level: 'municipality',
    limit: '500',
  });
  if (asOf !== undefined) query.set('asOf', asOf);
  if (material !== undefined) {
    const { items } = await ask<{ items: { id: string; name: string }[] }>('materials?limit=100');
    query.set('material', items.find(({ name }) => name.startsWith(material))!.id);
  }
  const { items } = await ask<{ items: { state: string }[] }>(`coverage?${query.toString()}`);
  expect(items).toHaveLength(161);
  return count(items.map(({ state }) => visitor.say(`language:coverageState.${state}`)));
}

function count(words: readonly string[]): Counts {
  return words.reduce<Record<string, number>>(
    (counts, word) => ({ ...counts, [word]: (counts[word] ?? 0) + 1 }),
    {},
  );
}

function allThree(counts: Counts): Record<'map' | 'legend' | 'table', Counts> {
  return { map: counts, legend: counts, table: counts };
}

async function readPlaces(
  visitor: Visitor,
  table: string,
): Promise<Record<'map' | 'legend' | 'table', Counts>> {
  const { fills, legend } = await visitor.page.evaluate<Drawn>(READ_MAP);
  const wordOf = new Map(legend.map(([fill, said]) => [fill, said.split(':')[0]!]));
  const told = legend.map(([, said]) => [said.split(':')[0], Number(said.split(':')[1])]);
  const cells = await visitor.page.evaluate<string[]>(readStatesOf(visitor.say(table)));
  return {
    map: count(fills.map((fill) => wordOf.get(fill) ?? fill)),
    legend: Object.fromEntries(told.filter(([, number]) => number !== 0)) as Counts,
    table: count(cells),
  };
}

/** What Today's first line says: its figures lead to the rows behind them. */
async function readFirstLine(visitor: Visitor): Promise<Counts> {
  const line = visitor.page.locator('main p').filter({ has: visitor.page.locator(LINK) });
  const links = await line.first().locator(LINK).all();
  const counts: Record<string, number> = {};
  for (const link of links) {
    const show = new URL((await link.getAttribute('href'))!, 'http://here').searchParams.get(
      'show',
    );
    const state = STATE_OF[show ?? ''];
    const figure = /\d+/.exec(await link.innerText());
    if (state === undefined || figure === null) continue;
    const word = visitor.say(`language:coverageState.${state}`);
    counts[word] = (counts[word] ?? 0) + Number(figure[0]);
  }
  return counts;
}

/** Each figure of the line leads to the rows behind it. */
const LINK = 'a[href*="show="][href$="#places"]';

const STATE_OF: Readonly<Record<string, (typeof STATES)[number]>> = {
  reached: 'reached',
  partly: 'partly_reached',
  silent: 'not_reached',
  inTransit: 'not_reached',
  planned: 'not_reached',
  nothing: 'not_reached',
};

interface Drawn {
  /** Of each municipality, as it is painted. */
  readonly fills: readonly string[];
  /** Fill and words of each entry. */
  readonly legend: readonly (readonly [string, string])[];
}

/** Runs in the page, hence as text. */
const READ_MAP = `(() => {
  const paintOf = (element) => getComputedStyle(element).fill;
  return {
    fills: [...document.querySelectorAll('path[data-code]')].map(paintOf),
    legend: [...document.querySelectorAll('li')].flatMap((entry) => {
      const swatch = entry.querySelector('svg rect');
      return swatch === null ? [] : [[paintOf(swatch), entry.innerText.trim()]];
    }),
  };
})()`;

/** The state in every row, scrolled through: only rows in sight are laid out. */
const readStatesOf = (table: string): string => `(async () => {
  const find = () => document.querySelector('[role="region"][aria-label="${table}"]');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const states = new Map();
  find().scrollTop = 0;
  for (let end = false; !end; ) {
    await nextFrame();
    await nextFrame();
    for (const row of find().querySelectorAll('[role="row"][data-index]'))
      states.set(row.dataset.index, row.querySelectorAll('[role="cell"]')[1].innerText.split('\\n')[0].trim());
    const { scrollTop, scrollHeight, clientHeight } = find();
    end = scrollTop + clientHeight >= scrollHeight - 2;
    find().scrollTop += clientHeight;
  }
  return [...states.values()];
})()`;
