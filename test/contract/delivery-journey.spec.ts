import { newId } from '../../src/platform/ids/ids.js';
import { DeliveryGround, DISPATCHED, VISITED } from '../support/delivery.js';
import { onEachEngine } from '../support/database.js';

onEachEngine('the journey of a batch', (engine) => {
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

  it('takes what was reserved into transit, one movement a line and lot', async () => {
    await ground.base.addStock(ground.leafletId, 30, '2026-02-01T09:00:00.000Z');
    const { batchId, consignmentIds } = await ground.pack({ quantity: 100, oldestFirst: true });
    const answer = await ground.dispatch(batchId);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      state: 'dispatched',
      dispatchedAt: DISPATCHED,
      expectedAt: '2026-03-17T08:00:00.000Z',
    });
    expect(await ground.counters(consignmentIds[0]!)).toEqual({ sent: 100, inTransit: 100 });
    const movements = await ground.movements(consignmentIds[0]!);
    expect(movements.map(({ quantity, cause }) => [quantity, cause.kind])).toEqual([
      [30, 'dispatch'],
      [70, 'dispatch'],
    ]);
    expect(movements.every(({ occurredAt }) => occurredAt === DISPATCHED)).toBe(true);
    await ground.base.command(batchId, 'lose', { lines: [line(consignmentIds[0]!, 100)] });
  });

  it('leaves from packed alone, once', async () => {
    const { batchId } = await ground.pack();
    const commandId = newId();
    const body = { occurredAt: DISPATCHED, commandId };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ground.base.command(batchId, 'dispatch', body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    const again = await ground.dispatch(batchId);
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'illegal_transition', state: 'dispatched' },
    });
    const draft = await ground.base.create(ground.base.leaflets(await ground.base.addPoints(1)));
    expect((await ground.dispatch(draft.body.id)).body).toMatchObject({
      code: 'illegal_transition',
      state: 'draft',
    });
  });

  it('does not leave before its stock came, nor in the future', async () => {
    const { batchId } = await ground.pack();
    const early = await ground.dispatch(batchId, '2026-01-01T08:00:00.000Z');
    expect(early).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    const late = await ground.dispatch(batchId, '2099-01-01T08:00:00.000Z');
    expect(late).toMatchObject({ status: 422, body: { code: 'date_out_of_range' } });
    const expected = await ground.base.command(batchId, 'dispatch', {
      occurredAt: DISPATCHED,
      expectedAt: '2026-03-09T08:00:00.000Z',
    });
    expect(expected).toMatchObject({ status: 422, body: { code: 'date_out_of_range' } });
    expect((await ground.dispatch(batchId)).status).toBe(201);
  });

  it('brings refused pieces back to any warehouse', async () => {
    const { batchId, id } = await single();
    await ground.confirm(id, { delivered: 90, refused: 10 });
    expect((await ground.consignment(id)).state).toBe('partly_delivered');
    expect(await ground.open(id)).toEqual({});
    const partner = await ground.base.make(ground.coordinator, '/warehouses', {
      name: `Leskovac ${newId()}`,
      kind: 'partner',
      municipalityCode: '70726',
    });
    const body = { lines: [line(id, 10)], warehouseId: partner, occurredAt: VISITED };
    expect((await ground.base.command(batchId, 'return', body)).status).toBe(201);
    expect(await ground.counters(id)).toEqual({
      sent: 100,
      delivered: 90,
      refused: 10,
      returned: 10,
    });
    const last = (await ground.movements(id)).at(-1)!;
    expect(last).toMatchObject({ to: `warehouse:${partner}`, quantity: 10, occurredAt: VISITED });
  });

  it('refuses to return or lose what is not in transit, is not its own, or was before it left', async () => {
    const { batchId, id } = await single();
    const other = await single();
    const step = (body: Record<string, unknown>) => ground.base.command(batchId, 'return', body);
    expect((await step({ lines: [line(id, 101)] })).body.code).toBe('exceeds_sent');
    expect((await step({ lines: [line(other.id, 1)] })).body.code).toBe('unknown_reference');
    expect((await step({ lines: [line(id, 1), line(id, 1)] })).body.code).toBe('rule');
    const before = { lines: [line(id, 1)], occurredAt: '2026-03-10T07:59:59.000Z' };
    expect((await step(before)).body.code).toBe('date_out_of_range');
    expect((await step({ lines: [line(id, 1)], warehouseId: newId() })).status).toBe(422);
    expect((await step({ lines: [] })).status).toBe(400);
    expect((await step({ lines: [line(id, -1)] })).status).toBe(400);
  });

  it('closes only when nothing is in transit, and says what is', async () => {
    const { batchId, id } = await single();
    await ground.confirm(id, { delivered: 90, damaged: 2, missing: 3 });
    const open = await ground.base.command(batchId, 'close');
    expect(open.status).toBe(409);
    expect(open.body).toMatchObject({
      code: 'conflict',
      inTransit: [{ consignmentId: id, materialId: ground.leafletId, quantity: 5 }],
    });
    await ground.base.command(batchId, 'lose', { lines: [line(id, 5)], reason: 'Nema ih.' });
    expect((await ground.base.command(batchId, 'close')).body.state).toBe('closed');
    const again = await ground.base.command(batchId, 'return', { lines: [line(id, 1)] });
    expect(again.body).toMatchObject({ code: 'illegal_transition', state: 'closed' });
  });

  it('releases what it reserved when it is cancelled', async () => {
    const { batchId } = await ground.pack({ quantity: 77 });
    expect((await ground.base.command(batchId, 'cancel')).body.state).toBe('cancelled');
    const retried = await ground.base.create(
      ground.base.leaflets(await ground.base.addPoints(1), 77),
    );
    expect((await ground.base.command(retried.body.id, 'plan')).status).toBe(201);
    await ground.base.command(retried.body.id, 'cancel');
    const { batchId: sent } = await ground.send();
    expect((await ground.base.command(sent, 'cancel')).body.code).toBe('illegal_transition');
  });

  it('has a state for each consignment, whatever has become of it', async () => {
    const { batchId, consignmentIds } = await ground.send({ points: 4, quantity: 10 });
    const [refused, returned, lost, delivered] = consignmentIds as [string, string, string, string];
    await ground.confirm(refused, { refused: 10 });
    await ground.base.command(batchId, 'return', { lines: [line(returned, 10)] });
    await ground.base.command(batchId, 'lose', { lines: [line(lost, 10)] });
    await ground.confirm(delivered, { delivered: 10 });
    const states = await Promise.all(consignmentIds.map((id) => ground.consignment(id)));
    expect(states.map(({ state }) => state)).toEqual(['refused', 'returned', 'lost', 'delivered']);
  });
});
