import type { ReadConnection } from '../../src/platform/database/read-connection.js';
import { sql, type Sql } from '../../src/platform/database/sql.js';
import type { Reader } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/platform/ids/ids.js';
import { warehouseAccount } from '../../src/stock/account.js';
import type { InvariantCheck } from '../../src/stock/invariant.check.js';
import { HOLDS, offend, type InvariantName } from '../../src/stock/invariants.js';
import { RebuildService } from '../../src/stock/rebuild.service.js';
import { VerifyService, type Verification } from '../../src/stock/verify.service.js';
import { onEachEngine } from '../support/database.js';
import {
  DAY_1,
  DAY_2,
  DAY_3,
  MUNICIPALITY,
  prepareStock,
  stepsOf,
  type StockGround,
} from '../support/stock.js';

onEachEngine('verification', (engine) => {
  let ground: StockGround;
  let verification: VerifyService;
  let lotId: string;

  beforeAll(async () => {
    ground = await prepareStock(engine);
    verification = new VerifyService(ground.database.reads, []);
    lotId = await ground.addLot();
    const { receive, dispatch, deliver, lose } = stepsOf(ground, lotId);
    await ground.book([receive(100, DAY_1)]);
    await reserve('reserve', 20);
    await ground.book([dispatch(30, DAY_2)]);
    await ground.book([deliver(20, DAY_3), lose(5, DAY_3)]);
    await reserve('release', 5);
  });
  afterAll(() => ground.close());

  const reserve = (kind: 'reserve' | 'release', quantity: number) =>
    ground.database.unitOfWork.run('reserve', (tx) =>
      ground.ledger.reserve(tx, {
        cause: { kind: 'plan', id: newId() },
        actorId: 'actor',
        entries: [
          {
            kind,
            warehouseId: ground.warehouseIds[0],
            lotId,
            batchId: 'batch',
            consignmentId: 'consignment',
            deliveryPointId: ground.pointId,
            municipalityCode: MUNICIPALITY,
            quantity,
          },
        ],
      }),
    );
  /** What is found after the statements, which are then rolled back. */
  const verifyAfter = async (...statements: Sql[]): Promise<Verification> => {
    let found: Verification | undefined;
    const tampering = ground.database.unitOfWork.run('tamper', async (tx) => {
      for (const statement of statements) await tx.execute(statement);
      const reads = { snapshot: (work: (reader: Reader) => unknown) => work(tx) };
      found = await new VerifyService(reads as unknown as ReadConnection, []).run();
      throw new Error('rolled back');
    });
    await expect(tampering).rejects.toThrow('rolled back');
    return found!;
  };
  const offender = (found: Verification, name: InvariantName): string | undefined =>
    found.invariants.find((finding) => finding.name === name)?.firstOffender;
  const broken = ({ invariants }: Verification): InvariantName[] =>
    invariants.filter(({ holds }) => !holds).map(({ name }) => name);

  it('holds for what the ledger has booked, and says how far it looked', async () => {
    const found = await verification.run();
    expect(found).toMatchObject({ holds: true, movements: 4 });
    expect(found.headHash).toMatch(/^[0-9a-f]{64}$/);
    expect(found.invariants.map(({ name }) => name)).toEqual([
      'conservation',
      'never_negative',
      'reserved_within_on_hand',
      'replay',
      'once',
      'tamper_evidence',
    ]);
  });

  it('holds for an empty ledger', async () => {
    const empty = await prepareStock(engine);
    const found = await new VerifyService(empty.database.reads, []).run();
    expect(found).toMatchObject({ holds: true, movements: 0 });
    await empty.close();
  });

  it.each([
    ['a quantity', sql`UPDATE movement SET quantity = 99 WHERE sequence = 1`],
    ['an actor', sql`UPDATE movement SET actor_id = 'other' WHERE sequence = 1`],
    [
      'a date',
      sql`UPDATE movement SET occurred_at = '2026-02-28T09:00:00.000Z' WHERE sequence = 1`,
    ],
    ['a hash', sql`UPDATE movement SET hash = 'x' WHERE sequence = 1`],
  ])('names the first movement of which %s was changed', async (_, statement) => {
    expect(offender(await verifyAfter(statement), 'tamper_evidence')).toBe(
      'sequence 1 does not fit its hash',
    );
  });

  it('names a movement that was taken out, and a tail that was cut', async () => {
    const cut = await verifyAfter(sql`DELETE FROM movement WHERE sequence = 4`);
    expect(broken(cut)).toEqual(['replay', 'tamper_evidence']);
    const out = await verifyAfter(sql`DELETE FROM movement WHERE sequence = 2`);
    expect(offender(out, 'tamper_evidence')).toBe('sequence 2 is missing');
  });

  it.each([
    [
      'on hand',
      sql`UPDATE balance SET on_hand = on_hand + 1 WHERE account = 'lost'`,
      ['conservation', 'replay'],
    ],
    ['reserved', sql`UPDATE balance SET reserved = 3 WHERE reserved = 15`, ['replay']],
    [
      'the latest date',
      sql`UPDATE balance SET latest_occurred_at = '2026-03-09T09:00:00.000Z' WHERE account = 'lost'`,
      ['replay'],
    ],
    ['a whole row', sql`DELETE FROM balance WHERE account = 'lost'`, ['conservation', 'replay']],
  ])('finds %s changed in the balances', async (_, statement, names) => {
    const found = await verifyAfter(statement);
    expect(broken(found)).toEqual(names);
    expect(offender(found, 'replay')).toContain(lotId);
  });

  it('finds a balance that was negative in the past, and more reserved than on hand', async () => {
    const late = await verifyAfter(
      sql`UPDATE movement SET occurred_at = '2026-03-04T09:00:00.000Z' WHERE sequence = 1`,
    );
    expect(broken(late)).toContain('never_negative');
    const much = await verifyAfter(
      sql`UPDATE reservation SET quantity = 90 WHERE kind = 'reserve'`,
    );
    expect(broken(much)).toContain('reserved_within_on_hand');
  });

  it('finds a command that was booked twice', async () => {
    const found = await verifyAfter(
      sql`UPDATE movement SET cause_id = (SELECT m.cause_id FROM movement m WHERE m.sequence = 1)
        WHERE sequence = 4`,
    );
    expect(broken(found)).toContain('once');
  });

  it('asks the other capabilities as well, and tells of the first that offends', async () => {
    const others: InvariantCheck[] = [
      { name: 'closed_batch', run: () => Promise.resolve(HOLDS) },
      { name: 'consignment', run: () => Promise.resolve(offend('consignment 7')) },
      { name: 'replay', run: () => Promise.resolve(offend('coverage')) },
    ];
    const found = await new VerifyService(ground.database.reads, others).run();
    expect(found.holds).toBe(false);
    expect(broken(found)).toEqual(['consignment', 'replay']);
    expect(found.invariants).toHaveLength(8);
  });

  it('is joined by whoever asks while it is under way', async () => {
    let runs = 0;
    const counting: InvariantCheck = {
      name: 'consignment',
      run: () => Promise.resolve((runs++, HOLDS)),
    };
    const service = new VerifyService(ground.database.reads, [counting]);
    await Promise.all([service.run(), service.run(), service.run()]);
    expect(runs).toBe(1);
    await service.run();
    expect(runs).toBe(2);
  });

  it('sees one moment, whatever is booked meanwhile', async () => {
    const { receive } = stepsOf(ground, lotId);
    const slow: InvariantCheck = {
      name: 'closed_batch',
      run: async () => {
        await ground.book([receive(1, DAY_3)]);
        return HOLDS;
      },
    };
    const service = new VerifyService(ground.database.reads, [slow]);
    expect(await service.run()).toMatchObject({ holds: true, movements: 4 });
    expect(await service.run()).toMatchObject({ holds: true, movements: 5 });
  });

  it('holds again once balances were rebuilt from the entries', async () => {
    await ground.database.unitOfWork.run('tamper', async (tx) => {
      await tx.execute(sql`UPDATE balance SET on_hand = on_hand + 1 WHERE account = 'lost'`);
      await tx.execute(
        sql`DELETE FROM balance WHERE account = ${warehouseAccount(ground.warehouseIds[0])}`,
      );
    });
    expect(await verification.run()).toMatchObject({ holds: false });
    await new RebuildService(ground.database.unitOfWork, [ground.told]).run();
    expect(await verification.run()).toMatchObject({ holds: true });
    expect(ground.told.booked).toEqual([]);
    await ground.book([stepsOf(ground, lotId).lose(52, DAY_3)]);
    await expect(ground.book([stepsOf(ground, lotId).lose(1, DAY_3)])).rejects.toMatchObject({
      code: 'insufficient_stock',
    });
  });
});
