// How soon Today is ready for use in a browser, and how soon its map is redrawn: Chromium with a CPU slowed down 4 times
// and a slow network. Needs a Chromium: CHROMIUM_PATH, else /usr/bin/chromium.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const LOADS = 5;
const CHANGES = 7;
const EARLIER_VISITS = 1;
const LONG_LIST = 5000;
const PAGE_ROWS = 500;
/** Pixels, and pixels a second: as with a wheel that is turned quickly. */
const SCROLL = { distance: 8000, speed: 1600 };
const CPU_SLOWDOWN = 4;
const PATIENCE_MS = 120_000;
const PASSWORD_COLUMN = 2;
/** Says that a browser has the styles: an empty cache has not. */
const STYLES_COOKIE = 'domet_styles';
/** `latency` is added to every request, not once a connection, as Chromium's tools do it. */
const NETWORKS = {
  // DevTools' "Fast 3G" (since 2024 under the name of "Slow 4G").
  'Fast 3G (1.44 Mbit/s, 562.5 ms)': network(1440, 675, 562.5),
  // The line that this preset stands for, without the factors that DevTools lays upon it.
  '3G line (1.6 Mbit/s, 150 ms)': network(1600, 750, 150),
};

function network(downKilobits, upKilobits, latency) {
  const bytes = (kilobits) => (kilobits * 1000) / 8;
  return {
    offline: false,
    latency,
    downloadThroughput: bytes(downKilobits),
    uploadThroughput: bytes(upKilobits),
  };
}

if (!existsSync(CHROMIUM)) {
  console.log(`web: no Chromium at ${CHROMIUM}; set CHROMIUM_PATH to measure the pages`);
  process.exit(0);
}

const demo = process.env.BASE_URL === undefined ? await startDemo() : joinDemo();
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  // Where one was before, the campaign is remembered; the cache of each load is empty all the same.
  const state = await visitOnce();
  for (const [name, conditions] of Object.entries(NETWORKS))
    await measureLoads(name, conditions, state);
  await measureRedraws(state);
  await measureScrolling(state);
} finally {
  await browser.close();
  demo.stop();
}

async function visitOnce() {
  const context = await browser.newContext({ baseURL: demo.url });
  const { email, password } = demo;
  const answer = await context.request.post('/api/v1/auth/login', { data: { email, password } });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()}`);
  const page = await context.newPage();
  await page.goto('/');
  await page.waitForSelector('path[data-code]', { state: 'attached' });
  const { cookies, origins } = await context.storageState();
  await context.close();
  return { cookies: cookies.filter(({ name }) => name !== STYLES_COOKIE), origins };
}

async function open(state, conditions) {
  const context = await browser.newContext({
    baseURL: demo.url,
    storageState: state,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  if (conditions !== undefined) await session.send('Network.emulateNetworkConditions', conditions);
  return { context, page, session };
}

/** The first line can be read, every municipality has its colour, and links lead on. */
async function waitUntilReady(page) {
  await page.waitForFunction(
    () =>
      document.querySelectorAll('path[data-code]').length > 160 &&
      document.querySelector('a[href*="show=reached"]') !== null,
    undefined,
    { polling: 'raf', timeout: PATIENCE_MS },
  );
  return page.evaluate(() => performance.now());
}

/** Everything else answers too: its scripts are there. */
async function waitUntilAwake(page) {
  await page.waitForSelector('#root:not([data-asleep]) > *', {
    state: 'attached',
    timeout: PATIENCE_MS,
  });
  return page.evaluate(() => performance.now());
}

/** What one sees before one has signed in. */
async function waitUntilSignIn(page) {
  await page.waitForSelector('input[type="email"]', { timeout: PATIENCE_MS });
  return page.evaluate(() => performance.now());
}

async function measureLoads(name, conditions, state) {
  const times = { first: [], later: [], signIn: [] };
  let last;
  for (let load = 0; load < LOADS; load += 1) {
    const { context, page, session } = await open(state, conditions);
    const requests = recordRequests(session);
    await page.goto('/', { waitUntil: 'commit' });
    times.first.push([await waitUntilReady(page), await waitUntilAwake(page)]);
    last = requests();
    times.later.push(await returnTo(page));
    await context.close();
    const signIn = await open(undefined, conditions);
    await signIn.page.goto('/sign-in', { waitUntil: 'commit' });
    times.signIn.push([await waitUntilSignIn(signIn.page), await waitUntilAwake(signIn.page)]);
    await signIn.context.close();
  }
  const scripts = last.filter(({ type }) => type === 'Script');
  console.log(`\nToday, first load, empty cache, CPU ${CPU_SLOWDOWN} times slower, ${name}`);
  console.log(`  compressed JavaScript     ${kilobytes(scripts)} KB in ${scripts.length} requests`);
  console.log(`  all that was received     ${kilobytes(last)} KB in ${last.length} requests`);
  console.log(`  longest chain of requests ${longestChain(last)} after the document`);
  console.log('  ready to be read and followed, and everything answers (medians, in ms):');
  for (const [name, each] of Object.entries({
    'Today            ': times.first,
    'on a later visit ': times.later,
    'the sign-in page ': times.signIn,
  }))
    console.log(
      `    ${name} ${[0, 1].map((at) => describe(each.map((row) => row[at]))).join('   ')}`,
    );
}

function describe(times) {
  return `${Math.round(median(times))} (${range(times)})`;
}

/** Who comes every day has the libraries already; from the second time on the browser also keeps them compiled. */
async function returnTo(page) {
  for (let visit = 0; visit < EARLIER_VISITS; visit += 1) {
    await waitUntilKept(page);
    await page.goto('/', { waitUntil: 'commit' });
    await waitUntilReady(page);
  }
  await waitUntilKept(page);
  await page.goto('/', { waitUntil: 'commit' });
  return [await waitUntilReady(page), await waitUntilAwake(page)];
}

/** All that the browser keeps for the next visit is there. */
async function waitUntilKept(page) {
  await page.waitForFunction((name) => document.cookie.includes(name), STYLES_COOKIE, {
    timeout: PATIENCE_MS,
  });
  await page.waitForLoadState('networkidle');
}

/** Requests until the page is ready, with who asked for them. */
function recordRequests(session) {
  const requests = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request, type, initiator, timestamp }) => {
    requests.set(requestId, { url: request.url, type, initiator, sentAt: timestamp, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const request = requests.get(requestId);
    if (request !== undefined)
      Object.assign(request, { bytes: encodedDataLength, doneAt: timestamp });
  });
  return () => [...requests.values()].filter(({ doneAt }) => doneAt !== undefined);
}

/**
 * How many requests had to wait for one another: one waits for what asked for it, and a script's question also for every
 * answer that came before it since its script ran.
 */
function longestChain(requests) {
  const byUrl = new Map(requests.map((request) => [request.url, request]));
  const depthOf = (request) => {
    if (request.type === 'Document') return 0;
    if (request.depth !== undefined) return request.depth;
    request.depth = 1;
    const answers = requests.filter(
      ({ type, doneAt }) => type === 'Fetch' && doneAt <= request.sentAt,
    );
    const asked = askersOf(request).flatMap((url) => byUrl.get(url) ?? []);
    const before = request.type === 'Fetch' ? [...asked, ...answers] : asked;
    request.depth = 1 + Math.max(0, ...before.filter((each) => each !== request).map(depthOf));
    return request.depth;
  };
  return Math.max(...requests.map(depthOf));
}

function askersOf({ initiator }) {
  const urls = [];
  for (let stack = initiator.stack; stack !== undefined; stack = stack.parent)
    urls.push(...stack.callFrames.map(({ url }) => url));
  return initiator.url === undefined ? urls : [...urls, initiator.url];
}

/** From the last byte of the answer to the first frame in which the map has other colours. */
async function measureRedraws(state) {
  const { context, page } = await open(state);
  await page.goto('/');
  await waitUntilAwake(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(watchRedraws);
  const campaign = await page.evaluate(
    async () => (await (await fetch('/api/v1/campaigns?limit=1')).json()).items[0],
  );
  const days = Array.from({ length: CHANGES }, (_, index) =>
    addDays(campaign.startsOn, 8 + 5 * index),
  );
  const materials = campaign.materialIds.slice(0, CHANGES);
  console.log(`\nThe map redrawn after its answer, CPU ${CPU_SLOWDOWN} times slower`);
  await changeEach(page, 'asOf', days, 'another date    ');
  await changeEach(page, 'material', materials, 'another material');
  await context.close();
}

async function changeEach(page, name, values, label) {
  const times = [];
  for (const value of values) {
    const before = await page.evaluate(() => window.redraws.length);
    await page.evaluate(
      ([name, value]) => {
        const address = new URL(location.href);
        address.searchParams.set(name, value);
        history.pushState(history.state, '', address);
        dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
      },
      [name, value],
    );
    await page
      .waitForFunction((before) => window.redraws.length > before, before, { timeout: PATIENCE_MS })
      .then(
        async () => times.push(await page.evaluate(() => window.redraws.at(-1))),
        // Two materials may look alike: then nothing is drawn, and nothing is to be measured.
        () => undefined,
      );
    await page.waitForTimeout(300);
  }
  if (times.length === 0) console.log(`  ${label}  nothing changed its colour`);
  else
    console.log(
      `  ${label}  ${Math.round(median(times))} ms (median of ${times.length}; ${range(times)})`,
    );
}

/** The time from frame to frame while a list of 5,000 delivery points is scrolled through: the demo's, over and over. */
async function measureScrolling(state) {
  const { context, page, session } = await open(state);
  const { items } = await (await context.request.get('/api/v1/delivery-points?limit=500')).json();
  const rows = Array.from({ length: LONG_LIST }, (_, index) => {
    const { id, name, ...point } = items[index % items.length];
    const number = String(index).padStart(6, '0');
    return { ...point, id: id.slice(0, -number.length) + number, name: `${name} ${index}` };
  });
  await page.route('**/api/v1/delivery-points?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const next = from + PAGE_ROWS;
    const nextCursor = next < rows.length ? String(next) : null;
    return route.fulfill({ json: { items: rows.slice(from, next), nextCursor } });
  });
  await page.goto('/places');
  await page.waitForSelector('[role="row"][data-index="12"]');
  const box = await page.locator('[role="region"]').boundingBox();
  console.log(`\nA list of ${LONG_LIST} rows scrolled by, from frame to frame`);
  for (const rate of [1, CPU_SLOWDOWN]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await page.evaluate(watchFrames);
    await session.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      yDistance: -SCROLL.distance,
      speed: SCROLL.speed,
      gestureSourceType: 'mouse',
    });
    const frames = (await page.evaluate(() => window.endWatch())).slice(2);
    const slow = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)];
    console.log(
      `  CPU ${rate} times slower     ${Math.round(median(frames))} ms (median of ${frames.length}; 95 % within ${Math.round(slow)} ms)`,
    );
  }
  await context.close();
}

/** Runs in the page. */
function watchFrames() {
  const frames = [];
  let last = performance.now();
  let isOver = false;
  const note = (now) => {
    frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  window.endWatch = () => {
    isOver = true;
    return frames;
  };
}

/** Runs in the page: notes, for each change of the map's colours, how long ago its answer had come. */
function watchRedraws() {
  window.redraws = [];
  const map = document.querySelector('path[data-code]').ownerSVGElement;
  new MutationObserver((records) => {
    if (!records.some(({ attributeName }) => attributeName === 'fill')) return;
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/v1/coverage?'));
    const answeredAt = answers.at(-1).responseEnd;
    // The frame after the one in which the colours were set has been painted.
    requestAnimationFrame(() =>
      setTimeout(() => window.redraws.push(performance.now() - answeredAt)),
    );
  }).observe(map, { subtree: true, attributes: true, attributeFilter: ['fill'] });
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function range(values) {
  return `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;
}

function kilobytes(requests) {
  return (requests.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1);
}

function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** One that runs already, with the demo's accounts. */
function joinDemo() {
  const { BASE_URL, EMAIL = 'koordinator@example.org', PASSWORD = 'korak-po-korak' } = process.env;
  return { url: BASE_URL, email: EMAIL, password: PASSWORD, stop: () => undefined };
}

async function startDemo() {
  const child = spawn(process.execPath, ['dist/demo.js'], {
    env: { ...process.env, PORT: '0', SCHEDULES: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url;
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /https?:\S+/.exec(line)?.[0];
    const columns = line.split('\t');
    if (columns[0] !== 'coordinator') continue;
    return { url, email: columns[1], password: columns[PASSWORD_COLUMN], stop: () => child.kill() };
  }
  throw new Error('the demo ended before it was ready');
}
