// `npm run screenshots`: takes the README's two pictures from the demo. Needs Chromium (CHROMIUM_PATH, else /usr/bin/chromium).
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { build, install, ROOT } from './prepare.mjs';

const PICTURES = [
  { file: 'today.png', path: '/', language: 'en', theme: 'light', width: 1440, height: 1000 },
  {
    file: 'coverage.png',
    path: '/coverage',
    language: 'sr-Cyrl',
    theme: 'dark',
    width: 1440,
    height: 1000,
  },
];
const folder = join(ROOT, 'docs', 'pictures');

install();
build();
mkdirSync(folder, { recursive: true });
const demo = spawn(process.execPath, [join(ROOT, 'dist', 'demo.js')], {
  cwd: ROOT,
  env: { ...process.env, PORT: '0', SCHEDULES: 'off', LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const { url, email, password } = await readAccount(demo.stdout);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const picture of PICTURES) await take(browser, url, { email, password }, picture);
  await browser.close();
} finally {
  demo.kill('SIGTERM');
}

/** The address and the coordinator's account, as the demo prints them. */
async function readAccount(output) {
  let url;
  for await (const line of createInterface({ input: output })) {
    url ??= /https?:\/\/\S+/.exec(line)?.[0];
    const [role, email, password] = line.split('\t');
    if (url !== undefined && role === 'coordinator') return { url, email, password };
  }
  throw new Error('The demo ended before it was ready.');
}

async function take(browser, url, account, { file, path, language, theme, width, height }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
  await context.addCookies([
    { name: 'domet_language', value: language, url },
    { name: 'domet_theme', value: theme, url },
  ]);
  await context.request.post(`${url}/api/v1/auth/login`, { data: account });
  const page = await context.newPage();
  await page.goto(url + path);
  await page.waitForLoadState('networkidle');
  // The map and the table beside it come last; what lies further down is not in the picture.
  await page.getByRole('application').first().waitFor();
  await page.getByRole('table').first().waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(folder, file) });
  await context.close();
  process.stderr.write(`docs/pictures/${file}\n`);
}
