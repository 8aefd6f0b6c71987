import { newId } from '../../src/platform/ids/ids.js';
import { DeliveryGround, DISPATCHED, VISITED } from '../support/delivery.js';
import { onEachEngine } from '../support/database.js';

onEachEngine('confirmations', (engine) => {
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

  it('book what arrived, and open what did not', async () => {
    const { id } = await single();
    const answer = await ground.confirm(id, { delivered: 90, damaged: 2, missing: 1, refused: 3 });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      status: 'accepted',
      reason: null,
      occurredAt: VISITED,
      consignment: { id, state: 'partly_delivered' },
    });
    expect(answer.body.discrepancies).toHaveLength(3);
    expect(await ground.open(id)).toEqual({ unexplained: 4, missing: 1, damaged: 2 });
    expect(await ground.counters(id)).toEqual({
      sent: 100,
      delivered: 90,
      damaged: 2,
      missing: 1,
      refused: 3,
      inTransit: 7,
    });
    const booked = (await ground.movements(id)).slice(1);
    expect(booked.map(({ to, quantity }) => [to.split(':')[0], quantity])).toEqual([
      ['delivered', 90],
      ['damaged', 2],
      ['lost', 1],
    ]);
    expect(booked.every(({ occurredAt }) => occurredAt === VISITED)).toBe(true);
    expect(booked.every(({ actorId }) => actorId === ground.volunteer.id)).toBe(true);
  });

  it('stand also where every figure is 0, and their surplus is apart', async () => {
    const { id } = await single();
    expect((await ground.confirm(id, {})).body.status).toBe('accepted');
    expect(await ground.open(id)).toEqual({ unexplained: 100 });
    const other = await single();
    await ground.confirm(other.id, { delivered: 100, surplus: 5 });
    expect(await ground.open(other.id)).toEqual({ surplus: 5 });
    expect(await ground.counters(other.id)).toEqual({ sent: 100, delivered: 100, surplus: 5 });
  });

  it('are dated by the device, by receipt where its clock is wrong', async () => {
    const { id } = await single();
    await ground.confirm(id, { delivered: 100 }, { deviceTime: '2031-01-01T00:00:00+01:00' });
    const [row] = await ground.confirmations(`consignment=${id}`);
    expect(row).toMatchObject({ datedBy: 'receipt', deviceTime: '2030-12-31T23:00:00.000Z' });
    expect(row!.occurredAt).toBe(row!.receivedAt);
    expect(row!.clockDifferenceMs).toBe(
      Date.parse('2030-12-31T23:00:00Z') - Date.parse(row!.receivedAt),
    );
  });

  it('are taken once, whichever route brings them and in whichever order of keys', async () => {
    const { id } = await single();
    const told = ground.told(id, { delivered: 100 }, { note: 'U redu' });
    const turned = Object.fromEntries(Object.entries(told).reverse());
    expect((await ground.volunteer.client.post('/confirmations', told)).status).toBe(201);
    expect((await ground.volunteer.client.post('/confirmations', turned)).status).toBe(200);
    const results = await ground.sync([turned, told]);
    expect(results).toEqual([
      { id: told.id, status: 'accepted' },
      { id: told.id, status: 'accepted' },
    ]);
    const other = { ...told, note: 'Drugo' };
    const refused = await ground.volunteer.client.post<{ code: string }>('/confirmations', other);
    expect(refused).toMatchObject({ status: 409, body: { code: 'id_reused' } });
    const [again] = await ground.sync([other]);
    expect(again).toMatchObject({ status: 'rejected', problem: { code: 'id_reused' } });
    expect((await ground.counters(id))['delivered']).toBe(100);
  });

  it('are answered with their present status when repeated', async () => {
    const { id } = await single();
    const first = ground.told(id, { delivered: 100 });
    const second = ground.told(id, { delivered: 99 });
    await ground.sync([first, second]);
    await ground.amend(second.id, 'prefer');
    const repeated = await ground.sync([first, second]);
    expect(repeated.map(({ status }) => status)).toEqual(['superseded', 'accepted']);
    const alone = await ground.volunteer.client.post('/confirmations', first);
    expect(alone).toMatchObject({ status: 200, body: { status: 'superseded' } });
  });

  it('are refused where they cannot be, and their text is kept', async () => {
    const { batchId, id } = await single();
    const stranger = await ground.base.addPerson('volunteer');
    const refusals = [
      await ground.confirm(id, { delivered: 101 }),
      await ground.confirm(id, { delivered: 50, surplus: 1 }),
      await ground.confirm(id, {}, { lines: [{ materialId: newId(), delivered: 1 }] }),
      await ground.confirm(id, {}, { lines: [1, 2].map(() => ({ materialId: ground.leafletId })) }),
      await ground.confirm(id, { delivered: -1 }),
      await ground.confirm(id, { delivered: 1.5 }),
      await ground.confirm(id, {}, { kind: 'perhaps' }),
      await ground.confirm(id, {}, { unknown: 1 }),
      await ground.confirm(id, {}, { deviceTime: '0000-01-01T00:00:00Z' }),
      await ground.confirm(id, {}, { lines: undefined }),
      await ground.confirm(newId(), { delivered: 1 }),
      await ground.confirm(id, { delivered: 1 }, {}, stranger),
    ];
    expect(refusals.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '422 exceeds_sent',
      '422 exceeds_sent',
      '422 unknown_reference',
      '422 rule',
      '400 malformed',
      '400 malformed',
      '400 malformed',
      '400 malformed',
      '400 malformed',
      '400 malformed',
      '422 unknown_reference',
      '403 forbidden',
    ]);
    expect(await ground.statuses(id)).toEqual({});
    const kept = await ground.confirmations(`status=rejected&batch=${batchId}`);
    expect(kept).toHaveLength(11);
    expect(kept[0]).toMatchObject({
      status: 'rejected',
      reason: 'exceeds_sent',
      senderId: ground.volunteer.id,
      content: { lines: [{ delivered: 101 }] },
      attempts: 1,
    });
    const elsewhere = await ground.confirmations('status=rejected');
    expect(elsewhere.some(({ consignmentId }) => consignmentId === null)).toBe(true);
  });

  it('leave their id free when refused', async () => {
    const { id } = await single();
    const told = ground.told(id, { delivered: 100 });
    const tooMany = { ...told, lines: [{ ...told.lines[0]!, delivered: 101 }] };
    const statuses = [];
    for (const each of [tooMany, tooMany, told]) {
      statuses.push((await ground.volunteer.client.post('/confirmations', each)).status);
    }
    expect(statuses).toEqual([422, 422, 201]);
    const kept = await ground.confirmations(`status=rejected&consignment=${id}`);
    expect(kept.map(({ attempts }) => attempts)).toEqual([2]);
  });

  it('spoil no other in a sync, and are answered in the order sent', async () => {
    const { consignmentIds } = await ground.send({ points: 3, quantity: 10 });
    const [a, b, c] = consignmentIds as [string, string, string];
    const items = [
      ground.told(a, { delivered: 10 }),
      ground.told(b, { delivered: 11 }),
      null,
      'nonsense',
      { id: 'not an id', consignmentId: 7 },
      ground.told(b, { delivered: 10 }),
      ground.told(c, { delivered: 5 }, { follows: newId() }),
    ];
    const results = await ground.sync(items);
    expect(results.map(({ status }) => status)).toEqual([
      'accepted',
      'rejected',
      'rejected',
      'rejected',
      'rejected',
      'accepted',
      'held',
    ]);
    expect(results.map(({ id }) => id)).toEqual(
      items.map((item) => (item as { id?: string } | null)?.id ?? null),
    );
    expect(results[1]!.problem).toMatchObject({ code: 'exceeds_sent', status: 422 });
    const client = ground.volunteer.client;
    const tooMany = { confirmations: Array.from({ length: 501 }, () => items[0]) };
    expect((await client.post('/confirmations/sync', tooMany)).status).toBe(400);
    expect((await client.post('/confirmations/sync', { confirmations: 1 })).status).toBe(400);
    expect((await ground.sync([])).length).toBe(0);
  });

  it('are held until the batch leaves, then looked at in order of receipt', async () => {
    const { batchId, consignmentIds } = await ground.pack({ points: 2, quantity: 100 });
    const [a, b] = consignmentIds as [string, string];
    const first = ground.told(a, { delivered: 90 });
    const competing = ground.told(a, { delivered: 100 });
    const follower = ground.told(a, { delivered: 10 }, { follows: first.id });
    const tooMany = ground.told(b, { delivered: 101 });
    const attempt = ground.told(b, {}, { kind: 'failed_attempt', lines: [] });
    const held = await ground.sync([follower, first, competing, tooMany, attempt]);
    expect(new Set(held.map(({ status }) => status))).toEqual(new Set(['held']));
    expect(await ground.counters(a)).toEqual({});
    expect((await ground.dispatch(batchId)).status).toBe(201);
    expect(await ground.statuses(a)).toEqual({
      [first.id]: 'accepted',
      [competing.id]: 'conflict',
      [follower.id]: 'accepted',
    });
    expect(await ground.statuses(b)).toEqual({
      [tooMany.id]: 'conflict',
      [attempt.id]: 'accepted',
    });
    expect(await ground.counters(a)).toEqual({ sent: 100, delivered: 100 });
    expect((await ground.consignment(b)).standingConfirmationId).toBeNull();
    expect(await ground.open(a)).toEqual({});
  });

  it('told before the batch left are dated by its leaving', async () => {
    const { batchId, consignmentIds } = await ground.pack();
    await ground.confirm(consignmentIds[0]!, { delivered: 100 });
    const soon = new Date(Date.now() + 60_000).toISOString();
    const answer = await ground.dispatch(batchId, soon);
    expect(answer.status).toBe(201);
    const [row] = await ground.confirmations(`batch=${batchId}`);
    expect(row).toMatchObject({ status: 'accepted', datedBy: 'dispatch' });
    expect(row!.occurredAt).toBe(answer.body.dispatchedAt);
  });

  it('are conflicts where the batch was cancelled or closed', async () => {
    const { batchId, consignmentIds } = await ground.pack();
    const early = ground.told(consignmentIds[0]!, { delivered: 100 });
    await ground.sync([early]);
    await ground.base.command(batchId, 'cancel');
    expect(await ground.statuses(consignmentIds[0]!)).toEqual({ [early.id]: 'conflict' });
    const late = await ground.confirm(consignmentIds[0]!, { delivered: 100 });
    expect(late.body).toMatchObject({ status: 'conflict', reason: 'batch_cancelled' });
    expect((await ground.amend(late.body.id, 'prefer')).body.code).toBe('illegal_transition');

    const closed = await single();
    const lines = [{ consignmentId: closed.id, materialId: ground.leafletId, quantity: 100 }];
    await ground.base.command(closed.batchId, 'lose', { lines });
    await ground.base.command(closed.batchId, 'close');
    const after = await ground.confirm(closed.id, { delivered: 100 });
    expect(after.body).toMatchObject({ status: 'conflict', reason: 'batch_closed' });
  });

  it('are conflicts where the assignment has ended', async () => {
    const { batchId, id } = await single();
    const other = await ground.base.addPerson('volunteer');
    await ground.base.command(batchId, 'assign', { assigneeId: other.id });
    const late = await ground.confirm(id, { delivered: 100 });
    expect(late.body).toMatchObject({ status: 'conflict', reason: 'assignment_ended' });
    const theirs = await ground.confirm(id, { delivered: 100 }, {}, other);
    expect(theirs.body.status).toBe('accepted');
  });

  it('follow one another, whichever comes first', async () => {
    const { id } = await single();
    const first = ground.told(id, { delivered: 60 });
    const second = ground.told(id, { delivered: 30 }, { follows: first.id });
    const third = ground.told(id, { delivered: 10 }, { follows: second.id });
    const results = await ground.sync([third, second, first]);
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    expect((await ground.consignment(id)).standingConfirmationId).toBe(third.id);
    expect(await ground.counters(id)).toEqual({ sent: 100, delivered: 100 });
    expect(await ground.open(id)).toEqual({});
    const beyond = await ground.confirm(id, { delivered: 1 }, { follows: third.id });
    expect(beyond.body).toMatchObject({ status: 'conflict', reason: 'more_than_in_transit' });
  });

  it('that failed book nothing and stand in nobody’s way', async () => {
    const { id } = await single();
    const attempt = await ground.confirm(id, {}, { kind: 'failed_attempt', note: 'Zatvoreno' });
    expect(attempt.body).toMatchObject({
      status: 'accepted',
      consignment: { state: 'in_transit' },
    });
    expect(attempt.body.discrepancies).toEqual([]);
    expect((await ground.confirm(id, { delivered: 100 })).body.status).toBe('accepted');
    expect((await ground.correct(attempt.body.id, { delivered: 1 })).status).toBe(409);
  });

  it('show recipients’ data to their sender and coordinators alone', async () => {
    const { id } = await single();
    const manager = await ground.base.addPerson('manager');
    const stranger = await ground.base.addPerson('volunteer');
    const personal = {
      receivedBy: 'Marija Petrović',
      note: 'Kod sekretarke',
      position: { latitude: 43.89, longitude: 20.35, accuracyMeters: 12.5 },
    };
    const { body } = await ground.confirm(id, { delivered: 100 }, personal);
    const query = `consignment=${id}`;
    for (const person of [ground.coordinator, ground.volunteer]) {
      expect(await ground.confirmations(query, person)).toMatchObject([personal]);
      expect((await person.client.get(`/confirmations/${body.id}`)).body).toMatchObject(personal);
    }
    const nothing = { receivedBy: null, note: null, position: null };
    expect(await ground.confirmations(query, manager)).toMatchObject([nothing]);
    expect(await ground.confirmations(query, stranger)).toEqual([]);
    expect((await stranger.client.get(`/confirmations/${body.id}`)).status).toBe(404);

    const shelter = await ground.send({ point: { kind: 'shelter', confidential: true } });
    const hidden = await ground.confirm(shelter.consignmentIds[0]!, { delivered: 90 });
    expect(await ground.confirmations(`batch=${shelter.batchId}`, manager)).toEqual([]);
    expect((await manager.client.get(`/confirmations/${hidden.body.id}`)).status).toBe(404);
    const path = `/discrepancies?batch=${shelter.batchId}`;
    expect((await manager.client.get<{ total: number }>(path)).body.total).toBe(0);
  });

  it('are for those who deliver: managers may not send, volunteers not amend', async () => {
    const { id } = await single();
    const manager = await ground.base.addPerson('manager');
    expect((await ground.confirm(id, { delivered: 1 }, {}, manager)).status).toBe(403);
    const { body } = await ground.confirm(id, { delivered: 1 });
    const path = `/confirmations/${body.id}/correct`;
    const asVolunteer = await ground.volunteer.client.post(path, { lines: [], reason: 'x' });
    expect(asVolunteer.status).toBe(403);
    const office = await single();
    const byOffice = await ground.confirm(office.id, { delivered: 100 }, {}, ground.coordinator);
    expect(byOffice.body.status).toBe('accepted');
    const [row] = await ground.confirmations(`consignment=${office.id}`);
    expect(row).toMatchObject({ source: 'office', senderId: ground.coordinator.id });
    expect(DISPATCHED < row!.occurredAt!).toBe(true);
  });
});
