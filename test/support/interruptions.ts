import {
  cutNetwork,
  type Desk,
  listOthers,
  loseAnswers,
  restoreNetwork,
  see,
  sitDown,
} from './desk.js';
import {
  findUntoldBatch,
  listTold,
  openConfirming,
  type Page,
  selectAll,
  type Told,
} from './dispatched.js';

/** The network goes, or only its answer is lost: nothing that was typed is, and nothing is booked twice. */
export function walkThroughInterruptions(): void {
  describe('a save that is interrupted', () => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await sitDown();
    }, 120_000);
    afterEach(() => restoreNetwork(desk.visitor));

    it('without a network says so and keeps what was typed; with it the same button books once', async () => {
      const { visitor, ask } = desk;
      const batch = await findUntoldBatch(desk);
      await visitor.go(`/batches/${batch.id}`);
      await selectAll(visitor);
      await visitor.press('after-dispatch:command.arrived');
      expect(await visitor.findFaults()).toEqual([]);

      await cutNetwork(visitor);
      const { length: count } = batch.consignments;
      await visitor.press('after-dispatch:arrived.submit', { count });
      await see(visitor, 'parts:noAnswerTitle');
      await see(visitor, 'parts:noAnswer');
      expect(listOthers(await visitor.findFaults())).toEqual([]);
      await restoreNetwork(visitor);
      await visitor.press('after-dispatch:arrived.resume');
      await see(visitor, 'after-dispatch:arrived.accepted', { count });
      await visitor.submit('parts:close');
      const { items } = await ask<Page<Told>>(`confirmations?batch=${batch.id}&limit=500`);
      const told = items.map(({ consignmentId, status }) => `${consignmentId} ${status}`);
      expect(told.sort()).toEqual(batch.consignments.map(({ id }) => `${id} accepted`).sort());
    }, 120_000);

    it('whose answer was lost is sent again under the same name, and is booked once', async () => {
      const { visitor, ask } = desk;
      const batch = await findUntoldBatch(desk);
      const [stop] = batch.consignments;
      await visitor.go(`/batches/${batch.id}`);
      await openConfirming(visitor, stop!);
      await visitor.press('after-dispatch:confirm.allArrived');
      await visitor.fill('after-dispatch:confirm.note', 'Primila portirka.');
      await loseAnswers(visitor, 'POST', '**/api/v1/confirmations');
      await visitor.press('after-dispatch:confirm.submit');
      await see(visitor, 'parts:noAnswer');
      expect(await listTold(ask, stop!)).toHaveLength(1);
      const note = visitor.page.getByLabel(visitor.say('after-dispatch:confirm.note'));
      expect(await note.inputValue()).toBe('Primila portirka.');
      await restoreNetwork(visitor);
      await visitor.submit('after-dispatch:confirm.submit');
      const state = visitor.say('language:consignmentState.delivered');
      await see(visitor, 'after-dispatch:answer.accepted', { state });
      expect(await listTold(ask, stop!)).toHaveLength(1);
    }, 120_000);

    it('a draft whose answer was lost is saved, and nobody else is said to have changed it', async () => {
      const { visitor, ask } = desk;
      const { items } = await ask<Page<{ id: string }>>('batches?state=draft');
      await visitor.go(`/batches/${items[0]!.id}?edit=1`);
      await visitor.fill('batches:expectedOn', '2027-03-05');
      await loseAnswers(visitor, 'PATCH', '**/api/v1/batches/*');
      await visitor.press('batches:saveChanges');
      await see(visitor, 'parts:noAnswer');
      expect(await visitor.page.getByLabel(visitor.say('batches:expectedOn')).inputValue()).toBe(
        '2027-03-05',
      );
      await restoreNetwork(visitor);
      await visitor.press('batches:saveChanges');
      await see(visitor, 'batches:said.changed');
      expect(await visitor.page.getByRole('dialog').count()).toBe(0);
    }, 120_000);
  });
}
