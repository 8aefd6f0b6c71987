import type { Browser } from 'playwright-core';
import { launchBrowser, type Visitor } from './browser.js';
import { type ServerProcess, startProcess, waitUntilReady } from './server-process.js';

const PASSWORD = 'korak-po-korak';
const NAMES = {
  administrator: 'administrator',
  coordinator: 'koordinator',
  manager: 'menadzer',
  volunteer: 'volonter',
} as const;
export type DemoRole = keyof typeof NAMES;

let browser: Promise<Browser> | undefined;
let demo: Promise<ServerProcess> | undefined;

/** One for a test file: it takes half a minute to fill. */
export function sharedDemo(): Promise<ServerProcess> {
  demo ??= startProcess('demo', { SCHEDULES: 'off' }).then(async (server) => {
    await waitUntilReady(server.url);
    return server;
  });
  return demo;
}

export function sharedBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

afterAll(async () => {
  await (await browser)?.close();
  await (await demo)?.end('SIGTERM');
});

/** Signed in past the page for it, and then on a page of theirs: the way through that page is walked by the newcomer. */
export async function signInAs(visitor: Visitor, role: DemoRole, path = '/'): Promise<void> {
  const { url } = await sharedDemo();
  const answer = await visitor.context.request.post(`${url}/api/v1/auth/login`, {
    data: { email: `${NAMES[role]}@example.org`, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`signing in as ${role}: ${answer.status()}`);
  await visitor.go(path);
}

/** Undefined where there is none, or where it is not for this role. */
export async function firstId(
  visitor: Visitor,
  url: string,
  list: string,
  query: Record<string, string> = {},
): Promise<string | undefined> {
  const [path = '', search = ''] = list.split('?');
  const address = `${url}/api/v1/${path}?${search}&${new URLSearchParams({ limit: '1', ...query }).toString()}`;
  const answer = await visitor.context.request.get(address);
  if (!answer.ok()) return undefined;
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id;
}
