import type { Visitor } from './browser.js';
import { firstId, sharedDemo } from './demo-visit.js';
import {
  comeToDesk,
  hear,
  readPage,
  saveOverEachOther,
  takeAction,
  undo,
  waitForDialog,
} from './desk.js';

const DAY_MS = 24 * 3_600_000;
/** Municipalities of Beograd, which is none itself. */
const INSTEAD_OF_BEOGRAD = 17;

/** The pages of delivery points, groups of municipalities, warehouses and closures, at a desk. */
export function walkThroughPlaces(): void {
  describe('places, at a desk', () => {
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await comeToDesk('coordinator');
    }, 120_000);

    it('a delivery point is made in one of the 17 for Beograd, changed, retired and used again', async () => {
      await beginPoint(visitor, 'Škola „Ruđer Bošković“', 'Kneza Višeslava 17');
      await visitor.fill('places:form.code', 'ŠK-79014');
      await chooseInsteadOfBeograd(visitor, 'Čukarica');
      expect(await readFields(visitor)).toEqual(['Škola „Ruđer Bošković“', 'Kneza Višeslava 17']);
      await visitor.submit('places:points.make');
      await hear(visitor, 'places:points.saved', { name: 'Škola „Ruđer Bošković“' });

      await visitor.fill('parts:search', 'ruder boskovic');
      const name = 'Gimnazija „Ruđer Bošković“';
      await rename(visitor, 'Škola „Ruđer Bošković“', name);
      expect(await row(visitor, name).innerText()).toContain('Čukarica');
      await takeAction(visitor, name, 'parts:retire');
      await row(visitor, name).waitFor({ state: 'detached' });
      await undo(visitor, 'parts:retired', { name });
      await hear(visitor, 'parts:usedAgain', { name });
      await deleteAndUndo(visitor, name);
      expect(await visitor.findFaults()).toEqual([]);
    }, 120_000);

    it('a point with the code of another is refused, and what was typed stays', async () => {
      await makePoint(visitor, 'Prva škola', 'DVA-PUTA');
      await beginPoint(visitor, 'Druga škola', 'Nemanjina 5');
      await visitor.choose('parts:municipality', 'knic');
      await visitor.fill('places:form.code', 'DVA-PUTA');
      await visitor.press('places:points.make');
      const dialog = visitor.page.getByRole('dialog');
      await dialog.getByRole('alert').getByText('DVA-PUTA').waitFor();
      expect(await dialog.getByRole('alert').innerText()).toContain(
        visitor.say('parts:nothingChanged'),
      );
      expect(await readFields(visitor)).toEqual(['Druga škola', 'Nemanjina 5']);
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.fill('places:form.code', 'JEDNOM');
      await visitor.submit('places:points.make');
      await hear(visitor, 'places:points.saved', { name: 'Druga škola' });
    }, 120_000);

    it('two people on the same point see what the other changed, and overwrite it only if they say so', async () => {
      const second = await comeToDesk('administrator');
      await editFirstPoint(visitor);
      await editFirstPoint(second);
      await saveOverEachOther(visitor, second, 'places:form.hours', ['petkom 10–12', 'sredom 8–9']);
      await visitor.page.reload();
      await visitor.settle();
      expect(await readPage(visitor)).toContain('sredom 8–9');
      await second.leave();
    }, 120_000);

    it('a point that others refer to is offered to be retired instead of deleted', async () => {
      const name = await openFirstPoint(visitor);
      await takeAction(visitor, name, 'parts:delete');
      await waitForDialog(visitor, 'parts:inUseTitle', { name });
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('parts:retire');
      await visitor.page.getByText(visitor.say('places:point.retiredNotice')).waitFor();
      await undo(visitor, 'parts:retired', { name });
      await visitor.page
        .getByText(visitor.say('places:point.retiredNotice'))
        .waitFor({ state: 'detached' });
    }, 120_000);

    it('a group of municipalities is made, changed, retired, deleted, and both undone', async () => {
      await visitor.turnTo('/places/groups');
      await visitor.press('places:groups.make');
      await visitor.fill('places:name', 'Uz Drinu');
      await visitor.fill('places:groups.source', 'karta');
      await visitor.fill('places:groups.validOn', '2026-01-31');
      await visitor.choose('places:groups.members', 'ljubovija');
      await visitor.choose('places:groups.members', 'bajina');
      await closeList(visitor);
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('places:groups.make');
      await hear(visitor, 'places:points.saved', { name: 'Uz Drinu' });
      await keepAndUndo(visitor, 'Uz Drinu', 'Uz Drinu i Lim');
      const shown = await row(visitor, 'Uz Drinu i Lim').innerText();
      expect(shown).toContain(visitor.say('language:count.municipalities', { count: 2 }));
    }, 120_000);

    it('a warehouse is made, changed, retired, deleted, and both undone', async () => {
      await visitor.turnTo('/places/warehouses');
      await visitor.press('places:warehouses.make');
      await visitor.fill('places:name', 'Magacin u Knjaževcu');
      await visitor.page
        .getByRole('radio', { name: visitor.say('language:warehouseKind.partner') })
        .check();
      await visitor.choose('parts:municipality', 'knjazevac');
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('places:warehouses.make');
      await hear(visitor, 'places:points.saved', { name: 'Magacin u Knjaževcu' });
      await keepAndUndo(visitor, 'Magacin u Knjaževcu', 'Podrum u Knjaževcu');
      const shown = await row(visitor, 'Podrum u Knjaževcu').innerText();
      expect(shown).toContain(visitor.say('language:warehouseKind.partner'));
    }, 120_000);

    it('a closure is entered for a municipality, changed, removed, brought back and removed', async () => {
      await visitor.turnTo('/places/closures');
      await visitor.press('places:closures.make');
      await visitor.fill('places:closures.reason', 'odron na putu');
      await visitor.fill('places:closures.startsOn', dayFromNow(9));
      await visitor.fill('places:closures.endsOn', dayFromNow(7));
      const backwards = visitor.page.getByText(visitor.say('places:closures.endsBefore'));
      await backwards.waitFor();
      await visitor.fill('places:closures.endsOn', dayFromNow(11));
      await backwards.waitFor({ state: 'detached' });
      await visitor.choose('places:closures.onlyMunicipalities', 'crna trava');
      await closeList(visitor);
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('places:closures.make');
      const ahead = visitor.page.getByRole('listitem').filter({ hasText: 'odron na putu' });
      expect(await ahead.innerText()).toContain('Crna Trava');

      await takeAction(visitor, 'odron na putu', 'parts:edit');
      await visitor.fill('places:closures.endsOn', dayFromNow(9));
      await visitor.submit('parts:save');
      await ahead.getByText(visitor.say('language:count.days', { count: 1 })).waitFor();
      await takeAction(visitor, 'odron na putu', 'parts:delete');
      await ahead.waitFor({ state: 'detached' });
      await undo(visitor, 'parts:removed', { name: 'odron na putu' });
      await ahead.waitFor();
      await takeAction(visitor, 'odron na putu', 'parts:delete');
      await ahead.waitFor({ state: 'detached' });
    }, 120_000);
  });
}

async function beginPoint(visitor: Visitor, name: string, address: string): Promise<void> {
  await visitor.turnTo('/places');
  await visitor.press('places:points.make');
  await visitor.fill('places:name', name);
  await visitor.fill('places:form.address', address);
}

async function makePoint(visitor: Visitor, name: string, code: string): Promise<void> {
  await beginPoint(visitor, name, 'Glavna 1');
  await visitor.choose('parts:municipality', 'knic');
  await visitor.fill('places:form.code', code);
  await visitor.submit('places:points.make');
}

/** Types the register's code of Beograd, and takes one of those that the form offers instead. */
async function chooseInsteadOfBeograd(visitor: Visitor, name: string): Promise<void> {
  const dialog = visitor.page.getByRole('dialog');
  const field = dialog.getByRole('combobox', { name: visitor.say('parts:municipality') });
  await field.fill('79014');
  const offer = dialog.getByRole('status');
  await offer.getByText(visitor.say('places:form.useInstead')).waitFor();
  expect(await offer.getByRole('button').count()).toBe(INSTEAD_OF_BEOGRAD);
  await closeList(visitor);
  expect(await visitor.findFaults()).toEqual([]);
  await offer.getByRole('button', { name, exact: true }).click();
  await offer.waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe(name);
}

/** The form itself stays open. */
async function closeList(visitor: Visitor): Promise<void> {
  await visitor.page.keyboard.press('Escape');
  await visitor.page.getByRole('listbox').waitFor({ state: 'hidden' });
}

function readFields(visitor: Visitor): Promise<string[]> {
  const dialog = visitor.page.getByRole('dialog');
  return Promise.all(
    ['places:name', 'places:form.address'].map((key) =>
      dialog.getByLabel(visitor.say(key)).first().inputValue(),
    ),
  );
}

async function openFirstPoint(visitor: Visitor): Promise<string> {
  const { url } = await sharedDemo();
  await visitor.turnTo(`/places/points/${await firstId(visitor, url, 'delivery-points')}`);
  return visitor.page.getByRole('heading', { level: 1 }).innerText();
}

async function editFirstPoint(visitor: Visitor): Promise<void> {
  await openFirstPoint(visitor);
  await visitor.press('parts:edit');
}

function row(visitor: Visitor, name: string) {
  return visitor.page.getByRole('row').filter({ hasText: name });
}

async function rename(visitor: Visitor, former: string, name: string): Promise<void> {
  await takeAction(visitor, former, 'parts:edit');
  await visitor.fill('places:name', name);
  expect(await visitor.findFaults()).toEqual([]);
  await visitor.submit('parts:save');
  await row(visitor, name).waitFor();
}

async function deleteAndUndo(visitor: Visitor, name: string): Promise<void> {
  await takeAction(visitor, name, 'parts:delete');
  await row(visitor, name).waitFor({ state: 'detached' });
  await undo(visitor, 'parts:removed', { name });
  await row(visitor, name).waitFor();
}

/** On a list that shows what is out of use too. */
async function keepAndUndo(visitor: Visitor, former: string, name: string): Promise<void> {
  await rename(visitor, former, name);
  await takeAction(visitor, name, 'parts:retire');
  const mark = row(visitor, name).getByText(visitor.say('parts:isRetired'));
  await mark.waitFor();
  await undo(visitor, 'parts:retired', { name });
  await mark.waitFor({ state: 'detached' });
  await deleteAndUndo(visitor, name);
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
