import type { Locator } from 'playwright-core';
import type { Visitor } from './browser.js';
import { type DemoRole, sharedDemo } from './demo-visit.js';
import {
  comeToDesk,
  hear,
  readPage,
  saveOverEachOther,
  takeAction,
  undo,
  waitForDialog,
} from './desk.js';

/** Somebody whom the administrator lets in, and their own account. */
export function walkThroughPeople(): void {
  describe('people, at a desk', () => {
    let administrator: Visitor;
    beforeAll(async () => {
      administrator = await comeToDesk('administrator');
    }, 120_000);

    it('an administrator lets somebody in, gives them another role, and locks them out', async () => {
      const email = 'zorka@example.org';
      const password = await letIn(administrator, 'Zorka Žižić', email);
      const zorka = await comeToDesk();
      await zorka.signIn(email, password);

      await takeAction(administrator, 'Zorka Žižić', 'parts:edit');
      await chooseRole(administrator, 'coordinator');
      await administrator.submit('parts:save');
      await personRow(administrator, email)
        .getByRole('cell', { name: administrator.say('language:role.coordinator'), exact: true })
        .waitFor();
      await zorka.go('/account');
      expect(await readPage(zorka)).toContain(zorka.say('people:roleHint.coordinator'));

      await takeAction(administrator, 'Zorka Žižić', 'people:switchOff');
      await waitForDialog(administrator, 'people:switchOffTitle', { name: 'Zorka Žižić' });
      expect(await administrator.findFaults()).toEqual([]);
      await administrator.submit('people:switchOff');
      await hear(administrator, 'people:switchedOff', { name: 'Zorka Žižić' });
      await expectRefused(zorka, email, password);

      await undo(administrator, 'people:switchedOff', { name: 'Zorka Žižić' });
      await hear(administrator, 'people:switchedOn', { name: 'Zorka Žižić' });
      await zorka.signIn(email, password);
      await zorka.leave();
    }, 120_000);

    it('two administrators on the same person see what the other changed', async () => {
      const second = await comeToDesk('administrator');
      await letIn(administrator, 'Rade Rakić', 'rade@example.org');
      await second.turnTo('/people');
      for (const each of [administrator, second])
        await takeAction(each, 'Rade Rakić', 'parts:edit');
      await saveOverEachOther(administrator, second, 'people:name', [
        'Rade Rakić ml.',
        'Radomir Rakić',
      ]);
      await administrator.page.reload();
      await personRow(administrator, 'rade@example.org').getByText('Radomir Rakić').waitFor();
      await second.leave();
    }, 120_000);

    it('somebody makes a token, which is shown once and works until it is revoked', async () => {
      const { visitor } = await comeWithOwnAccount(administrator, 'Mira Mirić', 'mira@example.org');
      await visitor.press('people:account.makeToken');
      await visitor.fill('people:account.tokenName', 'noćni izveštaj');
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('people:account.makeToken');
      const shown = visitor.page.getByText(visitor.say('people:account.tokenOnceText'));
      await shown.waitFor();
      const token = await visitor.page.getByRole('main').locator('code').innerText();
      expect(await visitor.findFaults()).toEqual([]);
      expect(await askWith(token)).toBe(200);
      await visitor.go('/account');
      await visitor.page.getByRole('listitem').filter({ hasText: 'noćni izveštaj' }).waitFor();
      expect(await readPage(visitor)).not.toContain(token);

      await visitor.press('people:account.revokeNamed', { name: 'noćni izveštaj' });
      await waitForDialog(visitor, 'people:account.revokeTitle', { name: 'noćni izveštaj' });
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('people:account.revoke');
      await visitor.page.getByText(visitor.say('people:account.noTokens')).waitFor();
      expect(await askWith(token)).toBe(401);
      await visitor.leave();
    }, 120_000);

    it('somebody changes their password, if they know the present one', async () => {
      const email = 'ivka@example.org';
      const { visitor, password } = await comeWithOwnAccount(administrator, 'Ivka Ivić', email);
      await typePasswords(visitor, 'nije ova lozinka', 'sasvim nova lozinka');
      await visitor.press('people:account.changePassword');
      await visitor.page
        .getByRole('alert')
        .getByText(visitor.say('parts:nothingChanged'))
        .waitFor();
      expect(await visitor.findFaultsByDayAndNight()).toEqual([]);
      const current = visitor.page.getByLabel(visitor.say('people:account.currentPassword'));
      expect(await current.inputValue()).toBe('nije ova lozinka');
      const typed = visitor.page.getByLabel(visitor.say('people:account.newPassword')).first();
      expect(await typed.inputValue()).toBe('sasvim nova lozinka');

      await current.fill(password);
      await visitor.press('people:account.changePassword');
      await hear(visitor, 'people:account.passwordChanged');
      expect(await current.inputValue()).toBe('');
      await visitor.leave();
      const again = await comeToDesk();
      await expectRefused(again, email, password);
      await again.signIn(email, 'sasvim nova lozinka');
      await again.leave();
    }, 120_000);
  });
}

/** As somebody whom the administrator just let in, so that nobody else's password or tokens are touched. */
async function comeWithOwnAccount(
  administrator: Visitor,
  name: string,
  email: string,
): Promise<{ visitor: Visitor; password: string }> {
  const password = await letIn(administrator, name, email);
  const visitor = await comeToDesk();
  await visitor.signIn(email, password);
  await visitor.turnTo('/account');
  return { visitor, password };
}

/** Answers the password, which is shown this once. */
async function letIn(administrator: Visitor, name: string, email: string): Promise<string> {
  await administrator.turnTo('/people');
  await administrator.press('people:make');
  await administrator.fill('people:name', name);
  await administrator.fill('people:email', email);
  await chooseRole(administrator, 'volunteer');
  await administrator.press('people:make');
  const dialog = await waitForDialog(administrator, 'people:passwordTitle', { name });
  const password = await dialog.locator('code').innerText();
  await administrator.submit('people:passwordDone');
  return password;
}

async function chooseRole(visitor: Visitor, role: DemoRole): Promise<void> {
  await visitor.page
    .getByRole('radio', { name: visitor.say(`language:role.${role}`), exact: true })
    .check();
}

function personRow(visitor: Visitor, email: string): Locator {
  return visitor.page.getByRole('row').filter({ hasText: email });
}

async function expectRefused(visitor: Visitor, email: string, password: string): Promise<void> {
  await visitor.go('/sign-in');
  await visitor.fill('sign-in:email', email);
  await visitor.fill('sign-in:password', password);
  await visitor.press('sign-in:submit');
  await visitor.page.getByRole('alert').getByText('nije tačna').first().waitFor();
  expect(new URL(visitor.page.url()).pathname).toBe('/sign-in');
}

async function typePasswords(visitor: Visitor, current: string, next: string): Promise<void> {
  await visitor.fill('people:account.currentPassword', current);
  await visitor.fill('people:account.newPassword', next);
  await visitor.fill('people:account.repeat', next);
}

/** As a program would ask that has only the token; answers the status. */
async function askWith(token: string): Promise<number> {
  const { url } = await sharedDemo();
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${url}/api/v1/auth/me`, { headers })).status;
}
