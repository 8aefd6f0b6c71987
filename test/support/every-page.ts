import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Eyes, Visitor } from './browser.js';
import { type DemoRole, firstId, sharedBrowser, sharedDemo, signInAs } from './demo-visit.js';
import { startProcess, waitUntilReady } from './server-process.js';

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

/** Every page, with the demo's data, looked at in these ways by somebody in this role. */
export function lookAtEveryPage(role: DemoRole, ways: readonly Eyes[]): void {
  describe.each(ways)(`every page as ${role}, in $language, $width pixels wide`, (eyes) => {
    it('has no barrier, scrolls only downwards and breaks nothing', async () => {
      const { url } = await sharedDemo();
      const visitor = await Visitor.come(await sharedBrowser(), url, eyes);
      await visitor.go('/sign-in');
      const faults = await visitor.findFaultsByDayAndNight();
      await signInAs(visitor, role);
      const campaign = await firstId(visitor, url, 'campaigns');
      faults.push(
        ...(await visit(visitor, [...PAGES, ...(await addressesOfFirst(visitor, url, campaign))])),
      );
      await visitor.leave();
      expect(faults).toEqual([]);
    }, 300_000);
  });
}

/** Every page before there is anything to show: as the first administrator finds them. */
export function lookAtEveryEmptyPage(ways: readonly Eyes[]): void {
  describe.each(ways)('every empty page, in $language, $width pixels wide', (eyes) => {
    it('has no barrier, scrolls only downwards and breaks nothing', async () => {
      const directory = await mkdtemp(join(tmpdir(), 'domet-empty-'));
      const server = await startProcess('main', { DATA_DIR: directory, SCHEDULES: 'off' });
      await waitUntilReady(server.url);
      const visitor = await Visitor.come(await sharedBrowser(), server.url, eyes);
      await visitor.openWelcome(server.lines);
      await visitor.fillInWelcome('Ђурђица Живковић');
      await visitor.press('first-hour:welcome.submit');
      await visitor.page.waitForURL(({ pathname }) => pathname !== '/welcome');
      const faults = await visit(visitor, PAGES);
      await visitor.leave();
      await server.end('SIGTERM');
      await rm(directory, { recursive: true, force: true });
      expect(faults).toEqual([]);
    }, 300_000);
  });
}

async function visit(visitor: Visitor, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await visitor.turnTo(path);
    faults.push(...(await visitor.findFaultsByDayAndNight()));
  }
  return faults;
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
