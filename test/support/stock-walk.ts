import type { Visitor } from './browser.js';
import { type Desk, listOthers, loseAnswers, sitDown } from './desk.js';

interface Lot {
  readonly id: string;
  readonly lotNumber: string;
  readonly state: string;
  readonly onHand: number;
}
interface Balance {
  readonly warehouseId: string;
  readonly materialId: string;
  readonly onHand: number;
}
interface Page<T> {
  readonly items: readonly T[];
}

/** What lies in the warehouses: held back and released, taken back, and followed movement by movement. */
export function walkThroughStock(): void {
  describe('stock', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await sitDown();
    }, 120_000);

    it('a print run is held back with a reason, stands so among the balances, and is cleared again', async () => {
      const { visitor, ask } = desk;
      const { items } = await ask<Page<Lot>>('stock/lots?limit=100');
      const lot = items.find(({ state, onHand }) => state === 'usable' && onHand > 0)!;
      const { lotNumber } = lot;
      await visitor.go(`/stock/lots/${lot.id}`);

      await openLotCommand(visitor, 'block');
      expect(await visitor.findFaults()).toEqual([]);
      const hold = visitor.page.getByRole('dialog').getByRole('button', {
        name: visitor.say('stock:lotCommand.block'),
      });
      expect(await hold.isDisabled()).toBe(true);
      await visitor.fill('parts:reason', 'Pogrešan broj telefona na poleđini');
      await visitor.submit('stock:lotCommand.block');
      await visitor.page
        .getByText(visitor.say('stock:lotCommand.blockDone', { lot: lotNumber }))
        .waitFor();
      await visitor.page.getByText(visitor.say('stock:lot.isBlocked')).waitFor();
      expect(await readLotRow(visitor, lotNumber)).toContain(
        visitor.say('language:lotState.blocked'),
      );

      await visitor.turnTo(`/stock/lots/${lot.id}`);
      await openLotCommand(visitor, 'release');
      await visitor.fill('parts:reason', 'Broj je ipak ispravan');
      await visitor.submit('stock:lotCommand.release');
      await visitor.page
        .getByText(visitor.say('stock:lotCommand.releaseDone', { lot: lotNumber }))
        .waitFor();
      await visitor.page.getByText(visitor.say('stock:lot.isBlocked')).waitFor({ state: 'hidden' });
      expect(await readLotRow(visitor, lotNumber)).toContain(
        visitor.say('language:lotState.usable'),
      );
    }, 120_000);

    it('an issue is taken back from the history, and its pieces lie in the warehouse again', async () => {
      const { visitor, ask } = desk;
      const before = await countOnHand(ask);
      await visitor.go('/stock/history?kind=issues');
      const entry = visitor.page
        .getByRole('table', { name: visitor.say('stock:history.title') })
        .getByRole('row')
        .filter({ hasNotText: visitor.say('stock:reversal.reversed') })
        .nth(1);
      const pieces = -readNumber((await entry.innerText()).split('\n').find(isLessPieces)!);
      await entry.getByRole('button').click();
      await visitor.press('stock:reversal.verb');
      await visitor.page
        .getByRole('dialog')
        .getByText(visitor.say('stock:reversal.askTitle'))
        .waitFor();
      await visitor.fill('parts:reason', 'Uneto dvaput');
      expect(await visitor.findFaults()).toEqual([]);
      await loseAnswers(visitor, 'POST', '**/reverse');
      await visitor.press('stock:reversal.verb');
      const dialog = visitor.page.getByRole('dialog');
      await dialog.getByText(visitor.say('parts:noAnswer')).waitFor();
      await visitor.page.unrouteAll();
      await visitor.press('stock:reversal.verb');
      await dialog.getByText(visitor.say('stock:reversal.wasReversed')).waitFor();
      const said = visitor.page.getByText(visitor.say('parts:noAnswerTitle'));
      await said.waitFor({ state: 'hidden' });
      expect(listOthers(await visitor.findFaults())).toEqual([]);
      expect(await countOnHand(ask)).toBe(before + pieces);
    }, 120_000);

    it('the stock card ends with the balance from which it was opened, and every step of it adds up', async () => {
      const { visitor, ask } = desk;
      const { items } = await ask<Page<Balance>>('stock?limit=500');
      const { warehouseId, materialId } = items.find(({ onHand }) => onHand > 0)!;
      await visitor.go(`/stock?warehouse=${warehouseId}&material=${materialId}`);
      const holding = visitor.page
        .getByRole('table', { name: visitor.say('stock:byWarehouse') })
        .getByRole('row')
        .nth(1)
        .getByRole('link');
      const shown = readNumber(await holding.innerText());
      await holding.click();
      await visitor.page.waitForURL('**/stock/card*');
      expect(await visitor.findFaults()).toEqual([]);
      const steps = await readCard(visitor);
      expect(steps[0]!.balance).toBe(shown);
      const before = steps.map(({ balance, change }) => balance - change);
      expect(before.slice(0, -1)).toEqual(steps.slice(1).map(({ balance }) => balance));
      expect(steps.length).toBeGreaterThan(2);
    }, 120_000);
  });
}

async function openLotCommand(visitor: Visitor, command: 'block' | 'release'): Promise<void> {
  await visitor.press('stock:lot.change');
  await visitor.page
    .getByRole('menuitem', { name: visitor.say(`stock:lotCommand.${command}`), exact: true })
    .click();
  await visitor.page.getByRole('dialog').waitFor();
}

async function readLotRow(visitor: Visitor, lotNumber: string): Promise<string> {
  await visitor.turnTo('/stock?by=lot');
  return visitor.page
    .getByRole('table', { name: visitor.say('stock:byWarehouse') })
    .getByRole('row')
    .filter({ has: visitor.page.getByRole('link', { name: lotNumber, exact: true }) })
    .first()
    .innerText();
}

async function countOnHand(ask: Desk['ask']): Promise<number> {
  const { items } = await ask<Page<Balance>>('stock?limit=500');
  return items.reduce((sum, { onHand }) => sum + onHand, 0);
}

/** The newest steps that are laid out: what changed, and what lay there after it. */
async function readCard(visitor: Visitor): Promise<{ change: number; balance: number }[]> {
  const rows = await visitor.page
    .getByRole('table', { name: visitor.say('stock:card.title') })
    .getByRole('row')
    .all();
  const texts = await Promise.all(
    rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()),
  );
  return texts.map((cells) => ({
    change: readNumber(cells.at(-2)!),
    balance: readNumber(cells.at(-1)!),
  }));
}

function isLessPieces(text: string): boolean {
  return /^−[\d.]+$/.test(text);
}

/** As the pages write it: `−1.250`. */
function readNumber(text: string): number {
  return Number(text.replaceAll(/[^\d−]/g, '').replace('−', '-'));
}
