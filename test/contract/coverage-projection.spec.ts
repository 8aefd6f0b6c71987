import fc from 'fast-check';
import { CoverageProjection } from '../../src/coverage/coverage.projection.js';
import { ReplayCoverage } from '../../src/coverage/replay-coverage.check.js';
import { sql } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids/ids.js';
import { type Movement, type MovementDraft, reverseMovement } from '../../src/stock/ledger.js';
import { LedgerSums } from '../../src/stock/ledger-sums.service.js';
import { Ledger } from '../../src/stock/ledger.service.js';
import { addTime } from '../../src/time.js';
import { onEachEngine } from '../support/database.js';
import {
  DAY_1,
  DAY_2,
  DAY_3,
  MUNICIPALITY,
  prepareStock,
  type StockGround,
} from '../support/stock.js';

const TABLES = [
  ['coverage_cell', 'campaign_id, municipality_code, material_id, lot_id'],
  ['coverage_day', 'campaign_id, day, municipality_code, material_id, lot_id'],
  ['coverage_point', 'campaign_id, delivery_point_id, material_id, lot_id'],
  ['coverage_transit', 'consignment_id, material_id'],
  ['coverage_delivery', 'movement_id'],
] as const;

onEachEngine('the coverage projection', (engine) => {
  let ground: StockGround;
  let ledger: Ledger;
  const replay = new ReplayCoverage();
  const sums = new LedgerSums();

  beforeAll(async () => {
    ground = await prepareStock(engine);
    ledger = new Ledger(ground.clock, [new CoverageProjection()]);
  });
  afterAll(() => ground.close());

  const book = (movements: readonly MovementDraft[]): Promise<Movement[]> =>
    ground.database.unitOfWork.run('book', (tx) =>
      ledger.book(tx, { cause: { kind: 'confirmation', id: newId() }, actorId: 'a', movements }),
    );
  const reserve = (kind: 'reserve' | 'release', lotId: string, quantity: number) =>
    ground.database.unitOfWork.run('reserve', (tx) =>
      ledger.reserve(tx, {
        cause: { kind: kind === 'reserve' ? 'plan' : 'unplan', id: newId() },
        actorId: 'a',
        entries: [
          {
            kind,
            lotId,
            quantity,
            warehouseId: ground.warehouseIds[0],
            batchId: 'batch',
            consignmentId: 'consignment',
            deliveryPointId: ground.pointId,
            municipalityCode: MUNICIPALITY,
          },
        ],
      }),
    );
  const road = (lotId: string) => {
    const point = { deliveryPointId: ground.pointId, municipalityCode: MUNICIPALITY };
    const trip = { ...point, batchId: 'batch', consignmentId: 'consignment' };
    const step =
      (from: MovementDraft['from'], to: MovementDraft['to'], more: Partial<MovementDraft>) =>
      (quantity: number, occurredAt: string): MovementDraft => ({
        lotId,
        from,
        to,
        quantity,
        occurredAt,
        ...more,
      });
    const warehouse = `warehouse:${ground.warehouseIds[0]}` as const;
    return {
      receive: step('supplier', warehouse, {}),
      dispatch: step(warehouse, 'in_transit:batch', trip),
      deliver: step('in_transit:batch', `delivered:${ground.pointId}`, trip),
      damage: step('in_transit:batch', 'damaged', trip),
      lose: step('in_transit:batch', 'lost', trip),
      giveBack: step('in_transit:batch', warehouse, trip),
      surplus: step('adjustment', `delivered:${ground.pointId}`, trip),
      issue: step(warehouse, `delivered:${ground.pointId}`, point),
      handOut: step(warehouse, `handed_out:${MUNICIPALITY}`, { municipalityCode: MUNICIPALITY }),
    };
  };
  const cell = (lotId: string) =>
    ground.database.reads.one<Record<string, unknown>>(
      sql`SELECT planned, in_transit AS "inTransit", delivered, damaged, lost,
          first_delivered_at AS "firstDeliveredAt", last_delivered_at AS "lastDeliveredAt"
        FROM coverage_cell WHERE lot_id = ${lotId}`,
    );
  const dump = async () => {
    const rows = [];
    for (const [table, keys] of TABLES) {
      rows.push(
        await ground.database.reads.query(
          sql`SELECT * FROM ${sql.raw(table)} ORDER BY ${sql.raw(keys)}`,
        ),
      );
    }
    return rows;
  };

  it('follows pieces on their way', async () => {
    const lotId = await ground.addLot();
    const steps = road(lotId);
    await book([steps.receive(100, DAY_1)]);
    expect(await cell(lotId)).toBeUndefined();
    await reserve('reserve', lotId, 40);
    expect(await cell(lotId)).toMatchObject({ planned: 40, inTransit: 0, delivered: 0 });
    await reserve('release', lotId, 40);
    await book([steps.dispatch(40, DAY_1)]);
    await book([steps.deliver(30, DAY_2), steps.damage(2, DAY_2), steps.lose(3, DAY_2)]);
    await book([steps.giveBack(5, DAY_3), steps.surplus(1, DAY_3), steps.handOut(7, DAY_3)]);
    expect(await cell(lotId)).toEqual({
      planned: 0,
      inTransit: 0,
      delivered: 38,
      damaged: 2,
      lost: 3,
      firstDeliveredAt: DAY_2,
      lastDeliveredAt: DAY_3,
    });
    expect(await replay.run(ground.database.reads)).toEqual({ holds: true });
  });

  it('finds the first and last delivery anew when one is reversed', async () => {
    const lotId = await ground.addLot();
    const steps = road(lotId);
    await book([steps.receive(100, DAY_1)]);
    const [early] = await book([steps.issue(1, DAY_1)]);
    const [middle] = await book([steps.issue(1, DAY_2)]);
    const [late] = await book([steps.issue(1, DAY_3)]);
    const span = async () => {
      const { firstDeliveredAt, lastDeliveredAt } = (await cell(lotId))!;
      return [firstDeliveredAt, lastDeliveredAt];
    };
    expect(await span()).toEqual([DAY_1, DAY_3]);
    await book([reverseMovement(early!)]);
    expect(await span()).toEqual([DAY_2, DAY_3]);
    await book([reverseMovement(late!), steps.issue(1, DAY_1)]);
    expect(await span()).toEqual([DAY_1, DAY_2]);
    await book([reverseMovement(middle!)]);
    expect(await span()).toEqual([DAY_1, DAY_1]);
    expect(await replay.run(ground.database.reads)).toEqual({ holds: true });
  });

  it('is the replay of the entries, whatever was booked and reversed in which order', async () => {
    const kinds = [
      'dispatch',
      'deliver',
      'damage',
      'lose',
      'giveBack',
      'surplus',
      'issue',
      'handOut',
    ] as const;
    const act = fc.record({
      kind: fc.constantFrom(...kinds, 'reverse' as const),
      quantity: fc.integer({ min: 1, max: 9 }),
      hour: fc.nat(24 * 20),
    });
    const run = async (
      acts: { kind: (typeof kinds)[number] | 'reverse'; quantity: number; hour: number }[],
    ) => {
      const lotId = await ground.addLot();
      const steps = road(lotId);
      await book([steps.receive(1000, DAY_1), steps.dispatch(400, DAY_1)]);
      const standing: Movement[] = [];
      for (const { kind, quantity, hour } of acts) {
        const taken = kind === 'reverse' ? standing.splice(hour % (standing.length || 1), 1) : [];
        const drafts =
          kind === 'reverse'
            ? taken.map(reverseMovement)
            : [steps[kind](quantity, addTime(DAY_1, hour * 3_600_000))];
        try {
          const booked = await book(drafts);
          if (kind !== 'reverse') standing.push(...booked);
        } catch (error) {
          expect(error).toMatchObject({ code: 'insufficient_stock' });
        }
      }
      expect(await replay.run(ground.database.reads)).toEqual({ holds: true });
      const kept = await dump();
      await ground.database.unitOfWork.run('rebuild', (tx) => new CoverageProjection().rebuild(tx));
      expect(await replay.run(ground.database.reads)).toEqual({ holds: true });
      const isTold = (row: unknown) => JSON.stringify(row);
      expect((await dump()).map((rows) => rows.map(isTold))).toEqual(
        kept.map((rows) => rows.map(isTold)),
      );
      const [sum] = (
        await sums.cells(ground.database.reads, { campaignId: ground.campaignId })
      ).filter((row) => row.lotId === lotId);
      const { planned: _, ...present } = (await cell(lotId))!;
      expect(sum).toMatchObject(present);
    };
    await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 14 }), run), { numRuns: 12 });
  });

  it('tells which row is not as the entries have it', async () => {
    await ground.database.unitOfWork.run('spoil', (tx) =>
      tx.execute(sql`UPDATE coverage_cell SET delivered = delivered + 1`),
    );
    expect(await replay.run(ground.database.reads)).toMatchObject({
      holds: false,
      firstOffender: expect.stringContaining('coverage_cell'),
    });
    await ground.database.unitOfWork.run('mend', (tx) => new CoverageProjection().rebuild(tx));
    expect(await replay.run(ground.database.reads)).toEqual({ holds: true });
  });

  it('books three hundred lines in as many statements as three', async () => {
    const count = async (lines: number): Promise<number> => {
      const lots = await Promise.all(Array.from({ length: lines }, () => ground.addLot()));
      const movements = lots.map((lotId) => road(lotId).receive(10, DAY_1));
      await book(movements);
      const booked = await book(lots.map((lotId) => road(lotId).issue(5, DAY_2)));
      let statements = 0;
      await ground.database.unitOfWork.run('count', async (tx) => {
        const counting = new Proxy(tx, {
          get: (target, key) => {
            if (key === 'execute' || key === 'query') statements += 1;
            const value: unknown = Reflect.get(target, key, target);
            return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
          },
        });
        const insert = tx.insert.bind(tx);
        tx.insert = (...given) => {
          statements += given[1].length > 0 ? 1 : 0;
          return insert(...given);
        };
        const reversals = booked.map((movement) => ({
          ...movement,
          ...reverseMovement(movement),
          id: newId(),
        }));
        await new CoverageProjection().apply(counting, { movements: reversals, reservations: [] });
      });
      await ground.database.unitOfWork.run('mend', (tx) => new CoverageProjection().rebuild(tx));
      return statements;
    };
    expect(await count(300)).toBe(await count(3));
  });
});
