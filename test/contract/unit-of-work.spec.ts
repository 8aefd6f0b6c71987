import { Once } from '../../src/platform/database/once.js';
import { sql } from '../../src/platform/database/sql.js';
import type { Transaction } from '../../src/platform/database/transaction.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { newId } from '../../src/platform/ids/ids.js';
import { Problem } from '../../src/problem.js';
import { onEachEngine, openTestDatabase, type TestDatabase } from '../support/database.js';

onEachEngine('the unit of work', (engine) => {
  let database: TestDatabase;
  const once = new Once(new Clock());

  beforeAll(async () => {
    database = await openTestDatabase(engine);
  });
  afterAll(() => database.close());

  const write = (tx: Transaction, id: string): Promise<unknown> =>
    once.claim(tx, { id, kind: 'test', content: {}, actorId: 'a' });
  const count = async (ids: readonly string[]): Promise<number> =>
    (await database.reads.query(sql`SELECT id FROM command WHERE id IN ${sql.list(ids)}`)).length;

  it('keeps all of a unit, and what others read is committed', async () => {
    const ids = [newId(), newId()];
    await database.unitOfWork.run('both', async (tx) => {
      await write(tx, ids[0]!);
      expect(await count(ids)).toBe(0);
      await write(tx, ids[1]!);
    });
    expect(await count(ids)).toBe(2);
  });

  it('keeps nothing of a unit that fails, and the next is unharmed', async () => {
    const [lost, kept] = [newId(), newId()];
    const failing = database.unitOfWork.run('fails', async (tx) => {
      await write(tx, lost);
      throw new Problem('rule');
    });
    const succeeding = database.unitOfWork.run('succeeds', (tx) => write(tx, kept));
    await expect(failing).rejects.toThrow(Problem);
    await succeeding;
    expect(await count([lost, kept])).toBe(1);
  });

  it('runs a hundred at once, each whole', async () => {
    const ids = Array.from({ length: 100 }, () => newId());
    const results = await Promise.allSettled(
      ids.map((id, index) =>
        database.unitOfWork.run('one of many', async (tx) => {
          await write(tx, id);
          if (index % 3 === 0) throw new Error('no');
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(66);
    expect(await count(ids)).toBe(66);
  });

  it('refuses to begin one inside another', async () => {
    await expect(
      database.unitOfWork.run('outer', () => database.unitOfWork.run('inner', async () => 1)),
    ).rejects.toThrow('inside "outer"');
  });

  it('runs works in order, one that fails not stopping the next', async () => {
    const order: number[] = [];
    const results = await database.unitOfWork.runInOrder(
      'ordered',
      [1, 2, 3].map((number) => async () => {
        order.push(number);
        if (number === 2) throw new Problem('rule');
        return number;
      }),
    );
    expect(order).toEqual([1, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('shows a snapshot one moment, whatever is committed meanwhile', async () => {
    const id = newId();
    await database.reads.snapshot(async (reader) => {
      await reader.query(sql`SELECT id FROM command`);
      await database.unitOfWork.run('meanwhile', (tx) => write(tx, id));
      expect(await reader.query(sql`SELECT id FROM command WHERE id = ${id}`)).toEqual([]);
    });
    expect(await count([id])).toBe(1);
  });

  it('does not let the read connection write', async () => {
    if (engine === 'postgres') return;
    await expect(database.reads.query(sql`DELETE FROM command`)).rejects.toThrow();
  });

  describe('once', () => {
    const claim = (id: string, content: unknown) =>
      database.unitOfWork.run('claim', (tx) =>
        once.claim(tx, { id, kind: 'test', content, actorId: 'a' }),
      );

    it('knows the same content again, in whichever order of keys', async () => {
      const id = newId();
      expect(await claim(id, { a: 1, b: [{ c: 2, d: 3 }] })).toEqual({ id, first: true });
      expect(await claim(id, { b: [{ d: 3, c: 2 }], a: 1 })).toEqual({ id, first: false });
    });

    it('refuses other content', async () => {
      const id = newId();
      await claim(id, { a: 1 });
      await expect(claim(id, { a: 2 })).rejects.toMatchObject({ code: 'id_reused' });
    });

    it('lets one of many through, from two instances', async () => {
      const other = await database.openInstance();
      const id = newId();
      const claims = await Promise.all(
        Array.from({ length: 32 }, (_, index) =>
          (index % 2 === 0 ? database : other).unitOfWork.run('claim', (tx) =>
            once.claim(tx, { id, kind: 'test', content: {}, actorId: 'a' }),
          ),
        ),
      );
      expect(claims.filter(({ first }) => first)).toHaveLength(1);
    });

    it('forgets an id whose command was refused', async () => {
      const id = newId();
      await database.unitOfWork
        .run('refused', async (tx) => {
          await once.claim(tx, { id, kind: 'test', content: { a: 1 }, actorId: 'a' });
          throw new Problem('rule');
        })
        .catch(() => undefined);
      expect(await claim(id, { a: 2 })).toEqual({ id, first: true });
    });
  });
});
