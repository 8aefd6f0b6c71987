import type { Locator } from 'playwright-core';
import { type Eyes, Visitor } from './browser.js';
import { type DemoRole, sharedBrowser, sharedDemo, signInAs } from './demo-visit.js';

const DESK: Eyes = { language: 'sr-Latn', width: 1440, theme: 'light' };
const AWAY_MS = 60_000;

type Values = Readonly<Record<string, string | number>>;

/** Somebody at a desk, signed in, with the service's answers at hand beside its pages. */
export interface Desk {
  readonly visitor: Visitor;
  readonly ask: <T>(path: string) => Promise<T>;
  /** Says something to the service past its pages, as a colleague would. */
  readonly tell: (path: string, body: object) => Promise<void>;
}

let desk: Promise<Desk> | undefined;

/** A coordinator's, one for a test file. */
export function sitDown(): Promise<Desk> {
  desk ??= open();
  return desk;
}

async function open(): Promise<Desk> {
  const { url } = await sharedDemo();
  const visitor = await comeToDesk('coordinator');
  const { request } = visitor.context;
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await request.get(`${url}/api/v1/${path}`);
    expect([path, answer.status()]).toEqual([path, 200]);
    return (await answer.json()) as T;
  };
  const tell = async (path: string, body: object): Promise<void> => {
    const { csrfToken } = await ask<{ csrfToken: string }>('auth/me');
    const headers = { 'X-CSRF-Token': csrfToken };
    const answer = await request.post(`${url}/api/v1/${path}`, { data: body, headers });
    expect([path, answer.status()]).toEqual([path, 201]);
  };
  return { visitor, ask, tell };
}

/** What is sent comes through and is done; what is answered does not come back. */
export async function loseAnswers(
  { page }: Visitor,
  method: string,
  addresses: string,
): Promise<void> {
  await page.route(addresses, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await route.fetch();
    return route.abort();
  });
}

/** The browser itself complains of each request that does not come through. */
export function listOthers(faults: readonly string[]): string[] {
  return faults.filter((fault) => !fault.includes('net::ERR_'));
}

/** Somebody at a desk, in Serbian; without a role they are not signed in. */
export async function comeToDesk(role?: DemoRole): Promise<Visitor> {
  const { url } = await sharedDemo();
  const visitor = await Visitor.come(await sharedBrowser(), url, DESK);
  if (role !== undefined) await signInAs(visitor, role, '/account');
  return visitor;
}

/** Takes one of the actions that a row, or a page, offers for what is called so. */
export async function takeAction(visitor: Visitor, name: string, key: string): Promise<void> {
  await visitor.press('parts:actionsFor', { name });
  await visitor.page.getByRole('menuitem', { name: visitor.say(key), exact: true }).click();
}

export async function waitForDialog(
  visitor: Visitor,
  key: string,
  values?: Values,
): Promise<Locator> {
  const dialog = visitor.page.getByRole('dialog', { name: visitor.say(key, values) });
  await dialog.waitFor();
  return dialog;
}

function notice(visitor: Visitor, key: string, values?: Values): Locator {
  return visitor.page.getByRole('alert').filter({ hasText: visitor.say(key, values) });
}

/** Waits until the corner of the page says so. */
export async function hear(visitor: Visitor, key: string, values?: Values): Promise<void> {
  await notice(visitor, key, values).waitFor();
}

/** Undoes what the corner of the page says was done. */
export async function undo(visitor: Visitor, key: string, values: Values): Promise<void> {
  const offer = notice(visitor, key, values);
  await offer.getByRole('button', { name: visitor.say('parts:undo'), exact: true }).click();
  await offer.waitFor({ state: 'detached' });
}

export function readPage(visitor: Visitor): Promise<string> {
  return visitor.page.locator('main').innerText();
}

/** No request comes through, as in a lift. */
export async function cutNetwork({ context }: Visitor): Promise<void> {
  await context.setOffline(true);
}

export async function restoreNetwork({ context, page }: Visitor): Promise<void> {
  await context.setOffline(false);
  await page.unrouteAll();
}

/** A notice that was read lies over what stands in the corner until it is put away. */
export async function putAway(visitor: Visitor): Promise<void> {
  await visitor.page
    .getByRole('alert')
    .getByRole('button', { name: visitor.say('parts:close'), exact: true })
    .first()
    .click();
}

export async function see(visitor: Visitor, key: string, values?: Record<string, string | number>) {
  await visitor.page.getByText(visitor.say(key, values)).first().waitFor();
}

/**
 * Two people who opened the same form save it, one after the other: the second sees both values, and overwrites what the first
 * saved only by saying so.
 */
export async function saveOverEachOther(
  first: Visitor,
  second: Visitor,
  key: string,
  [earlier, later]: readonly [string, string],
): Promise<void> {
  await first.fill(key, earlier);
  await first.submit('parts:save');
  await lookAwayAndBack(second);
  await second.fill(key, later);
  await second.press('parts:save');
  const dialog = await waitForDialog(second, 'parts:changedTitle');
  const rows = await dialog.getByRole('row').allInnerTexts();
  expect(rows.slice(1)).toEqual([[second.say(key), earlier, later].join('\t')]);
  expect(await second.findFaults()).toEqual([]);
  await second.press('parts:saveMine');
  await dialog.waitFor({ state: 'detached' });
  await second.page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Comes back to the window after so long that the page beneath the form reads anew what it shows. */
async function lookAwayAndBack(visitor: Visitor): Promise<void> {
  await visitor.page.clock.setFixedTime(Date.now() + AWAY_MS);
  await visitor.page.evaluate(`dispatchEvent(new Event('visibilitychange'))`);
  await visitor.settle();
}
