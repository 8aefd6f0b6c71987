import fc from 'fast-check';
import { warehouseAccount } from '../../src/stock/account.js';
import {
  entriesOf,
  findNegativeMoment,
  replay,
  textOfKey,
  type Flow,
} from '../../src/stock/balance.js';
import { CHAIN_START, followChain } from '../../src/stock/chain.js';
import { readHead } from '../../src/stock/chain.rows.js';
import { readEntries } from '../../src/stock/entries.rows.js';
import { reverseMovement, type Movement, type ReservationDraft } from '../../src/stock/ledger.js';
import { Ledger } from '../../src/stock/ledger.service.js';
import { selectMovements } from '../../src/stock/movement.rows.js';
import { sql } from '../../src/platform/database/sql.js';
import { newId, sha256 } from '../../src/platform/ids/ids.js';
import { Problem } from '../../src/problem.js';
import { onEachEngine } from '../support/database.js';
import {
  bookOn,
  DAY_1,
  DAY_2,
  DAY_3,
  MUNICIPALITY,
  prepareStock,
  stepsOf,
  type StockGround,
} from '../support/stock.js';

interface BalanceRow {
  readonly account: string;
  readonly lotId: string;
  readonly consignmentId: string;
  readonly onHand: number;
  readonly reserved: number;
}

onEachEngine('the ledger', (engine) => {
  let ground: StockGround;
  let lotId: string;

  beforeAll(async () => {
    ground = await prepareStock(engine);
  });
  afterAll(() => ground.close());
  beforeEach(async () => {
    lotId = await ground.addLot();
  });

  const balances = (id = lotId): Promise<BalanceRow[]> =>
    ground.database.reads.query<BalanceRow>(
      sql`SELECT account AS "account", lot_id AS "lotId", consignment_id AS "consignmentId",
        on_hand AS "onHand", reserved AS "reserved" FROM balance WHERE lot_id = ${id}`,
    );
  const onHand = async (account: string, id = lotId): Promise<number> =>
    (await balances(id)).find((row) => row.account === account)?.onHand ?? 0;
  const movementsOf = (id = lotId): Promise<Movement[]> =>
    selectMovements(ground.database.reads, [sql`m.lot_id = ${id}`]);
  const reserve = (kind: 'reserve' | 'release', quantity: number, ledger = ground.ledger) =>
    ground.database.unitOfWork.run('reserve', (tx) =>
      ledger.reserve(tx, {
        cause: { kind: kind === 'reserve' ? 'plan' : 'unplan', id: newId() },
        actorId: 'actor',
        entries: [reservationOf(ground, lotId, kind, quantity)],
      }),
    );

  it('books a receipt, a dispatch and a delivery, and tells the projections', async () => {
    const { receive, dispatch, deliver } = stepsOf(ground, lotId);
    await ground.book([receive(100, DAY_1)]);
    await ground.book([dispatch(40, DAY_2)]);
    const [delivered] = await ground.book([deliver(30, DAY_3)]);
    expect(await onHand(warehouseAccount(ground.warehouseIds[0]))).toBe(60);
    expect(await onHand('in_transit:batch')).toBe(10);
    expect(await onHand('supplier')).toBe(-100);
    expect(ground.told.booked.at(-1)!.movements).toEqual([delivered]);
    expect(delivered).toMatchObject({
      campaignId: ground.campaignId,
      materialId: ground.materialId,
      municipalityCode: MUNICIPALITY,
    });
    expect((await movementsOf()).at(-1)).toEqual(delivered);
  });

  it('refuses more than is there, and keeps nothing of it', async () => {
    const { receive, lose } = stepsOf(ground, lotId);
    await ground.book([receive(10, DAY_1)]);
    const before = await readHead(ground.database.reads);
    const refusal = await ground
      .book([lose(3, DAY_2), lose(8, DAY_2)])
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ code: 'insufficient_stock' });
    expect((refusal as Problem).extra['shortages']).toEqual([
      expect.objectContaining({ lotId, missing: 1 }),
    ]);
    expect(await onHand(warehouseAccount(ground.warehouseIds[0]))).toBe(10);
    expect(await readHead(ground.database.reads)).toEqual(before);
  });

  it('refuses what would have been missing at a moment in the past, and names it', async () => {
    const { receive, lose, move } = stepsOf(ground, lotId);
    await ground.book([receive(10, DAY_1)]);
    await ground.book([move(10, DAY_2)]);
    await ground.book([receive(10, DAY_3)]);
    await expect(ground.book([lose(1, DAY_1)])).rejects.toMatchObject({
      code: 'insufficient_stock',
      extra: { shortages: [expect.objectContaining({ occurredAt: DAY_2, missing: 1 })] },
    });
    await ground.book([lose(10, DAY_3)]);
  });

  it('takes what is dated back where it was there', async () => {
    const { receive, lose } = stepsOf(ground, lotId);
    await ground.book([receive(10, DAY_1)]);
    await ground.book([lose(5, DAY_3)]);
    await ground.book([lose(5, DAY_2)]);
    expect(await onHand('lost')).toBe(10);
  });

  it('looks at the past of each consignment in transit', async () => {
    const { receive, dispatch, deliver } = stepsOf(ground, lotId);
    const other = { consignmentId: 'another' };
    await ground.book([receive(20, DAY_1)]);
    await ground.book([dispatch(10, DAY_1), { ...dispatch(10, DAY_3), ...other }]);
    await expect(ground.book([{ ...deliver(5, DAY_2), ...other }])).rejects.toMatchObject({
      code: 'insufficient_stock',
      extra: {
        shortages: [expect.objectContaining({ consignmentId: 'another', occurredAt: DAY_2 })],
      },
    });
    await ground.book([deliver(5, DAY_2)]);
  });

  it('refuses to reverse a receipt whose pieces have gone, in the past as well', async () => {
    const { receive, lose } = stepsOf(ground, lotId);
    const [receipt] = await ground.book([receive(10, DAY_1)]);
    await ground.book([lose(4, DAY_2)]);
    await ground.book([receive(10, DAY_3)]);
    await expect(ground.book([reverseMovement(receipt!)])).rejects.toMatchObject({
      code: 'insufficient_stock',
      extra: { shortages: [expect.objectContaining({ occurredAt: DAY_2 })] },
    });
  });

  it('never reverses a movement twice', async () => {
    const { receive } = stepsOf(ground, lotId);
    const [receipt] = await ground.book([receive(10, DAY_1)]);
    await ground.book([receive(10, DAY_1)]);
    await ground.book([reverseMovement(receipt!)]);
    await expect(ground.book([reverseMovement(receipt!)])).rejects.toThrow();
  });

  it('reserves no more than is on hand, and lets nobody book what is reserved', async () => {
    const { receive, lose } = stepsOf(ground, lotId);
    await ground.book([receive(10, DAY_1)]);
    await reserve('reserve', 6);
    await expect(reserve('reserve', 5)).rejects.toMatchObject({ code: 'insufficient_stock' });
    await expect(ground.book([lose(5, DAY_2)])).rejects.toMatchObject({
      code: 'insufficient_stock',
    });
    await ground.book([lose(4, DAY_2)]);
    const [released] = await reserve('release', 6);
    await ground.book([lose(6, DAY_2)]);
    expect(ground.told.booked.at(-2)!.reservations).toEqual([released]);
    expect(released!.chainSequence).toBe(ground.told.booked.at(-1)!.movements[0]!.sequence - 1);
  });

  it('keeps the order of recording where a clock goes back', async () => {
    const { receive } = stepsOf(ground, lotId);
    ground.clock.shows = '2026-03-10T12:00:05.000Z';
    const [first] = await ground.book([receive(1, DAY_1)]);
    ground.clock.shows = '2026-03-10T12:00:00.000Z';
    const [second] = await ground.book([receive(1, DAY_1)]);
    expect(second!.recordedAt).toBe(first!.recordedAt);
    expect(second!.sequence).toBe(first!.sequence + 1);
  });

  it('takes as many statements for 600 movements as for 3', async () => {
    const { receive, dispatch, deliver } = stepsOf(ground, lotId);
    await ground.book([receive(10_000, DAY_1)]);
    const counted = async (lines: number): Promise<number> => {
      const consignments = Array.from({ length: lines }, () => newId());
      const steps = (step: typeof dispatch, day: string) =>
        consignments.map((consignmentId) => ({ ...step(2, day), consignmentId }));
      await ground.book(steps(dispatch, DAY_2));
      return countStatements(ground, () => ground.book(steps(deliver, DAY_3)));
    };
    const few = await counted(3);
    expect(await counted(600)).toBe(few);
    expect(few).toBeLessThan(20);
  });

  it('agrees with the rules: what it lets pass and what it refuses, and the balances it keeps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
        const id = await ground.addLot();
        const drafts = stepsOf(ground, id);
        const kept: Flow[] = [];
        for (const { step, quantity, day } of steps) {
          const draft = drafts[step](quantity, [DAY_1, DAY_2, DAY_3][day]!);
          const sound = isSound([...kept, draft]);
          const booked = await ground.book([draft]).then(
            () => true,
            (error: unknown): boolean => {
              if (error instanceof Problem) return false;
              throw error;
            },
          );
          expect(booked).toBe(sound);
          if (sound) kept.push(draft);
        }
        const found = (await balances(id)).filter((row) => row.onHand !== 0);
        const expected = [...replay(kept).values()].filter((change) => change.delta !== 0);
        expect(new Map(found.map((row) => [textOfKey(row as never), row.onHand]))).toEqual(
          new Map(expected.map((change) => [textOfKey(change), change.delta])),
        );
      }),
      { numRuns: engine === 'sqlite' ? 40 : 25 },
    );
  });

  it('has left a chain without a gap, and entries that replay to its balances', async () => {
    const flows: Movement[] = [];
    let link = CHAIN_START;
    for await (const { movements } of readEntries(ground.database.reads)) {
      const followed = followChain(link, movements, sha256);
      expect(followed.firstOffender).toBeUndefined();
      link = followed.link;
      flows.push(...movements);
    }
    expect((await readHead(ground.database.reads)).hash).toBe(link.hash);
    const rows = await ground.database.reads.query<BalanceRow>(
      sql`SELECT account AS "account", lot_id AS "lotId", consignment_id AS "consignmentId",
        on_hand AS "onHand" FROM balance WHERE on_hand <> 0`,
    );
    const replayed = [...replay(flows)].filter(([, change]) => change.delta !== 0);
    expect(new Map(rows.map((row) => [textOfKey(row as never), row.onHand]))).toEqual(
      new Map(replayed.map(([key, change]) => [key, change.delta])),
    );
  });
});

describe('two instances on PostgreSQL', () => {
  let ground: StockGround;
  beforeAll(async () => {
    ground = await prepareStock('postgres');
  });
  afterAll(() => ground.close());

  it('let 32 at once take from the same stock no more than there is, and lose nothing', async () => {
    const lots = [await ground.addLot(), await ground.addLot()];
    for (const lotId of lots) await ground.book([stepsOf(ground, lotId).receive(100, DAY_1)]);
    const start = await readHead(ground.database.reads);
    const second = await ground.database.openInstance();
    const otherLedger = new Ledger(ground.clock, []);
    const tries = Array.from({ length: 32 }, (_, index) => {
      const [a, b] = index % 2 === 0 ? lots : [...lots].reverse();
      const movements = [a!, b!].map((lotId) => stepsOf(ground, lotId).lose(7, DAY_2));
      return index % 2 === 0 ? ground.book(movements) : bookOn(second, otherLedger, movements);
    });
    const results = await Promise.allSettled(tries);
    const succeeded = results.filter((result) => result.status === 'fulfilled').length;
    for (const result of results)
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'insufficient_stock' });
    expect(succeeded).toBe(14);
    const rows = await ground.database.reads.query<{ onHand: number }>(
      sql`SELECT on_hand AS "onHand" FROM balance
        WHERE account = ${warehouseAccount(ground.warehouseIds[0])}`,
    );
    expect(rows.map((row) => row.onHand)).toEqual([2, 2]);
    const movements = await selectMovements(ground.database.reads, [
      sql`m.sequence > ${start.sequence}`,
    ]);
    expect(movements.length).toBe(28);
    expect(followChain(start, movements, sha256).firstOffender).toBeUndefined();
  });
});

describe('two instances that reserve on PostgreSQL', () => {
  it('promise no more than lies there', async () => {
    const ground = await prepareStock('postgres');
    const lotId = await ground.addLot();
    await ground.book([stepsOf(ground, lotId).receive(100, DAY_1)]);
    const second = await ground.database.openInstance();
    const tries = Array.from({ length: 32 }, (_, index) =>
      (index % 2 === 0 ? ground.database : second).unitOfWork.run('reserve', (tx) =>
        ground.ledger.reserve(tx, {
          cause: { kind: 'plan', id: newId() },
          actorId: 'actor',
          entries: [reservationOf(ground, lotId, 'reserve', 7)],
        }),
      ),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(14);
    const sequences = await ground.database.reads.query<{ sequence: number }>(
      sql`SELECT sequence AS "sequence" FROM reservation ORDER BY sequence`,
    );
    expect(sequences.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
    await ground.close();
  });
});

const anyStep = fc.record({
  step: fc.constantFrom('receive', 'move', 'lose', 'dispatch', 'deliver', 'issue', 'giveBack'),
  quantity: fc.integer({ min: 1, max: 10 }),
  day: fc.nat(2),
}) as fc.Arbitrary<{ step: keyof ReturnType<typeof stepsOf>; quantity: number; day: number }>;

/** The model: no balance but the supplier's is below zero at any moment. */
function isSound(flows: readonly Flow[]): boolean {
  const entries = flows.flatMap(entriesOf).filter((entry) => entry.account !== 'supplier');
  const keys = new Set(entries.map(textOfKey));
  return [...keys].every((key) => {
    const own = entries.filter((entry) => textOfKey(entry) === key);
    return findNegativeMoment(own, '') === undefined;
  });
}

function reservationOf(
  ground: StockGround,
  lotId: string,
  kind: 'reserve' | 'release',
  quantity: number,
): ReservationDraft {
  return {
    kind,
    warehouseId: ground.warehouseIds[0],
    lotId,
    batchId: 'batch',
    consignmentId: 'consignment',
    deliveryPointId: ground.pointId,
    municipalityCode: MUNICIPALITY,
    quantity,
  };
}

async function countStatements(ground: StockGround, work: () => Promise<unknown>): Promise<number> {
  const runner = ground.database.dataSource.createQueryRunner();
  const spy = jest.spyOn(Object.getPrototypeOf(runner) as { query: () => unknown }, 'query');
  await work();
  const statements = spy.mock.calls.length;
  spy.mockRestore();
  await runner.release();
  return statements;
}
