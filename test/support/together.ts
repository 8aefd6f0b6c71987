import type { Eyes } from './browser.js';
import { Visitor } from './browser.js';
import { type DemoRole, firstId, sharedBrowser, sharedDemo, signInAs } from './demo-visit.js';

const DESK: Eyes = { language: 'sr-Latn', width: 1440, theme: 'light' };

/** Two people change the same draft at the same time. */
export function workTogether(): void {
  describe('two people on the same batch', () => {
    it('see what the other changed, and overwrite it only if they say so', async () => {
      const first = await beginEditing('coordinator');
      const second = await beginEditing('administrator');
      await first.fill('batches:expectedOn', '2027-03-01');
      await first.press('batches:saveChanges');
      await first.page.getByText(first.say('batches:said.changed')).waitFor();

      await second.fill('batches:expectedOn', '2027-03-02');
      await second.press('batches:saveChanges');
      const dialog = second.page.getByRole('dialog');
      await dialog.getByText(second.say('parts:changedTitle')).waitFor();
      const told = await dialog.innerText();
      expect(told).toMatch(/1\. 3\. 2027\..*2\. 3\. 2027\./s);
      expect(await second.findFaults()).toEqual([]);
      await second.submit('parts:saveMine');
      await second.page.getByText(second.say('batches:said.changed')).waitFor();

      await first.page.reload();
      await first.settle();
      expect(await first.page.locator('main').innerText()).toContain('2. 3. 2027.');
      await first.leave();
      await second.leave();
    }, 120_000);
  });
}

async function beginEditing(role: DemoRole): Promise<Visitor> {
  const { url } = await sharedDemo();
  const visitor = await Visitor.come(await sharedBrowser(), url, DESK);
  await signInAs(visitor, role);
  const id = await firstId(visitor, url, 'batches?state=draft');
  await visitor.turnTo(`/batches/${id}`);
  await visitor.press('language:batchStep.edit');
  await visitor.settle();
  return visitor;
}
