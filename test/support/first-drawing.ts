import type { Page } from 'playwright-core';
import { type Eyes, Visitor } from './browser.js';
import { type DemoRole, sharedBrowser, sharedDemo, signInAs } from './demo-visit.js';

const VISITS: readonly [DemoRole, Eyes][] = [
  ['coordinator', { language: 'sr-Latn', width: 1440, theme: 'light' }],
  ['manager', { language: 'sr-Cyrl', width: 390, theme: 'dark' }],
];
const SECTIONS = ['to-do', 'map', 'figures'];
/** The entry is small, and runs right after it has come. */
const ENTRY_RUNS_MS = 300;

/** The page before any script has come, and after. */
export function seeTheFirstDrawing(): void {
  describe('the first page, drawn by the service', () => {
    it.each(VISITS)(
      'says to a %s what the browser says, and asks nothing again',
      async (role, eyes) => {
        const { url } = await sharedDemo();
        const visitor = await Visitor.come(await sharedBrowser(), url, eyes);
        const asked: string[] = [];
        visitor.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await signInAs(visitor, role);
        expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
        expect(await visitor.findFaults()).toEqual([]);
        const awake = await readToday(visitor.page);

        const asleep = await (
          await sharedBrowser()
        ).newContext({
          viewport: visitor.page.viewportSize(),
          storageState: await visitor.context.storageState(),
          javaScriptEnabled: false,
        });
        const page = await asleep.newPage();
        await page.goto(url);
        expect(await readToday(page)).toEqual(awake);
        expect(awake.fills).toHaveLength(161);
        const first = page.locator('main li a').first();
        const leadsTo = await first.getAttribute('href');
        await first.click();
        expect(page.url()).toBe(`${url}${leadsTo}`);
        await asleep.close();

        // Styles came within the page; once their file is kept, they do not come again.
        await visitor.page.waitForFunction(`document.cookie.includes('domet_styles=')`);
        const later = await visitor.page.goto(url);
        expect((await later!.text()).includes('<style>')).toBe(false);
        await visitor.leave();
      },
      120_000,
    );

    it('has the theme of the machine before any script has come, where none was chosen', async () => {
      const { url } = await sharedDemo();
      for (const colorScheme of ['dark', 'light'] as const) {
        // The content security policy holds here: it lets this one script run.
        const context = await (await sharedBrowser()).newContext({ colorScheme });
        const page = await context.newPage();
        await page.route('**/assets/*.js', (route) => route.abort());
        await page.goto(url);
        const root = page.locator('html');
        expect(await root.getAttribute('data-mantine-color-scheme')).toBe(colorScheme);
        await context.close();
      }
    }, 60_000);

    it('takes what was typed before its scripts came', async () => {
      const { visitor, page, release } = await comeSlowly();
      await page.goto((await sharedDemo()).url, { waitUntil: 'commit' });
      await page.getByLabel(visitor.say('sign-in:email')).fill('koordinator@example.org');
      const password = page.getByLabel(visitor.say('sign-in:password'), { exact: true });
      await password.fill('korak-po-korak');
      await password.press('Enter');
      const button = page.getByRole('button', { name: visitor.say('sign-in:submit') });
      expect(await button.isDisabled()).toBe(true);
      release();
      await button.click();
      await page.waitForURL((url) => url.pathname === '/');
      await visitor.settle();
      expect(await page.locator('h1').innerText()).toContain(visitor.say('app:today'));
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.leave();
    }, 60_000);

    it('does what was pressed before its scripts came, once they are there', async () => {
      const { visitor, page, release } = await comeSlowly();
      const { url } = await sharedDemo();
      const data = { email: 'menadzer@example.org', password: 'korak-po-korak' };
      await visitor.context.request.post(`${url}/api/v1/auth/login`, { data });
      const entry = page.waitForResponse(/\/assets\/ahead-/);
      await page.goto(url, { waitUntil: 'commit' });
      await (await entry).finished();
      await page.waitForTimeout(ENTRY_RUNS_MS);
      const account = page.getByRole('button', { name: visitor.say('app:account') });
      await account.click();
      expect(await page.getByRole('menu').count()).toBe(0);
      release();
      await page.getByRole('menuitem', { name: visitor.say('app:signOut') }).waitFor();
      expect(await page.getByRole('menu').count()).toBe(1);
      await visitor.leave();
    }, 60_000);
  });
}

/** Somebody to whom the pages' libraries do not come before they are released. */
async function comeSlowly(): Promise<{ visitor: Visitor; page: Page; release: () => void }> {
  const [, eyes] = VISITS[0]!;
  const visitor = await Visitor.come(await sharedBrowser(), (await sharedDemo()).url, eyes);
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await visitor.page.route('**/assets/first-*.js', async (route) => {
    await released;
    await route.continue();
  });
  return { visitor, page: visitor.page, release };
}

/** What stands on it, in words and colours; not the long table, of which only the browser knows what is in sight. */
async function readToday(page: Page): Promise<{ texts: string[]; fills: unknown; links: unknown }> {
  const texts = await Promise.all(
    SECTIONS.map((id) => page.locator(`section[aria-labelledby="${id}"]`).innerText()),
  );
  const read = (selector: string, attributes: readonly string[]): Promise<unknown> =>
    page.evaluate(
      `[...document.querySelectorAll('${selector}')].map((each) =>
        ${JSON.stringify(attributes)}.map((name) => each.getAttribute(name)))`,
    );
  return {
    texts: [await page.locator('h1').innerText(), ...texts],
    fills: await read('path[data-code]', ['data-code', 'fill']),
    links: await read('main a:not([role=rowgroup] a), nav a', ['href', 'aria-current']),
  };
}
