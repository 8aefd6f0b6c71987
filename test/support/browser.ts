import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { readWords } from '../../web/build/words.js';
import { type Words, writeWordsInCyrillic } from '../../web/language/cyrillic.js';
import { ROOT } from './server-process.js';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

export type PageLanguage = 'sr-Latn' | 'sr-Cyrl' | 'en';

/** Runs in the page, hence as text: the tests themselves know no document. */
const FIND_FAULTS = `(async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
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

const HEADING_MS = 10_000;
const HEIGHTS = { 390: 844, 1440: 900 } as const;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Somebody at the pages, in their language: finds things by the words that they read, and minds what is not right. */
export class Visitor {
  private readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly eyes: Eyes,
    private readonly base: string,
    private readonly words: Record<string, Words>,
  ) {
    page.on('pageerror', ({ message }) => this.complaints.push(`script: ${message}`));
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
      viewport: { width: eyes.width, height: HEIGHTS[eyes.width] },
      colorScheme: eyes.theme,
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

  /** The words under a key: `say('batches:plan')`, with the values in their places. */
  say(key: string, values: Readonly<Record<string, string>> = {}): string {
    const [folder = '', path = ''] = key.split(':');
    const said = path
      .split('.')
      .reduce<string | Words | undefined>(
        (group, name) => (typeof group === 'object' ? group[name] : undefined),
        this.words[folder],
      );
    if (typeof said !== 'string') throw new Error(`there are no words for ${key}`);
    return said.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values[name] ?? '');
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.go('/sign-in');
    await this.page.getByLabel(this.say('sign-in:email')).fill(email);
    await this.page.getByLabel(this.say('sign-in:password'), { exact: true }).fill(password);
    await this.press('sign-in:submit');
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.base + path);
    await this.settle();
  }

  /** Waits until what was asked for is there. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    const heading = this.page.locator('h1').first();
    await heading.waitFor({ timeout: HEADING_MS }).catch(() => this.complaints.push('no heading'));
  }

  /** Presses the button (or the link that looks like one) with these words. */
  async press(key: string, values?: Readonly<Record<string, string>>): Promise<void> {
    const name = this.say(key, values);
    await this.page
      .getByRole('button', { name, exact: true })
      .or(this.page.getByRole('link', { name, exact: true }))
      .first()
      .click();
  }

  async fill(key: string, value: string): Promise<void> {
    await this.page.getByLabel(this.say(key)).first().fill(value);
  }

  /** Minds everything that is wrong with the page as it stands: barriers (axe), sideways scrolling, errors of scripts. */
  async findFaults(): Promise<string[]> {
    await this.settle();
    await this.page.evaluate(AXE);
    // A page that is still fading in has other contrasts.
    await this.page.waitForTimeout(250);
    const faults = await this.page.evaluate<string[]>(FIND_FAULTS);
    const complaints = this.complaints.splice(0);
    const path = new URL(this.page.url()).pathname;
    return [...faults, ...complaints].map((fault) => `${path}: ${fault}`);
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
