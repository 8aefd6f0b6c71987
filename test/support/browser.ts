import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
import { readWords } from '../../web/build/words.js';
import { type Words, writeWordsInCyrillic } from '../../web/language/cyrillic.js';
import { LANGUAGE_NAMES, LOCALES } from '../../web/language/language.js';
import { ROOT } from './server-process.js';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

export type PageLanguage = 'sr-Latn' | 'sr-Cyrl' | 'en';

/** Runs in the page, hence as text: the tests themselves know no document. `rules`: axe's, where not all of them are asked. */
const findFaultsBy = (rules?: readonly string[]): string => `(async () => {
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ${JSON.stringify(rules)},
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...violations.map(
      ({ id, nodes }) => 'axe ' + id + ': ' + nodes[0].target.join(' ') + ' ' + nodes[0].html.slice(0, 200),
    ),
    ...(scrollWidth > clientWidth ? ['scrolls sideways by ' + (scrollWidth - clientWidth) + ' px'] : []),
  ];
})()`;

/** How somebody looks at the pages. */
export interface Eyes {
  readonly language: PageLanguage;
  readonly theme: 'light' | 'dark';
  /** Pixels. */
  readonly width: 390 | 1440;
}

type Values = Readonly<Record<string, string | number>>;

/** What fades in has other contrasts than what is there. */
const UNTIL_STILL = `(async () => {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await nextFrame();
  await Promise.all(
    document.getAnimations()
      .filter(({ effect }) => effect.getTiming().iterations !== Infinity)
      .map(({ finished }) => finished.catch(() => undefined)),
  );
  await nextFrame();
})()`;

const HEADING_MS = 10_000;
const SETTLING_MS = 30_000;
/** The network has come to rest when it was silent for so long. */
const QUIET_MS = 100;
const SECOND_LOOK_MS = 500;

function sizeOf(width: Eyes['width']): { width: number; height: number } {
  return { width, height: width === 390 ? 844 : 900 };
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Somebody at the pages, in their language: finds things by the words that they read, and minds what is not right. */
export class Visitor {
  private readonly complaints: string[] = [];
  private readonly underWay = new Set<Request>();
  private lastMovedAt = 0;
  private theme: Eyes['theme'];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly eyes: Eyes,
    private readonly base: string,
    private readonly words: Record<string, Words>,
  ) {
    this.theme = eyes.theme;
    page.on('pageerror', ({ message }) => this.complaints.push(`script: ${message}`));
    page.on('request', (request) => this.underWay.add(request));
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', (request) => {
        this.underWay.delete(request);
        this.lastMovedAt = Date.now();
      });
    page.on('response', (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on('console', (message) => {
      if (
        message.type() === 'error' &&
        !message.text().includes('the server responded with a status')
      )
        this.complaints.push(`console: ${message.text()}`);
    });
  }

  static async come(browser: Browser, base: string, eyes: Eyes): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: sizeOf(eyes.width),
      colorScheme: eyes.theme,
      reducedMotion: 'reduce',
      hasTouch: eyes.width === 390,
      // axe is put into the page, which runs no script but its own.
      bypassCSP: true,
      acceptDownloads: true,
    });
    await context.addCookies([
      { name: 'domet_language', value: eyes.language, url: base },
      { name: 'domet_theme', value: eyes.theme, url: base },
    ]);
    const source = readWords(join(ROOT, 'web'), eyes.language === 'en' ? 'en' : 'sr').words;
    const words = eyes.language === 'sr-Cyrl' ? writeWordsInCyrillic(source) : source;
    return new Visitor(context, await context.newPage(), eyes, base, words);
  }

  /** The words under a key: `say('batches:plan')`, with the values in their places, and in the form that goes with a `count`. */
  say(key: string, values: Values = {}): string {
    const said = this.find(key) ?? this.find(`${key}_${this.formFor(values['count'])}`);
    if (typeof said !== 'string') throw new Error(`there are no words for ${key}`);
    return said.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) =>
      this.write(values[name] ?? ''),
    );
  }

  private write(value: string | number): string {
    return typeof value === 'string' ? value : value.toLocaleString(LOCALES[this.eyes.language]);
  }

  private find(key: string): string | Words | undefined {
    const [folder = '', path = ''] = key.split(':');
    return path
      .split('.')
      .reduce<string | Words | undefined>(
        (group, name) => (typeof group === 'object' ? group[name] : undefined),
        this.words[folder],
      );
  }

  private formFor(count: string | number | undefined): Intl.LDMLPluralRule {
    return new Intl.PluralRules(this.eyes.language).select(Number(count));
  }

  /** Chooses the language from the corner of the page, under the name that it gives itself. */
  async chooseLanguage(): Promise<void> {
    await this.page.locator('button[aria-haspopup="menu"]').first().click();
    await this.page
      .getByRole('menuitem', { name: LANGUAGE_NAMES[this.eyes.language], exact: true })
      .click();
    await this.page.locator(`html[lang="${this.eyes.language}"]`).waitFor();
  }

  /** Opens the link that start prints, which makes the first administrator. */
  async openWelcome(printed: readonly string[]): Promise<void> {
    const deadline = Date.now() + SETTLING_MS;
    const find = (): string | undefined => printed.find((line) => line.includes('/welcome?'));
    while (find() === undefined && Date.now() < deadline) await this.page.waitForTimeout(QUIET_MS);
    const { pathname, search } = new URL(find() ?? '');
    await this.go(pathname + search);
  }

  async fillInWelcome(name: string): Promise<void> {
    await this.fill('first-hour:welcome.name', name);
    await this.fill('first-hour:welcome.email', 'prva@example.org');
    await this.page
      .getByLabel(this.say('first-hour:welcome.password'), { exact: true })
      .fill('nešto dovoljno dugačko');
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.go('/sign-in');
    await this.page.getByLabel(this.say('sign-in:email')).fill(email);
    await this.page.getByLabel(this.say('sign-in:password'), { exact: true }).fill(password);
    await this.press('sign-in:submit');
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  async go(path: string): Promise<void> {
    this.theme = this.eyes.theme;
    await this.page.goto(this.base + path);
    await this.settle();
  }

  /** Goes on to another page as its links do: within the one that is there. */
  async turnTo(path: string): Promise<void> {
    await this.show(this.eyes.theme);
    await this.page.evaluate(
      `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await this.settle();
  }

  /** Waits until what was asked for is there, and nothing moves any more. */
  async settle(): Promise<void> {
    const deadline = Date.now() + SETTLING_MS;
    while (this.lastMovedAt > Date.now() - QUIET_MS || this.underWay.size > 0) {
      if (Date.now() > deadline)
        throw new Error(`still asking for ${[...this.underWay][0]?.url()}`);
      await this.page.waitForTimeout(QUIET_MS / 4);
    }
    const heading = this.page.locator('h1').first();
    await heading.waitFor({ timeout: HEADING_MS }).catch(() => this.complaints.push('no heading'));
    await this.page.locator('#root:not([data-asleep])').waitFor({ timeout: HEADING_MS });
    await this.page.evaluate(UNTIL_STILL);
  }

  /** Presses the button (or the link that looks like one) with these words. */
  async press(key: string, values?: Values): Promise<void> {
    const name = this.say(key, values);
    const place = await this.inFront();
    await place
      .getByRole('button', { name, exact: true })
      .or(place.getByRole('link', { name, exact: true }))
      .first()
      .click()
      .catch((cause: unknown) => this.tellWhere(key, cause));
  }

  /** Where somebody stood who did not find what they wanted, and what had gone wrong by then. */
  private async tellWhere(key: string, cause: unknown): Promise<never> {
    const shown = await this.page.locator('main').innerText();
    const complaints = this.complaints.join('; ');
    throw new Error(`${key} at ${this.page.url()}: ${complaints}\n${shown}`, { cause });
  }

  /** Sends the form that came in from the side, and waits until it has gone. */
  async submit(key: string, values?: Values): Promise<void> {
    await this.press(key, values);
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  async fill(key: string, value: string): Promise<void> {
    const place = await this.inFront();
    await place.getByLabel(this.say(key)).first().fill(value);
  }

  /** The file to which the link with these words leads. */
  async fetchBehind(key: string): Promise<Buffer> {
    const link = this.page.getByRole('link', { name: this.say(key), exact: true });
    const answer = await this.context.request.get(this.base + (await link.getAttribute('href'))!);
    return answer.body();
  }

  /** Types into a list to choose from, and takes the first that fits. */
  async choose(key: string, typed: string): Promise<void> {
    const place = await this.inFront();
    const field = place.getByRole('combobox', { name: this.say(key) }).first();
    await field.click();
    await field.fill(typed);
    await this.page.getByRole('option').first().click();
  }

  /** What is in front: the form that came in from the side, or else the page. */
  private async inFront(): Promise<Page | Locator> {
    const dialog = this.page.getByRole('dialog');
    return (await dialog.count()) > 0 ? dialog.last() : this.page;
  }

  /** Minds everything that is wrong with the page as it stands: barriers (axe), sideways scrolling, errors of scripts. */
  async findFaults(rules?: readonly string[]): Promise<string[]> {
    await this.settle();
    if (!(await this.page.evaluate<boolean>(`'axe' in window`))) await this.page.evaluate(AXE);
    const look = (): Promise<string[]> => this.page.evaluate<string[]>(findFaultsBy(rules));
    let faults = await look();
    if (faults.length > 0) {
      // A page that was just drawn anew may have been looked at halfway: only what stays is a fault.
      await this.page.waitForTimeout(SECOND_LOOK_MS);
      faults = await look();
    }
    const complaints = this.complaints.splice(0);
    const path = new URL(this.page.url()).pathname;
    const way = `${path} (${this.theme}, ${this.page.viewportSize()?.width} px)`;
    return [...faults, ...complaints].map((fault) => `${way}: ${fault}`);
  }

  /** The same in the other theme too, in which only the contrasts are others. */
  async findFaultsByDayAndNight(): Promise<string[]> {
    const faults = await this.findFaults();
    await this.show(this.theme === 'light' ? 'dark' : 'light');
    return [...faults, ...(await this.findFaults(['color-contrast']))];
  }

  /** The same on a screen of the other width too, while everything stays open that is open. */
  async findFaultsInEveryWay(): Promise<string[]> {
    const { width } = this.eyes;
    const faults = await this.findFaultsByDayAndNight();
    await this.page.setViewportSize(sizeOf(width === 390 ? 1440 : 390));
    faults.push(...(await this.findFaultsByDayAndNight()));
    await this.page.setViewportSize(sizeOf(width));
    return faults;
  }

  private async show(theme: Eyes['theme']): Promise<void> {
    this.theme = theme;
    await this.page.evaluate(
      `document.documentElement.setAttribute('data-mantine-color-scheme', '${theme}')`,
    );
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
