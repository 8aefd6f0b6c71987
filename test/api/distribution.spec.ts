import { isWaybillNumber } from '../../src/distribution/waybill-number.js';
import { newId } from '../../src/platform/ids/ids.js';
import { CACAK, DistributionGround, LUCANI, NIS } from '../support/distribution.js';

interface Listed<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

let ground: DistributionGround;

beforeAll(async () => {
  ground = await DistributionGround.prepare();
}, 60_000);
afterAll(() => ground.close());

describe('a batch', () => {
  it('is made once, and is answered by its present state when it is sent again', async () => {
    const id = newId();
    const consignments = ground.leaflets(await ground.addPoints(1));
    const first = await ground.create(consignments, { id });
    const again = await ground.create(consignments, { id });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get('etag')).toBe('"1"');
    const other = await ground.create([], { id });
    expect([other.status, other.body.code]).toEqual([409, 'id_reused']);
    const [consignment] = first.body.consignments;
    expect(isWaybillNumber(consignment!.waybillNumber)).toBe(true);
    expect(consignment).toMatchObject({ state: 'pending', batchState: 'draft', assigneeId: null });
    expect(consignment!.packing).toMatchObject({ pieces: 10, weightGrams: 45, volumeCm3: 30 });
  });

  it('is listed by state and campaign, newest first, with how much is in it', async () => {
    const { id } = (await ground.create(ground.leaflets(await ground.addPoints(2), 3))).body;
    const listed = await ground.coordinator.client.get<Listed<{ id: string }>>(
      `/batches?state=draft&campaign=${ground.campaignId}&limit=1`,
    );
    expect(listed.body.items[0]).toMatchObject({
      id,
      consignmentCount: 2,
      pieces: 6,
      delivered: 0,
      municipalityCodes: [CACAK],
    });
    expect(listed.body.nextCursor).not.toBeNull();
    const none = await ground.coordinator.client.get<Listed<never>>('/batches?state=closed');
    expect(none.body.total).toBe(0);
  });

  it.each<[string, (point: string) => Promise<unknown[]> | unknown[], number, string]>([
    [
      'a point twice',
      (point) => [...ground.leaflets([point]), ...ground.leaflets([point])],
      422,
      'consignments[1].deliveryPointId',
    ],
    [
      'a material twice',
      (deliveryPointId) => [
        {
          deliveryPointId,
          lines: [1, 2].map((quantity) => ({ materialId: ground.leafletId, quantity })),
        },
      ],
      422,
      'consignments[0].lines[1].materialId',
    ],
    [
      'nothing in a consignment',
      (deliveryPointId) => [{ deliveryPointId, lines: [] }],
      422,
      'consignments[0].lines',
    ],
    ['an unknown point', () => ground.leaflets([newId()]), 422, 'consignments[0].deliveryPointId'],
    [
      'an unknown material',
      (deliveryPointId) => [{ deliveryPointId, lines: [{ materialId: newId(), quantity: 1 }] }],
      422,
      'consignments[0].lines[0].materialId',
    ],
    [
      'an unknown assignee',
      (point) => [{ ...ground.leaflets([point])[0], assigneeId: newId() }],
      422,
      'consignments[0].assigneeId',
    ],
    [
      'an absurd arrival',
      (point) => [{ ...ground.leaflets([point])[0], expectedAt: '2999-01-01T00:00:00Z' }],
      422,
      'consignments[0].expectedAt',
    ],
    [
      'a retired point',
      async () => ground.leaflets([await ground.addPoint({ active: false })]),
      422,
      'consignments[0].deliveryPointId',
    ],
    [
      'a fraction of a piece',
      (point) => ground.leaflets([point], 1.5),
      400,
      'consignments[0].lines[0].quantity',
    ],
    [
      'too many pieces',
      (point) => ground.leaflets([point], 1_000_000_001),
      400,
      'consignments[0].lines[0].quantity',
    ],
    [
      'a field that nobody knows',
      (point) => [{ ...ground.leaflets([point])[0], colour: 'red' }],
      400,
      'consignments[0].colour',
    ],
  ])('refuses %s', async (_name, consignmentsFor, status, path) => {
    const [pointId] = await ground.addPoints(1);
    const refused = await ground.create(await consignmentsFor(pointId!));
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([status, path]);
  });

  it('refuses broadcast, another campaign’s material, and a warehouse that is not there or out of use', async () => {
    const administrator = await ground.addPerson('administrator');
    const material = { unit: 'kom', language: 'sr-Latn' };
    const [spot, foreign] = await Promise.all(
      ['broadcast', 'print'].map((kind) =>
        ground.make(administrator, '/materials', { ...material, code: newId(), name: kind, kind }),
      ),
    );
    const [deliveryPointId] = await ground.addPoints(1);
    for (const materialId of [spot, foreign]) {
      const refused = await ground.create([
        { deliveryPointId, lines: [{ materialId, quantity: 1 }] },
      ]);
      expect([refused.status, refused.body.code]).toEqual([422, 'rule']);
    }
    const unknown = await ground.create([], { warehouseId: newId() });
    expect([unknown.status, unknown.body.errors[0]!.path]).toEqual([422, 'warehouseId']);
    const closed = await ground.make(ground.coordinator, '/warehouses', {
      name: 'Stari magacin',
      municipalityCode: CACAK,
      active: false,
    });
    const retired = await ground.create([], { warehouseId: closed });
    expect([retired.status, retired.body.errors[0]!.path]).toEqual([422, 'warehouseId']);
  });

  it('does not take the id of another batch’s consignment', async () => {
    const points = await ground.addPoints(2);
    const id = newId();
    const [first, second] = points.map((point) => [{ ...ground.leaflets([point])[0], id }]);
    expect((await ground.create(first)).status).toBe(201);
    const refused = await ground.create(second);
    expect([refused.status, refused.body.code]).toEqual([409, 'id_reused']);
  });

  it('is changed and deleted only by whoever read it last, and only while it is a draft', async () => {
    await ground.addStock(ground.leafletId, 100);
    const { id } = (await ground.create(ground.leaflets(await ground.addPoints(1)))).body;
    const { client } = ground.coordinator;
    expect((await client.delete(`/batches/${id}`)).status).toBe(428);
    expect((await client.patch(`/batches/${id}`, { driver: 'Mika' }, 1)).status).toBe(200);
    expect((await client.patch(`/batches/${id}`, { driver: 'Pera' }, 1)).status).toBe(412);
    await ground.command(id, 'plan');
    const refused = await client.patch<{ code: string; allowed: string[] }>(
      `/batches/${id}`,
      { driver: 'Pera' },
      3,
    );
    expect(refused.body).toMatchObject({ code: 'illegal_transition', state: 'planned' });
    expect((await client.delete(`/batches/${id}`, 3)).status).toBe(409);
  });

  it('refuses steps that its state does not allow, and names those that it allows', async () => {
    const { id } = (await ground.create(ground.leaflets(await ground.addPoints(1)))).body;
    for (const step of ['pack', 'unplan']) {
      const refused = await ground.command(id, step);
      expect([refused.status, refused.body.code]).toEqual([409, 'illegal_transition']);
      expect(refused.body.allowed).toEqual(expect.arrayContaining(['plan', 'cancel', 'fill']));
    }
    expect((await ground.command(newId(), 'plan')).status).toBe(404);
    const empty = (await ground.create()).body;
    expect((await ground.command(empty.id, 'plan')).status).toBe(422);
  });

  it('takes named lots, and says what is wrong with one', async () => {
    await ground.addStock(ground.posterId, 100);
    const lotId = await ground.addStock(ground.posterId, 5, '2026-03-05T09:00:00.000Z');
    const leaflets = await ground.addStock(ground.leafletId, 5);
    const [deliveryPointId] = await ground.addPoints(1);
    const draft = await ground.create([
      { deliveryPointId, lines: [{ materialId: ground.posterId, quantity: 8 }] },
    ]);
    const { id, consignments } = draft.body;
    const lot = { consignmentId: consignments[0]!.id, materialId: ground.posterId, lotId };
    const name = (more: Record<string, unknown>) =>
      ground.command(id, 'plan', { lots: [{ ...lot, quantity: 5, ...more }] });
    expect((await name({ quantity: 9 })).status).toBe(422);
    expect((await name({ consignmentId: newId() })).status).toBe(422);
    expect((await name({ lotId: newId() })).body.code).toBe('unknown_reference');
    expect((await name({ lotId: leaflets })).body.code).toBe('rule');
    const short = await name({ quantity: 6 });
    expect([short.status, short.body.code]).toEqual([409, 'insufficient_stock']);
    const planned = await name({});
    const lots = planned.body.consignments[0]!.lines[0]!.lots;
    expect(lots.map(({ quantity }) => quantity)).toEqual([5, 3]);
    expect(lots[0]!.lotId).toBe(lotId);
  });

  it('packs no print run that was blocked meanwhile', async () => {
    const points = await ground.addPoints(1);
    const lotId = await ground.addStock(ground.leafletId, 10, '2020-01-01T00:00:00.000Z');
    const { id } = (await ground.create(ground.leaflets(points))).body;
    await ground.command(id, 'plan');
    const blocked = await ground.coordinator.client.post(`/stock/lots/${lotId}/block`, {
      reason: 'Pogrešan broj telefona',
    });
    expect(blocked.status).toBe(201);
    const refused = await ground.command(id, 'pack');
    expect([refused.status, refused.body.code]).toEqual([409, 'lot_not_usable']);
    expect((await ground.command(id, 'unplan')).status).toBe(201);
  });
});

describe('filling a batch', () => {
  it('brings the same to all active points that are chosen, and adds where they are in it already', async () => {
    const tag = newId();
    const more = { tags: [tag] };
    const points = await ground.addPoints(3, more);
    await ground.addPoint({ ...more, active: false });
    await ground.addPoint({ ...more, municipalityCode: NIS });
    const { id } = (await ground.create(ground.leaflets([points[1]!], 1))).body;
    const filled = await ground.command(id, 'fill', {
      points: { kind: 'school', tag, municipalityCodes: [CACAK] },
      lines: [{ materialId: ground.leafletId, quantity: 20 }],
    });
    expect(filled.status).toBe(201);
    expect(
      filled.body.consignments.map(({ lines }) => lines[0]!.quantity).sort((a, b) => a - b),
    ).toEqual([20, 20, 21]);
    const district = await ground.command(id, 'fill', {
      points: { tag, districtCode: 'RS225' },
      lines: [{ materialId: ground.posterId, quantity: 2 }],
    });
    expect(district.body.consignmentCount).toBe(4);
    expect(district.body.version).toBe(3);
  });

  it('up to target, spreads what the municipality lacks, once', async () => {
    const tag = newId();
    const administrator = await ground.addPerson('administrator');
    await ground.make(administrator, `/campaigns/${ground.campaignId}/target-rules`, {
      materialId: ground.leafletId,
      kind: 'fixed',
      value: 90,
      municipalityCode: LUCANI,
    });
    const more = { municipalityCode: LUCANI, tags: [tag] };
    await ground.addPoint({ ...more, name: 'A', audience: 600 });
    await ground.addPoint({ ...more, name: 'B', audience: 300 });
    const { id } = (await ground.create()).body;
    const command = {
      points: { tag },
      lines: [{ materialId: ground.leafletId, upToTarget: true }],
    };
    await ground.command(id, 'fill', command);
    const { body } = await ground.command(id, 'fill', command);
    expect(
      body.consignments.map(({ deliveryPoint, lines }) => [deliveryPoint.name, lines[0]!.quantity]),
    ).toEqual([
      ['A', 60],
      ['B', 30],
    ]);
  });

  it.each([
    [{}, [{ quantity: 1 }], 422],
    [{ tag: 'nobody' }, [{ quantity: 1 }], 422],
    [{ municipalityCodes: ['79014'] }, [{ quantity: 1 }], 422],
    [{ districtCode: 'RS999' }, [{ quantity: 1 }], 422],
    [{ groupId: newId() }, [{ quantity: 1 }], 422],
    [{ ids: [newId()] }, [{ quantity: 1 }], 422],
    [{ kind: 'castle' }, [{ quantity: 1 }], 400],
    [{ kind: 'school' }, [{}], 422],
    [{ kind: 'school' }, [{ quantity: 1, upToTarget: true }], 422],
    [{ kind: 'school' }, [{ quantity: 1 }, { quantity: 2 }], 422],
    [{ kind: 'school' }, [], 400],
  ])('refuses %j with lines %j', async (points, lines, status) => {
    const { id } = (await ground.create()).body;
    const refused = await ground.command(id, 'fill', {
      points,
      lines: lines.map((line) => ({ materialId: ground.leafletId, ...line })),
    });
    expect(refused.status).toBe(status);
  });
});
