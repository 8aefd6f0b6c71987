import type { Browser } from 'playwright-core';
import { type Eyes, launchBrowser, Visitor } from './browser.js';
import { type ServerProcess, startProcess, waitUntilReady } from './server-process.js';

const PASSWORD = 'korak-po-korak';

const PAGES = [
  '/',
  '/coverage',
  '/coverage?level=district',
  '/coverage/70432',
  '/distribution-list',
  '/flags',
  '/stock',
  '/stock/print-orders',
  '/stock/receive',
  '/stock/issue',
  '/stock/history',
  '/stock/card',
  '/batches',
  '/batches/new',
  '/places',
  '/places/groups',
  '/places/warehouses',
  '/places/closures',
  '/campaign',
  '/campaign/materials',
  '/campaign/targets',
  '/people',
  '/people/audit',
  '/account',
  '/checks',
  '/checks/rules',
  '/checks/jobs',
  '/setup',
  '/no/such/page',
];

/** The first of each kind, whose own page is looked at too. */
const FIRST_OF = [
  ['flags', '/flags/'],
  ['stock/lots', '/stock/lots/'],
  ['batches?state=dispatched', '/batches/'],
  ['batches?state=packed', '/batches/'],
  ['batches?state=draft', '/batches/'],
  ['delivery-points', '/places/points/'],
] as const;

/** Every page, with the demo's data, looked at in these ways. */
export function lookAtEveryPage(ways: readonly Eyes[]): void {
  describe.each(ways)('every page, in $language, $width pixels wide, $theme', (eyes) => {
    let demo: ServerProcess;
    let browser: Browser;
    let visitor: Visitor;

    beforeAll(async () => {
      demo = await sharedDemo();
      browser = await launchBrowser();
      visitor = await Visitor.come(browser, demo.url, eyes);
    }, 120_000);
    afterAll(() => browser.close());

    it('has no barrier, scrolls only downwards and breaks nothing', async () => {
      await visitor.go('/sign-in');
      const faults = await visitor.findFaultsByDayAndNight();
      await visitor.signIn('administrator@example.org', PASSWORD);
      const campaign = await firstId(visitor, demo.url, 'campaigns');
      for (const path of [...PAGES, ...(await addressesOfFirst(visitor, demo.url, campaign))]) {
        await visitor.go(path);
        faults.push(...(await visitor.findFaultsByDayAndNight()));
      }
      expect(faults).toEqual([]);
    }, 300_000);
  });
  afterAll(async () => {
    await (await demo)?.end('SIGTERM');
  });
}

let demo: Promise<ServerProcess> | undefined;

/** One for all: these tests only look. */
function sharedDemo(): Promise<ServerProcess> {
  demo ??= startProcess('demo', { SCHEDULES: 'off' }).then(async (server) => {
    await waitUntilReady(server.url);
    return server;
  });
  return demo;
}

async function firstId(
  visitor: Visitor,
  url: string,
  list: string,
  query: Record<string, string> = {},
): Promise<string | undefined> {
  const [path = '', search = ''] = list.split('?');
  const address = `${url}/api/v1/${path}?${search}&${new URLSearchParams({ limit: '1', ...query }).toString()}`;
  const answer = await visitor.context.request.get(address);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id;
}

async function addressesOfFirst(
  visitor: Visitor,
  url: string,
  campaign: string | undefined,
): Promise<string[]> {
  const addresses: string[] = [];
  for (const [list, page] of FIRST_OF) {
    const query = list === 'delivery-points' || campaign === undefined ? {} : { campaign };
    const id = await firstId(visitor, url, list, query as Record<string, string>);
    if (id !== undefined) addresses.push(page + id);
  }
  return addresses;
}
