import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { STEP_LINKS } from '../../web/first-hour/step-links.js';
import { type Eyes, launchBrowser, type PageLanguage, Visitor } from './browser.js';
import { countPages, readText } from './pdf.js';
import { type ServerProcess, startProcess, waitUntilReady } from './server-process.js';

const DAY_MS = 24 * 3_600_000;
const MUNICIPALITY = 'mali zvornik';

/** What a newcomer enters; made up. */
interface Entries {
  readonly person: string;
  readonly campaign: string;
  readonly warehouse: string;
  readonly point: string;
  readonly address: string;
}

const ENTRIES: Readonly<Record<PageLanguage, Entries>> = {
  'sr-Latn': {
    person: 'Đurđica Živković',
    campaign: 'Zaustavimo trgovinu decom',
    warehouse: 'Glavni magacin, Čukarica',
    point: 'Osnovna škola „Čika Ljuba Đorđević“',
    address: 'Šumadijska 8',
  },
  'sr-Cyrl': {
    person: 'Ђурђица Живковић',
    campaign: 'Зауставимо трговину децом: школска година у целој Србији',
    warehouse: 'Главни магацин канцеларије на Чукарици',
    point: 'Центар за предшколско васпитање и образовање „Љубица Ђорђевић Џамић“',
    address: 'Улица Његошевих џелата 118a',
  },
  en: {
    person: 'Jane Newcomer',
    campaign: 'Stop trafficking in children',
    warehouse: 'Main warehouse',
    point: 'Primary school No. 4',
    address: 'Long Street 12',
  },
};

/** From the link that start prints to the distribution list, by the words that stand on the pages. */
export function walkAsNewcomer(ways: readonly Eyes[]): void {
  describe.each(ways)('a newcomer, in $language, $width pixels wide', (eyes) => {
    let directory: string;
    let server: ServerProcess;
    let browser: Browser;

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'domet-newcomer-'));
      server = await startProcess('main', { DATA_DIR: directory, SCHEDULES: 'off' });
      await waitUntilReady(server.url);
      browser = await launchBrowser();
    }, 120_000);
    afterAll(async () => {
      await browser.close();
      await server.end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
    });

    it('comes from the first run to a distribution list with what they sent on it', async () => {
      const visitor = await Visitor.come(browser, server.url, eyes);
      const walk = new Walk(visitor, ENTRIES[eyes.language]);
      await walk.makeAdministrator(server.lines);
      await walk.makeCampaign();
      await walk.chooseMaterials();
      await walk.setTargets();
      await walk.addWarehouse();
      await walk.receivePrintRun();
      await walk.addPoint();
      await walk.runChecks();
      await walk.makeBatchFromFlag();
      await walk.packAndPrint();
      await walk.dispatchAndConfirm();
      await walk.seeFlagResolved();
      await walk.readDistributionList();
      expect(walk.faults).toEqual([]);
    }, 600_000);
  });
}

class Walk {
  readonly faults: string[] = [];

  constructor(
    private readonly visitor: Visitor,
    private readonly entries: Entries,
  ) {}

  /** Looks at the page as it stands, by day and by night, on a phone and at a desk; in English, whose words are short, on one. */
  private async look(): Promise<void> {
    const { visitor } = this;
    this.faults.push(
      ...(visitor.eyes.language === 'en'
        ? await visitor.findFaultsByDayAndNight()
        : await visitor.findFaultsInEveryWay()),
    );
  }

  async makeAdministrator(printed: readonly string[]): Promise<void> {
    const { visitor, entries } = this;
    await visitor.openWelcome(printed);
    await visitor.chooseLanguage();
    await this.look();
    await visitor.fillInWelcome(entries.person);
    await visitor.press('first-hour:welcome.submit');
    await visitor.page.waitForURL((url) => url.pathname !== '/welcome');
    await this.look();
    await visitor.go('/setup');
    await this.look();
  }

  /** Takes a step of the way that the setup page shows. */
  private async take(step: keyof typeof STEP_LINKS): Promise<void> {
    const { visitor } = this;
    await visitor.turnTo('/setup');
    await visitor.press(`first-hour:steps.${step}.verb`);
    await visitor.page.waitForURL(({ pathname }) => pathname === STEP_LINKS[step].take);
    await visitor.settle();
  }

  async makeCampaign(): Promise<void> {
    const { visitor, entries } = this;
    await this.take('campaign');
    await visitor.fill('campaigns:field.name', entries.campaign);
    // Under way for so long that the checks find every municipality unreached.
    await visitor.fill('campaigns:field.startsOn', dayFromNow(-60));
    await visitor.fill('campaigns:field.endsOn', dayFromNow(60));
    await visitor.fill('campaigns:field.funders', 'European Union');
    await visitor.page.keyboard.press('Enter');
    await this.look();
    await visitor.press('campaigns:new.submit');
    await visitor.page.waitForURL('**/campaign/materials*');
  }

  async chooseMaterials(): Promise<void> {
    const { visitor } = this;
    await this.look();
    await visitor.press('campaigns:presets.add', { count: 4 });
    await this.look();
  }

  async setTargets(): Promise<void> {
    const { visitor } = this;
    await this.take('targets');
    await visitor.fill('campaigns:rules.pieces', '5');
    await this.look();
    await visitor.submit('campaigns:rules.save');
    await this.look();
  }

  async addWarehouse(): Promise<void> {
    const { visitor, entries } = this;
    await this.take('warehouse');
    await visitor.press('places:warehouses.make');
    await visitor.fill('places:name', entries.warehouse);
    await visitor.choose('parts:municipality', 'čukarica');
    await this.look();
    await visitor.submit('places:warehouses.make');
    await this.look();
  }

  async receivePrintRun(): Promise<void> {
    const { visitor } = this;
    await this.take('stock');
    await visitor.choose('parts:material', visitor.say('campaigns:preset.leaflet'));
    await visitor.fill('stock:lotNumber', 'L-1');
    await visitor.fill('stock:receive.counted', '40000');
    await this.look();
    await visitor.press('stock:receive.submit', { count: 40_000 });
    await this.look();
  }

  async addPoint(): Promise<void> {
    const { visitor, entries } = this;
    await this.take('points');
    await visitor.press('places:points.make');
    await visitor.fill('places:name', entries.point);
    await visitor.choose('parts:municipality', MUNICIPALITY);
    await visitor.fill('places:form.address', entries.address);
    await this.look();
    await visitor.submit('places:points.make');
    await this.look();
  }

  async runChecks(): Promise<void> {
    const { visitor } = this;
    await visitor.turnTo('/checks/jobs');
    await visitor.press('checks:jobs.runNow');
    await this.look();
    await visitor.submit('checks:jobs.run');
    await this.look();
  }

  async makeBatchFromFlag(): Promise<void> {
    const { visitor } = this;
    await visitor.turnTo('/');
    await this.look();
    await visitor.turnTo('/flags');
    await this.look();
    await this.narrowFlags();
    await visitor.page
      .getByRole('checkbox', { name: visitor.say('parts:selectAll'), exact: true })
      .check();
    await this.look();
    await visitor.press('flags:makeBatch', { count: 1 });
    await visitor.page.waitForURL('**/batches/new*');
    await this.look();
    await visitor.press('batches:saveAndPlan');
    await visitor.page.waitForURL(/\/batches\/[0-9a-f-]{36}/);
    await this.look();
  }

  private async narrowFlags(): Promise<void> {
    const { visitor } = this;
    if (visitor.eyes.width === 390) await visitor.press('flags:filters');
    await visitor.choose('parts:municipality', MUNICIPALITY);
    await visitor.settle();
  }

  async packAndPrint(): Promise<void> {
    const { visitor } = this;
    await visitor.press('language:batchStep.pack');
    await this.look();
    await visitor.submit('batches:pack.submit', { count: 1 });
    await this.look();
    for (const paper of ['batches:paper.waybills', 'batches:paper.labels']) {
      const pdf = await visitor.fetchBehind(paper);
      expect(countPages(pdf)).toBe(1);
      expect(readText(pdf)).toContain(/DOM-\d{4}-\d{6}-\d/.exec(await this.readPage())![0]);
    }
  }

  async dispatchAndConfirm(): Promise<void> {
    const { visitor, entries } = this;
    await visitor.press('language:batchStep.dispatch');
    await this.look();
    await visitor.submit('language:batchStep.dispatch');
    await this.look();
    await visitor.press('after-dispatch:command.confirm');
    await visitor.choose('after-dispatch:confirm.consignment', entries.point);
    await visitor.press('after-dispatch:confirm.allArrived');
    await this.look();
    await visitor.submit('after-dispatch:confirm.submit');
    await this.look();
  }

  async seeFlagResolved(): Promise<void> {
    await this.visitor.turnTo('/checks/jobs');
    await this.visitor.press('checks:jobs.runNow');
    await this.visitor.submit('checks:jobs.run');
    await this.visitor.turnTo('/flags?state=resolved');
    await this.look();
    expect(await this.readPage()).toContain(
      this.visitor.eyes.language === 'sr-Cyrl' ? 'Мали Зворник' : 'Mali Zvornik',
    );
  }

  async readDistributionList(): Promise<void> {
    const { visitor, entries } = this;
    await visitor.turnTo('/distribution-list');
    await this.look();
    expect(await this.readPage()).toContain(entries.point);
    await visitor.turnTo('/');
    await this.look();
  }

  private readPage(): Promise<string> {
    return this.visitor.page.locator('main').innerText();
  }
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
