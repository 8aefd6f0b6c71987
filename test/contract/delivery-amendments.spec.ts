import { newId } from '../../src/platform/ids/ids.js';
import { DeliveryGround, VISITED } from '../support/delivery.js';
import { onEachEngine } from '../support/database.js';

onEachEngine('what coordinators do to confirmations', (engine) => {
  let ground: DeliveryGround;

  beforeAll(async () => {
    ground = await DeliveryGround.prepare(engine);
  }, 60_000);
  afterAll(() => ground.close());
  afterEach(async () => expect(await ground.offenders()).toEqual([]));

  const single = async () => {
    const { batchId, consignmentIds } = await ground.send();
    return { batchId, id: consignmentIds[0]! };
  };
  const line = (consignmentId: string, quantity: number) => ({
    consignmentId,
    materialId: ground.leafletId,
    quantity,
  });
  const confirmed = async (
    id: string,
    ...args: [Parameters<DeliveryGround['confirm']>[1], Parameters<DeliveryGround['confirm']>[2]?]
  ) => (await ground.confirm(id, ...args)).body.id;

  describe('correct', () => {
    it('reverses what was booked and books anew, with its date', async () => {
      const { id } = await single();
      const first = await confirmed(id, { delivered: 90, missing: 10 });
      const answer = await ground.correct(first, { delivered: 95, damaged: 2, refused: 1 });
      expect(answer).toMatchObject({ status: 201, body: { status: 'accepted' } });
      expect(await ground.counters(id)).toEqual({
        sent: 100,
        delivered: 95,
        damaged: 2,
        refused: 1,
        inTransit: 3,
      });
      expect(await ground.open(id)).toEqual({ unexplained: 2, damaged: 2 });
      const anew = (await ground.movements(id)).filter(({ cause }) => cause.kind === 'correction');
      expect(anew).toHaveLength(4);
      expect(anew.every(({ occurredAt }) => occurredAt === VISITED)).toBe(true);
      await ground.correct(first, { delivered: 100 });
      expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 100 });
      expect(await ground.open(id)).toEqual({});
      const detail = await ground.coordinator.client.get<{ amendments: { kind: string }[] }>(
        `/confirmations/${first}`,
      );
      expect(detail.body.amendments.map(({ kind }) => kind)).toEqual(['correct', 'correct']);
    });

    it('is refused where what followed would exceed what was sent', async () => {
      const { batchId, id } = await single();
      const first = await confirmed(id, { delivered: 50 });
      await confirmed(id, { delivered: 30 }, { follows: first });
      await ground.base.command(batchId, 'return', { lines: [line(id, 10)] });
      const beyond = await ground.correct(first, { delivered: 61 });
      expect(beyond).toMatchObject({ status: 422, body: { code: 'exceeds_sent' } });
      expect((await ground.correct(first, { delivered: 60 })).status).toBe(201);
      expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 90, returned: 10 });
      expect((await ground.correct(first, { delivered: 59, surplus: 1 })).status).toBe(422);
      expect((await ground.correct(first, { delivered: 60, surplus: 1 })).status).toBe(201);
    });

    it('happens once, and only to what is accepted', async () => {
      const { id } = await single();
      const first = await confirmed(id, { delivered: 90 });
      const conflict = await confirmed(id, { delivered: 80 });
      const body = {
        commandId: newId(),
        lines: [{ materialId: ground.leafletId, delivered: 91 }],
      };
      expect((await ground.amend(first, 'correct', body)).status).toBe(201);
      expect((await ground.amend(first, 'correct', body)).status).toBe(200);
      const other = { ...body, reason: 'Drugi razlog' };
      expect((await ground.amend(first, 'correct', other)).body.code).toBe('id_reused');
      expect((await ground.correct(conflict, { delivered: 1 })).body).toMatchObject({
        code: 'illegal_transition',
        state: 'conflict',
        allowed: ['prefer', 'dismiss'],
      });
      expect((await ground.correct(newId(), { delivered: 1 })).status).toBe(404);
    });

    it('books as lost what it leaves open in a closed batch', async () => {
      const { batchId, id } = await single();
      const first = await confirmed(id, { delivered: 100 });
      await ground.base.command(batchId, 'close');
      await ground.correct(first, { delivered: 92 });
      expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 92, lost: 8 });
      expect((await ground.movements(id)).at(-1)!.cause.kind).toBe('close');
      expect((await ground.correct(first, { delivered: 93 })).body.code).toBe('exceeds_sent');
    });
  });

  describe('prefer', () => {
    it('lets a conflicting one stand; the standing one and its followers give way', async () => {
      const { batchId, id } = await single();
      const first = await confirmed(id, { delivered: 60, missing: 5 });
      const second = await confirmed(id, { delivered: 10 }, { follows: first });
      const conflict = await confirmed(id, { delivered: 85 });
      await ground.base.command(batchId, 'lose', { lines: [line(id, 10)] });
      await ground.base.command(batchId, 'return', { lines: [line(id, 5)] });
      expect((await ground.amend(conflict, 'prefer')).body.status).toBe('accepted');
      expect(await ground.statuses(id)).toEqual({
        [first]: 'superseded',
        [second]: 'superseded',
        [conflict]: 'accepted',
      });
      expect(await ground.counters(id)).toEqual({
        sent: 100,
        delivered: 85,
        returned: 5,
        inTransit: 10,
      });
      expect(await ground.open(id)).toEqual({ unexplained: 10 });
      expect((await ground.consignment(id)).standingConfirmationId).toBe(conflict);
    });

    it('is refused where returned pieces would be delivered as well', async () => {
      const { batchId, id } = await single();
      const first = await confirmed(id, { delivered: 50 });
      const conflict = await confirmed(id, { delivered: 100 });
      await ground.base.command(batchId, 'return', { lines: [line(id, 1)] });
      expect((await ground.amend(conflict, 'prefer')).body.code).toBe('exceeds_sent');
      expect((await ground.statuses(id))[first]).toBe('accepted');
    });

    it('takes the place also of what it follows', async () => {
      const { batchId, id } = await single();
      const first = await confirmed(id, { delivered: 50 });
      const other = await ground.base.addPerson('volunteer');
      await ground.base.command(batchId, 'assign', { assigneeId: other.id });
      const late = await confirmed(id, { delivered: 50 }, { follows: first });
      expect((await ground.statuses(id))[late]).toBe('conflict');
      await ground.amend(late, 'prefer');
      expect(await ground.statuses(id)).toEqual({ [first]: 'superseded', [late]: 'accepted' });
      expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 50, inTransit: 50 });
    });

    it('in a closed batch leaves nothing in transit', async () => {
      const { batchId, id } = await single();
      const first = await confirmed(id, { delivered: 90, surplus: 0, missing: 10 });
      const conflict = await confirmed(id, { delivered: 70, damaged: 5 });
      await ground.base.command(batchId, 'close');
      await ground.amend(conflict, 'prefer');
      expect(await ground.statuses(id)).toEqual({
        [first]: 'superseded',
        [conflict]: 'accepted',
      });
      expect(await ground.counters(id)).toEqual({
        sent: 100,
        delivered: 70,
        damaged: 5,
        lost: 25,
      });
      expect(await ground.open(id)).toEqual({ damaged: 5 });
      // And back again, with what was booked as lost taken back.
      const third = await confirmed(id, { delivered: 100 });
      await ground.amend(third, 'prefer');
      expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 100 });
    });

    it('takes back what was resolved of the one that gives way', async () => {
      const { id } = await single();
      await confirmed(id, { delivered: 80, missing: 10 });
      const conflict = await confirmed(id, { delivered: 90, missing: 10 });
      await ground.resolve(await ground.discrepancy(id, 'missing'), 'lost');
      await ground.resolve(await ground.discrepancy(id, 'unexplained'), 'delivered');
      expect(await ground.open(id)).toEqual({});
      await ground.amend(conflict, 'prefer');
      expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 90, missing: 10 });
      expect(await ground.open(id)).toEqual({ missing: 10 });
    });
  });

  describe('dismiss', () => {
    it('ends a conflict, and nothing else', async () => {
      const { id } = await single();
      const first = await confirmed(id, { delivered: 90 });
      const conflict = await confirmed(id, { delivered: 80 });
      expect((await ground.amend(conflict, 'dismiss')).body.status).toBe('dismissed');
      expect((await ground.amend(conflict, 'dismiss')).body.code).toBe('illegal_transition');
      expect((await ground.amend(conflict, 'prefer')).body.code).toBe('illegal_transition');
      expect((await ground.amend(first, 'dismiss')).body.code).toBe('illegal_transition');
      expect((await ground.amend(conflict, 'dismiss', { reason: '' })).status).toBe(400);
      expect(await ground.counters(id)).toMatchObject({ delivered: 90 });
    });

    it('frees those that waited for one that waits in vain', async () => {
      const { id } = await single();
      const lost = ground.told(id, { delivered: 40 }, { follows: newId() });
      const waiting = ground.told(id, { delivered: 60 }, { follows: lost.id });
      await ground.sync([lost, waiting]);
      expect(await ground.statuses(id)).toEqual({ [lost.id]: 'held', [waiting.id]: 'held' });
      await ground.amend(lost.id, 'dismiss');
      expect(await ground.statuses(id)).toEqual({
        [lost.id]: 'dismissed',
        [waiting.id]: 'accepted',
      });
    });
  });
});

onEachEngine('discrepancies', (engine) => {
  let ground: DeliveryGround;

  beforeAll(async () => {
    ground = await DeliveryGround.prepare(engine);
  }, 60_000);
  afterAll(() => ground.close());
  afterEach(async () => expect(await ground.offenders()).toEqual([]));

  const confirmed = async (figures: Parameters<DeliveryGround['confirm']>[1]) => {
    const { batchId, consignmentIds } = await ground.send();
    const id = consignmentIds[0]!;
    const answer = await ground.confirm(id, figures);
    return { batchId, id, confirmationId: answer.body.id };
  };

  it.each([
    ['lost', { delivered: 90, lost: 10 }, {}],
    ['damaged', { delivered: 90, damaged: 10 }, {}],
    ['delivered', { delivered: 100 }, {}],
    ['returned', { delivered: 90, returned: 10 }, {}],
    ['counted_wrong', { delivered: 90, returned: 10 }, {}],
  ])('unexplained, resolved as %s, is booked from transit', async (resolution, counters, open) => {
    const { id } = await confirmed({ delivered: 90 });
    const answer = await ground.resolve(await ground.discrepancy(id, 'unexplained'), resolution);
    expect(answer).toMatchObject({ status: 201, body: { state: 'resolved', quantity: 0 } });
    expect(await ground.counters(id)).toEqual({ sent: 100, ...counters });
    expect(await ground.open(id)).toEqual(open);
  });

  it.each([
    ['missing', 'lost', { delivered: 90, missing: 10 }],
    ['missing', 'damaged', { delivered: 90, damaged: 10 }],
    ['missing', 'delivered', { delivered: 100 }],
    ['missing', 'returned', { delivered: 90, returned: 10 }],
    ['missing', 'counted_wrong', { delivered: 90, returned: 10 }],
    ['damaged', 'damaged', { delivered: 90, damaged: 10 }],
    ['damaged', 'lost', { delivered: 90, lost: 10 }],
    ['damaged', 'delivered', { delivered: 100 }],
    ['damaged', 'returned', { delivered: 90, returned: 10 }],
    ['surplus', 'delivered', { delivered: 100, surplus: 10 }],
    ['surplus', 'counted_wrong', { delivered: 100, surplus: 10 }],
  ])('%s, resolved as %s', async (kind, resolution, counters) => {
    const delivered = kind === 'surplus' ? 100 : 90;
    const { id } = await confirmed({ delivered, [kind]: 10 });
    const before = (await ground.movements(id)).length;
    const settles = kind === 'surplus' || resolution === (kind === 'missing' ? 'lost' : kind);
    await ground.resolve(await ground.discrepancy(id, kind), resolution);
    expect(await ground.counters(id)).toEqual({ sent: 100, ...counters });
    expect(await ground.open(id)).toEqual({});
    expect((await ground.movements(id)).length - before).toBe(settles ? 0 : 2);
  });

  it('are resolved in parts, and what is left of a movement stays as it was booked', async () => {
    const { id, confirmationId } = await confirmed({ delivered: 90, missing: 10 });
    const discrepancy = await ground.discrepancy(id, 'missing');
    expect((await ground.resolve(discrepancy, 'delivered', 11)).body.code).toBe('rule');
    expect((await ground.resolve(discrepancy, 'delivered', 4)).body).toMatchObject({
      state: 'open',
      quantity: 6,
      openedQuantity: 10,
    });
    expect((await ground.resolve(discrepancy, 'lost', 1)).body.quantity).toBe(5);
    expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 94, missing: 6 });
    expect(await ground.open(id)).toEqual({ missing: 5 });
    // The rest still belongs to the confirmation, and goes with its correction.
    expect((await ground.correct(confirmationId, { delivered: 96 })).status).toBe(201);
    expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 100 });
    expect(await ground.open(id)).toEqual({});
    expect((await ground.resolve(discrepancy, 'lost')).body).toMatchObject({
      code: 'illegal_transition',
      state: 'resolved',
    });
  });

  it('close by themselves, and are dated by what opened them', async () => {
    const { batchId, id, confirmationId } = await confirmed({ delivered: 90 });
    const [opened] = await ground.discrepancies(`consignment=${id}&state=open`);
    expect(opened).toMatchObject({ openedAt: VISITED, openedQuantity: 10, closedAt: null });
    await ground.confirm(id, { delivered: 6 }, { follows: confirmationId });
    expect(await ground.open(id)).toEqual({ unexplained: 4 });
    const lines = [{ consignmentId: id, materialId: ground.leafletId, quantity: 4 }];
    const occurredAt = '2026-03-20T08:00:00.000Z';
    await ground.base.command(batchId, 'lose', { lines, occurredAt });
    const [closed] = await ground.discrepancies(`batch=${batchId}&state=resolved`);
    expect(closed).toMatchObject({ id: opened!.id, quantity: 0, closedAt: occurredAt });
  });

  it('refuse a resolution that makes no sense, and take one once', async () => {
    const { id } = await confirmed({ delivered: 100, surplus: 5 });
    const surplus = await ground.discrepancy(id, 'surplus');
    expect((await ground.resolve(surplus, 'lost')).body.code).toBe('rule');
    const body = { resolution: 'delivered', note: 'Ostavljeno', commandId: newId() };
    const path = `/discrepancies/${surplus}/resolve`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ground.coordinator.client.post(path, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect((await ground.resolve(newId(), 'lost')).status).toBe(404);
  });
});
