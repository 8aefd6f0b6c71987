import type { Locator } from 'playwright-core';
import type { Visitor } from './browser.js';
import { type Desk, putAway, see, sitDown } from './desk.js';
import {
  type Batch,
  findUntoldBatch,
  listTold,
  openConfirming,
  readDispatched,
  selectAll,
  type Stop,
} from './dispatched.js';

/** What becomes of a batch that has left: differences, losses, two words against one another, and its end. */
export function walkAfterDispatch(): void {
  describe('after dispatch', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await sitDown();
    }, 120_000);

    it('fewer than sent opens a difference, which is accounted for; the batch says why it cannot be closed', async () => {
      const { visitor, ask } = desk;
      const batch = await findUntoldBatch(desk);
      const [stop] = batch.consignments;
      const { materialName, sent } = stop!.lines[0]!;
      await visitor.go(`/batches/${batch.id}`);
      await openConfirming(visitor, stop!);
      await visitor.page
        .getByRole('combobox', { name: visitor.say('after-dispatch:confirm.source') })
        .click();
      await visitor.page
        .getByRole('option', { name: visitor.say('language:confirmationSource.recipient') })
        .click();
      await visitor.press('after-dispatch:confirm.allArrived');
      await fillFigure(visitor, materialName, sent - 3);
      const title = visitor.say('after-dispatch:foresee.unexplained', { count: 3 });
      await visitor.page.getByText(title).waitFor();
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('after-dispatch:confirm.submit');
      const state = visitor.say('language:consignmentState.partly_delivered');
      await see(visitor, 'after-dispatch:answer.accepted', { state });
      await putAway(visitor);

      await turnToTab(visitor, 'discrepancies');
      const row = rowOf(visitor, 'discrepancies', stop!);
      expect(await row.innerText()).toContain(visitor.say('language:discrepancyKind.unexplained'));
      await row.getByRole('button').click();
      await visitor.page
        .getByRole('radio', { name: visitor.say('after-dispatch:resolve.as.lost'), exact: true })
        .check();
      await visitor.fill('after-dispatch:resolve.note', 'Primalac ih je prebrojao pred vozačem.');
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('after-dispatch:resolve.submit');
      await see(visitor, 'after-dispatch:resolve.done', { count: 1 });
      await row.waitFor({ state: 'hidden' });
      const after = await ask<Batch>(`batches/${batch.id}`);
      const [line] = after.consignments.find(({ id }) => id === stop!.id)!.lines;
      expect(line).toMatchObject({ delivered: sent - 3, lost: 3, inTransit: 0 });

      await visitor.press('after-dispatch:command.close');
      const dialog = visitor.page.getByRole('dialog');
      await dialog.getByText(visitor.say('after-dispatch:close.blockedTitle')).waitFor();
      const open = sumOpen(after);
      await dialog
        .getByText(visitor.say('after-dispatch:close.blocked', { count: open }))
        .waitFor();
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('after-dispatch:close.show');
      await visitor.page
        .getByRole('tab', { name: visitor.say('after-dispatch:tabs.transit'), selected: true })
        .waitFor();
    }, 120_000);

    it('what never came is declared lost, and with nothing under way the batch is closed', async () => {
      const { visitor, ask } = desk;
      const batch = await findNearlyDoneBatch(desk);
      await visitor.go(`/batches/${batch.id}`);
      await turnToTab(visitor, 'transit');
      await selectAll(visitor);
      await visitor.press('after-dispatch:command.lose');
      await visitor.press('after-dispatch:take.all');
      await visitor.fill('after-dispatch:take.reason', 'Ni posle mesec dana nema traga.');
      expect(await visitor.findFaults()).toEqual([]);
      const open = sumOpen(batch);
      await visitor.submit('after-dispatch:take.lose.submit', { count: open });
      await see(visitor, 'after-dispatch:take.lose.done');
      await visitor.page.getByText(visitor.say('after-dispatch:transit.empty')).waitFor();
      const after = await ask<Batch>(`batches/${batch.id}`);
      expect(sumLost(after) - sumLost(batch)).toBe(open);

      await visitor.press('after-dispatch:command.close');
      await visitor.page
        .getByRole('dialog')
        .getByText(visitor.say('after-dispatch:close.text'))
        .waitFor();
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('after-dispatch:close.submit');
      await see(visitor, 'after-dispatch:close.done');
      await visitor.page.getByText(visitor.say('language:batchState.closed')).first().waitFor();
      expect((await ask<Batch>(`batches/${batch.id}`)).state).toBe('closed');
    }, 120_000);

    it('of two words on one consignment, side by side, the one that is chosen stands', async () => {
      const { visitor, ask, tell } = desk;
      const batch = await findUntoldBatch(desk);
      const stop = batch.consignments[1]!;
      const { materialId, materialName, sent } = stop.lines[0]!;
      await visitor.go(`/batches/${batch.id}`);
      await openConfirming(visitor, stop);
      await visitor.press('after-dispatch:confirm.allArrived');
      // Meanwhile the carrier told somebody else that four were refused.
      await tell('confirmations', {
        consignmentId: stop.id,
        kind: 'delivery',
        source: 'carrier',
        deviceTime: new Date().toISOString(),
        lines: [{ materialId, delivered: sent - 4, refused: 4 }],
      });
      await visitor.submit('after-dispatch:confirm.submit');
      await visitor.page
        .getByText(visitor.say('after-dispatch:reason.another_stands'), { exact: false })
        .first()
        .waitFor();

      await turnToTab(visitor, 'review');
      const card = visitor.page.getByRole('article').filter({ hasText: stop.waybillNumber });
      const delivered = visitor.say('after-dispatch:compare.ofMaterial', {
        figure: visitor.say('after-dispatch:figure.delivered'),
        material: materialName,
      });
      const compared = card.getByRole('row').filter({ hasText: delivered }).getByRole('cell');
      expect((await compared.allInnerTexts()).map(Number)).toEqual([sent - 4, sent]);
      expect(await visitor.findFaults()).toEqual([]);
      await card
        .getByRole('button', { name: visitor.say('after-dispatch:command.prefer') })
        .click();
      await visitor.fill('after-dispatch:amend.reason', 'Škola je potpisala da je primila sve.');
      expect(await visitor.findFaults()).toEqual([]);
      await visitor.submit('after-dispatch:command.prefer');
      await see(visitor, 'after-dispatch:prefer.done');
      await card.waitFor({ state: 'hidden' });

      const told = await listTold(ask, stop);
      expect(told.map(({ source, status }) => `${source} ${status}`).sort()).toEqual([
        'carrier superseded',
        'office accepted',
      ]);
      const after = await ask<Batch>(`batches/${batch.id}`);
      const [line] = after.consignments.find(({ id }) => id === stop.id)!.lines;
      expect(line).toMatchObject({ delivered: sent, inTransit: 0 });
    }, 120_000);
  });
}

/** The one with the fewest pieces still under way. */
async function findNearlyDoneBatch({ ask }: Desk): Promise<Batch> {
  const batches = await readDispatched(ask);
  const open = batches.filter((batch) => sumOpen(batch) > 0);
  return open.reduce((least, batch) => (sumOpen(batch) < sumOpen(least) ? batch : least));
}

function sumOpen({ consignments }: Batch): number {
  return consignments
    .flatMap(({ lines }) => lines)
    .reduce((sum, { inTransit }) => sum + inTransit, 0);
}

function sumLost({ consignments }: Batch): number {
  return consignments.flatMap(({ lines }) => lines).reduce((sum, { lost }) => sum + lost, 0);
}

async function fillFigure(visitor: Visitor, material: string, pieces: number): Promise<void> {
  const figure = visitor.say('after-dispatch:figure.delivered');
  await visitor.page
    .getByLabel(visitor.say('after-dispatch:confirm.figureOf', { figure, material }), {
      exact: true,
    })
    .fill(String(pieces));
}

async function turnToTab(visitor: Visitor, tab: 'transit' | 'review' | 'discrepancies') {
  await visitor.page.getByRole('tab', { name: visitor.say(`after-dispatch:tabs.${tab}`) }).click();
  await visitor.settle();
}

function rowOf(visitor: Visitor, tab: 'transit' | 'discrepancies', stop: Stop): Locator {
  return visitor.page
    .getByRole('table', { name: visitor.say(`after-dispatch:tabs.${tab}`) })
    .getByRole('row')
    .filter({ hasText: stop.waybillNumber });
}
