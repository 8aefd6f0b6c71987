import * as fc from 'fast-check';
import { stateOfConsignment } from '../../src/distribution/consignment-state.js';
import { STATE_OF_CONSIGNMENT } from '../../src/distribution/consignment-state.query.js';
import { Shipments } from '../../src/distribution/shipments.service.js';
import { ReadConnection } from '../../src/platform/database/read-connection.js';
import { sql } from '../../src/platform/database/sql.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids/ids.js';
import { onEachEngine } from '../support/database.js';
import { CACAK, DAY, DistributionGround, NIS } from '../support/distribution.js';

onEachEngine('distribution', (engine) => {
  let ground: DistributionGround;

  beforeAll(async () => {
    ground = await DistributionGround.prepare(engine);
  }, 60_000);
  afterAll(() => ground.close());

  const reads = () => ground.service.app.get(ReadConnection);
  const reserved = async (batchId: string): Promise<number> => {
    const row = await reads().one<{ sum: number }>(
      sql`SELECT COALESCE(SUM(CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END), 0) AS sum
        FROM reservation WHERE batch_id = ${batchId}`,
    );
    return Number(row!.sum);
  };
  const reservedInWarehouse = async (lotId: string): Promise<number> => {
    const row = await reads().one<{ sum: number }>(
      sql`SELECT COALESCE(SUM(reserved), 0) AS sum FROM balance WHERE lot_id = ${lotId}`,
    );
    return Number(row!.sum);
  };

  it('goes from draft to packed and back, reserving and releasing lot by lot', async () => {
    const old = await ground.addStock(ground.leafletId, 15, DAY);
    const young = await ground.addStock(ground.leafletId, 100, '2026-03-02T09:00:00.000Z');
    const points = await ground.addPoints(2);
    const draft = await ground.create(ground.leaflets(points));
    expect(draft.status).toBe(201);
    expect(draft.body).toMatchObject({
      state: 'draft',
      version: 1,
      consignmentCount: 2,
      pieces: 20,
    });
    const { id, consignments } = draft.body;
    const listed = await ground.coordinator.client.get<{ items: unknown[] }>(
      `/batches?state=draft&campaign=${ground.campaignId}`,
    );
    expect(listed.body.items).toMatchObject([
      { id, pieces: 20, delivered: 0, municipalityCodes: [CACAK] },
    ]);

    const planned = await ground.command(id, 'plan');
    expect(planned.status).toBe(201);
    expect(planned.body.state).toBe('planned');
    expect(planned.body.consignments.map(({ lines }) => lines[0]!.lots)).toEqual([
      [{ lotId: old, lotNumber: `lot ${old}`, quantity: 10 }],
      [
        { lotId: old, lotNumber: `lot ${old}`, quantity: 5 },
        { lotId: young, lotNumber: `lot ${young}`, quantity: 5 },
      ],
    ]);
    expect(await reserved(id)).toBe(20);

    const packed = await ground.command(id, 'pack', {
      consignments: [{ id: consignments[1]!.id, packages: 3, trackingNumbers: ['A1', 'A2'] }],
    });
    expect(packed.body.state).toBe('packed');
    expect(packed.body.packedAt! >= packed.body.plannedAt!).toBe(true);
    expect(packed.body.consignments[0]!.packages.map(({ label }) => label)).toEqual(['1/1']);
    expect(packed.body.consignments[1]!.packages.map(({ label }) => label)).toEqual([
      '1/3',
      '2/3',
      '3/3',
    ]);
    expect(packed.body.consignments[1]!.trackingNumbers).toEqual(['A1', 'A2']);
    expect(await reserved(id)).toBe(20);

    const back = await ground.command(id, 'unplan');
    expect(back.body).toMatchObject({ state: 'draft', plannedAt: null, packedAt: null });
    expect(back.body.consignments.map(({ packages }) => packages)).toEqual([[], []]);
    expect(back.body.consignments.map(({ lines }) => lines[0]!.lots)).toEqual([[], []]);
    expect(back.body.consignments.map(({ waybillNumber }) => waybillNumber)).toEqual(
      consignments.map(({ waybillNumber }) => waybillNumber),
    );
    expect(await reserved(id)).toBe(0);
    expect([await reservedInWarehouse(old), await reservedInWarehouse(young)]).toEqual([0, 0]);
  });

  it('refuses a plan with every short line, and reserves nothing', async () => {
    const { id } = (
      await ground.create([
        ...ground.leaflets(await ground.addPoints(1), 500_000_000),
        ...ground.leaflets(await ground.addPoints(1), 7),
      ])
    ).body;
    const refused = await ground.command(id, 'plan');
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('insufficient_stock');
    expect(refused.body.errors.map(({ path }) => path)).toEqual([
      'consignments[0].lines[0]',
      'consignments[1].lines[0]',
    ]);
    expect(refused.body.errors[1]!.message).toContain('7 pieces needed, 0 available');
    expect(await reserved(id)).toBe(0);
  });

  it('plans a batch of a command once, however often it is sent at once', async () => {
    await ground.addStock(ground.leafletId, 1000);
    const { id } = (await ground.create(ground.leaflets(await ground.addPoints(2)))).body;
    const commandId = newId();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ground.command(id, 'plan', { commandId })),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 200, 201,
    ]);
    expect(await reserved(id)).toBe(20);
  });

  it('never reserves more than there is, whoever plans at the same moment', async () => {
    const lotId = await ground.addStock(ground.posterId, 25);
    const batches = await Promise.all(
      (await ground.addPoints(6)).map((deliveryPointId) =>
        ground.create([
          { deliveryPointId, lines: [{ materialId: ground.posterId, quantity: 10 }] },
        ]),
      ),
    );
    const waybills = batches.map(({ body }) => body.consignments[0]!.waybillNumber);
    expect(new Set(waybills).size).toBe(6);
    const answers = await Promise.all(batches.map(({ body }) => ground.command(body.id, 'plan')));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      201, 201, 409, 409, 409, 409,
    ]);
    expect(await reservedInWarehouse(lotId)).toBe(20);
  });

  it('reserves in the municipality in which the point lies when it is planned, and then keeps it there', async () => {
    await ground.addStock(ground.leafletId, 100);
    const [pointId] = await ground.addPoints(1);
    const { id } = (await ground.create(ground.leaflets([pointId!]))).body;
    const { client } = ground.coordinator;
    expect(
      (await client.patch(`/delivery-points/${pointId}`, { municipalityCode: NIS }, 1)).status,
    ).toBe(200);
    await ground.command(id, 'plan');
    const row = await reads().one<{ code: string }>(
      sql`SELECT municipality_code AS code FROM reservation WHERE batch_id = ${id}`,
    );
    expect(row!.code).toBe(NIS);
    expect(
      (await client.patch(`/delivery-points/${pointId}`, { municipalityCode: CACAK }, 2)).status,
    ).toBe(409);
  });

  it('changes a draft as a whole: keeps, makes, removes and reorders', async () => {
    const [a, b, c] = await ground.addPoints(3);
    const volunteer = await ground.addPerson('volunteer');
    const draft = (await ground.create(ground.leaflets([a!, b!]), { expectedAt: DAY })).body;
    const [, second] = draft.consignments;
    const changed = await ground.coordinator.client.patch<typeof draft>(
      `/batches/${draft.id}`,
      {
        mode: 'courier',
        consignments: [
          ...ground.leaflets([c!], 5),
          {
            deliveryPointId: b,
            assigneeId: volunteer.id,
            expectedAt: '2026-04-01T08:00:00Z',
            lines: [
              { materialId: ground.posterId, quantity: 1 },
              { materialId: ground.leafletId, quantity: 2 },
            ],
          },
        ],
      },
      draft.version,
    );
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ mode: 'courier', expectedAt: DAY, version: 2, pieces: 8 });
    const [made, kept] = changed.body.consignments;
    expect(made!.deliveryPoint.id).toBe(c);
    expect(kept).toMatchObject({
      id: second!.id,
      waybillNumber: second!.waybillNumber,
      assigneeId: volunteer.id,
      expectedAt: '2026-04-01T08:00:00.000Z',
      position: 1,
    });
    expect(kept!.lines.map(({ materialId, quantity }) => [materialId, quantity])).toEqual([
      [ground.posterId, 1],
      [ground.leafletId, 2],
    ]);
    const removed = await ground.coordinator.client.delete(`/batches/${draft.id}`, 2);
    expect(removed.status).toBe(204);
  });

  it('asks as many statements for 300 consignments as for 3', async () => {
    await ground.addStock(ground.leafletId, 10_000);
    const points = await ground.addPoints(300);
    const counts: number[] = [];
    for (const size of [3, 300]) {
      const counted = countStatements(ground);
      const { id } = (await ground.create(ground.leaflets(points.slice(0, size), 1))).body;
      await ground.command(id, 'plan');
      await ground.command(id, 'pack');
      await ground.command(id, 'unplan');
      counts.push(counted.stop());
    }
    expect(counts[0]).toBeGreaterThan(20);
    expect(counts[1]).toBe(counts[0]);
  }, 60_000);

  it('adds to the counters of many lines at once, and marks their consignments as changed', async () => {
    const shipments = ground.service.app.get(Shipments);
    const { id } = (await ground.create(ground.leaflets(await ground.addPoints(3)))).body;
    await ground.service.app.get(UnitOfWork).run('send', async (tx) => {
      const rows = await shipments.load(tx, { batchId: id });
      const materialId = ground.leafletId;
      await shipments.addToLines(
        tx,
        rows.map((row) => ({ consignmentId: row.id, materialId, sent: 10 })),
      );
      const [first, second] = rows;
      await shipments.addToLines(tx, [
        { consignmentId: first!.id, materialId, delivered: 4 },
        { consignmentId: first!.id, materialId, delivered: 3, damaged: 1 },
        { consignmentId: second!.id, materialId, refused: 10 },
      ]);
      await shipments.addToLines(tx, [{ consignmentId: first!.id, materialId, delivered: -2 }]);
    });
    const after = await shipments.load(reads(), { batchId: id });
    expect(after.map(({ lines: [line] }) => [line!.sent, line!.delivered, line!.damaged])).toEqual([
      [10, 5, 1],
      [10, 0, 0],
      [10, 0, 0],
    ]);
    expect(after[1]!.lines[0]!.refused).toBe(10);
    expect(after.map(({ version }) => version)).toEqual([4, 3, 2]);
  });

  it('refuses counters that do not add up', async () => {
    const shipments = ground.service.app.get(Shipments);
    const { consignments } = (await ground.create(ground.leaflets(await ground.addPoints(1)))).body;
    const overdraw = ground.service.app
      .get(UnitOfWork)
      .run('overdraw', (tx) =>
        shipments.addToLines(tx, [
          { consignmentId: consignments[0]!.id, materialId: ground.leafletId, delivered: 1 },
        ]),
      );
    await expect(overdraw).rejects.toThrow();
  });

  it('knows the state of a consignment in lists as the rule gives it', async () => {
    const { id, consignments } = (await ground.create(ground.leaflets(await ground.addPoints(1))))
      .body;
    const consignmentId = consignments[0]!.id;
    const PART = fc.nat(2);
    const LINE = fc
      .record({
        delivered: PART,
        damaged: PART,
        missing: PART,
        returned: PART,
        lost: PART,
        left: PART,
      })
      .filter((parts) => Object.values(parts).some((part) => part > 0))
      .chain(({ left, ...parts }) => {
        const sent = Object.values(parts).reduce((sum, part) => sum + part, left);
        return fc.record({
          ...Object.fromEntries(
            Object.entries(parts).map(([key, part]) => [key, fc.constant(part)]),
          ),
          sent: fc.constant(sent),
          refused: fc.nat(parts.returned + parts.lost + left),
        });
      });
    const LINES = fc.array(LINE, { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(LINES, async (lines) => {
        const counters = lines as unknown as Parameters<typeof stateOfConsignment>[1];
        const read = await ground.service.app.get(UnitOfWork).run('try', async (tx) => {
          await tx.execute(
            sql`UPDATE batch SET state = 'dispatched', dispatched_at = ${DAY} WHERE id = ${id}`,
          );
          await tx.execute(
            sql`DELETE FROM consignment_line WHERE consignment_id = ${consignmentId}`,
          );
          await tx.insert(
            'consignment_line',
            counters.map((line, index) => ({
              consignment_id: consignmentId,
              material_id: [ground.leafletId, ground.posterId][index],
              position: index,
              quantity: 100,
              surplus: 0,
              ...line,
            })),
          );
          return tx.one<{ state: string }>(
            sql`SELECT ${STATE_OF_CONSIGNMENT} AS state
              FROM consignment c JOIN batch b ON b.id = c.batch_id WHERE c.id = ${consignmentId}`,
          );
        });
        expect(read!.state).toBe(stateOfConsignment('dispatched', counters));
      }),
      { numRuns: 60 },
    );
  });
});

/** Counts the statements of commands on batches; others, such as the token’s last use, write when they will. */
function countStatements(ground: DistributionGround): { stop(): number } {
  const work = ground.service.app.get(UnitOfWork);
  const run = work.run.bind(work);
  let count = 0;
  work.run = (name, what) =>
    run(name, (tx) => {
      if (!name.endsWith(' batch')) return what(tx);
      for (const method of ['query', 'execute'] as const) {
        const original = (tx[method] as (statement: unknown) => Promise<never>).bind(tx);
        tx[method] = (statement: unknown) => {
          count += 1;
          return original(statement);
        };
      }
      return what(tx);
    });
  return {
    stop: () => {
      work.run = run;
      return count;
    },
  };
}
