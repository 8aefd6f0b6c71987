import { type Eyes, Visitor } from './browser.js';
import { type DemoRole, sharedBrowser, sharedDemo, signInAs } from './demo-visit.js';

const PHONE: Eyes = { language: 'sr-Cyrl', width: 390, theme: 'light' };
const MATERIAL = 'Letak za decu';

/** What is done on a phone, away from the desk. */
export function workOnAPhone(): void {
  describe('on a phone', () => {
    it('a volunteer confirms that all was taken, and the consignment leaves their list', async () => {
      const visitor = await begin('volunteer');
      const waybill = await readFirstWaybill(visitor);
      await visitor.press('people:mine.confirm');
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.press('people:confirm.allFine');
      await visitor.submit('people:confirm.submit');
      await visitor.settle();
      expect(await readFirstWaybill(visitor)).not.toBe(waybill);
      await visitor.page
        .getByText(visitor.say('people:mine.done'), { exact: false })
        .first()
        .click();
      await visitor.fill('people:mine.search', waybill);
      await visitor.page.getByText(waybill).waitFor();
      await visitor.leave();
    }, 120_000);

    it('a coordinator gives material to a teacher in the door, and takes it back', async () => {
      const visitor = await begin('coordinator');
      await visitor.press('today:atTheDoor');
      await visitor.page.waitForURL('**/stock/issue*');
      await visitor.choose('stock:issue.toWhom', 'skola');
      await visitor.press('stock:issue.add', { pieces: 50, material: MATERIAL });
      await visitor.press('stock:issue.submit', { count: 50 });
      await visitor.page
        .getByRole('button', { name: visitor.say('stock:reversal.verb') })
        .waitFor();
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.press('stock:reversal.verb');
      await visitor.page.getByText(visitor.say('stock:reversal.done')).waitFor();
      await visitor.leave();
    }, 120_000);
  });
}

async function begin(role: DemoRole): Promise<Visitor> {
  const { url } = await sharedDemo();
  const visitor = await Visitor.come(await sharedBrowser(), url, PHONE);
  await signInAs(visitor, role);
  await visitor.settle();
  return visitor;
}

async function readFirstWaybill(visitor: Visitor): Promise<string> {
  const shown = await visitor.page.locator('main').innerText();
  return /DOM-\d{4}-\d{6}-\d/.exec(shown)![0];
}
