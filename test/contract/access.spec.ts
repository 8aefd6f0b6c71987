import { ChangeUser } from '../../src/access/change-user.service.js';
import { CreateUser, type NewUser } from '../../src/access/create-user.service.js';
import { FirstAdministrator } from '../../src/access/first-administrator.service.js';
import { Identification } from '../../src/access/identification.service.js';
import { Passwords } from '../../src/access/passwords.service.js';
import { RemoveUser } from '../../src/access/remove-user.service.js';
import { SESSION_IDLE_MS, SESSION_LONGEST_MS } from '../../src/access/session.js';
import { SessionService } from '../../src/access/session.service.js';
import { TokenService } from '../../src/access/token.service.js';
import { UserService } from '../../src/access/user.service.js';
import { AuditLog } from '../../src/audit/audit-log.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Once } from '../../src/platform/database/once.js';
import { sql } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids/ids.js';
import { addTime, type Instant } from '../../src/time.js';
import {
  onEachEngine,
  openTestDatabase,
  type TestDatabase,
  type TestInstance,
} from '../support/database.js';

class SetClock extends Clock {
  private at: Instant | undefined;

  set(at: Instant | undefined): void {
    this.at = at;
  }

  override now(): Instant {
    return this.at ?? super.now();
  }
}

onEachEngine('access', (engine) => {
  let database: TestDatabase;
  const clock = new SetClock();

  function build({ unitOfWork, reads }: TestInstance) {
    const users = new UserService(reads);
    const passwords = new Passwords(database.settings);
    const once = new Once(clock);
    const sessions = new SessionService(unitOfWork, clock);
    const createUser = new CreateUser(unitOfWork, once, clock, passwords, users);
    return {
      users,
      sessions,
      createUser,
      changeUser: new ChangeUser(unitOfWork, clock, passwords, sessions, users),
      removeUser: new RemoveUser(unitOfWork),
      first: new FirstAdministrator(reads, unitOfWork, clock, createUser, sessions),
      tokens: new TokenService(unitOfWork, reads, once, clock),
      identification: new Identification(reads, unitOfWork, clock),
      audit: new AuditLog(unitOfWork, reads),
    };
  }
  let access: ReturnType<typeof build>;
  let elsewhere: ReturnType<typeof build>;

  const person = (changes: Partial<NewUser> = {}): NewUser => ({
    email: `${newId()}@example.org`,
    name: 'Ana Anić',
    role: 'volunteer',
    ...changes,
  });

  beforeEach(async () => {
    clock.set(undefined);
    database = await openTestDatabase(engine);
    access = build(database);
    elsewhere = build(await database.openInstance());
  });
  afterEach(() => database.close());

  function outcomes(settled: readonly PromiseSettledResult<unknown>[]): string[] {
    return settled
      .map((each) =>
        each.status === 'fulfilled' ? 'done' : String((each.reason as { code?: string }).code),
      )
      .sort();
  }

  it('keeps what it is told of a person, and finds people by role', async () => {
    const campaignIds = [newId()];
    const { user } = await access.createUser.run(
      person({ campaignIds, districtCodes: ['RS121'], active: false, password: 'korak po korak' }),
    );
    expect(user).toMatchObject({
      campaignIds,
      districtCodes: ['RS121'],
      active: false,
      hasPassword: true,
    });
    expect(await access.users.get(user.id)).toEqual(user);
    await access.createUser.run(person({ role: 'manager' }));
    const page = await access.users.list({ role: 'volunteer', active: false }, {});
    expect(page).toEqual({ items: [user], nextCursor: null, total: 1 });
  });

  it('lets one of many with the same address in', async () => {
    const settled = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? access : elsewhere).createUser.run(
          person({ email: index % 3 === 0 ? 'ana@example.org' : 'ANA@example.org' }),
        ),
      ),
    );
    expect(outcomes(settled)).toEqual(['done', ...Array.from({ length: 7 }, () => 'duplicate')]);
  });

  it('never gives two people one address, whoever writes first', async () => {
    await access.createUser.run(person({ role: 'administrator' }));
    const { user } = await access.createUser.run(person());
    const settled = await Promise.allSettled([
      access.createUser.run(person({ email: 'new@example.org' })),
      elsewhere.changeUser.run(user.id, 1, { email: 'NEW@example.org' }),
    ]);
    expect(outcomes(settled)).toEqual(['done', 'duplicate']);
  });

  it('never lets the last two administrators go at the same time', async () => {
    const make = () => access.createUser.run(person({ role: 'administrator' }));
    const [one, two] = [await make(), await make()];
    const settled = await Promise.allSettled([
      access.changeUser.run(one.user.id, 1, { role: 'manager' }),
      elsewhere.removeUser.run(two.user.id, 1),
    ]);
    expect(outcomes(settled)).toEqual(['conflict', 'done']);
    const left = await access.users.list({ role: 'administrator', active: true }, {});
    expect(left.total).toBe(1);
  });

  it('changes one version once', async () => {
    const { user } = await access.createUser.run(person());
    const settled = await Promise.allSettled(
      [access, elsewhere].map(({ changeUser }, index) =>
        changeUser.run(user.id, 1, { name: `Ime ${index}` }),
      ),
    );
    expect(outcomes(settled)).toEqual(['done', 'stale']);
  });

  it('makes one first administrator, however many hold the link', async () => {
    const link = await access.first.link('http://127.0.0.1:3000');
    const token = new URL(link!).searchParams.get('token')!;
    const settled = await Promise.allSettled(
      [access, elsewhere, access, elsewhere].map(({ first }) =>
        first.run({
          token,
          email: `${newId()}@example.org`,
          name: 'Prva',
          password: 'korak po korak',
        }),
      ),
    );
    expect(outcomes(settled)).toEqual(['done', 'forbidden', 'forbidden', 'forbidden']);
  });

  it('ends the link when somebody is made from the command line', async () => {
    const link = await access.first.link('http://127.0.0.1:3000');
    const token = new URL(link!).searchParams.get('token')!;
    await elsewhere.createUser.run(person());
    await expect(access.first.isGood(token)).resolves.toBe(false);
  });

  it('keeps a session in every instance while it is used, and 30 days at most', async () => {
    const { user } = await access.createUser.run(person());
    const made = '2026-03-01T09:00:00.000Z';
    clock.set(made);
    const { secret } = await access.sessions.open(user.id);
    // The use is noted behind the request.
    const waitUntilNoted = async (now: Instant): Promise<void> => {
      const noted = () =>
        database.reads.one(
          sql`SELECT id FROM session WHERE user_id = ${user.id} AND used_at = ${now}`,
        );
      while ((await noted()) === undefined) await new Promise((resolve) => setTimeout(resolve, 2));
    };
    const isKnown = async (afterMs: number): Promise<boolean> => {
      const now = addTime(made, afterMs);
      clock.set(now);
      const identity = await elsewhere.identification.identifySession(secret);
      if (identity !== undefined) await waitUntilNoted(now);
      return identity?.actor.id === user.id;
    };
    let elapsedMs = 0;
    for (; elapsedMs < SESSION_LONGEST_MS; elapsedMs += SESSION_IDLE_MS - 1000) {
      expect(await isKnown(elapsedMs)).toBe(true);
    }
    expect(await isKnown(SESSION_LONGEST_MS)).toBe(false);
  });

  it('ends a session that nobody used for 12 hours', async () => {
    const { user } = await access.createUser.run(person());
    clock.set('2026-03-01T09:00:00.000Z');
    const { secret } = await access.sessions.open(user.id);
    clock.set('2026-03-01T21:00:00.000Z');
    expect(await access.identification.identifySession(secret)).toBeUndefined();
  });

  it('knows nobody who is switched off, nor a token that is revoked, in any instance', async () => {
    const { user } = await access.createUser.run(person());
    const { secret } = await access.sessions.open(user.id);
    const [kept, revoked] = [
      (await access.tokens.create(user.id, { name: 'kept' })).token,
      (await access.tokens.create(user.id, { name: 'revoked' })).token,
    ];
    const known = async (): Promise<boolean[]> => [
      (await elsewhere.identification.identifySession(secret)) !== undefined,
      (await elsewhere.identification.identifyToken(kept.token!)) !== undefined,
      (await elsewhere.identification.identifyToken(revoked.token!)) !== undefined,
    ];
    expect(await known()).toEqual([true, true, true]);
    await access.tokens.revoke(revoked.id, user.id);
    expect(await known()).toEqual([true, true, false]);
    await access.changeUser.run(user.id, 1, { active: false });
    expect(await known()).toEqual([false, false, false]);
  });

  it('holds no secret as it is handed out', async () => {
    const { user } = await access.createUser.run(person({ password: 'korak po korak' }));
    const { secret } = await access.sessions.open(user.id);
    const { token } = (await access.tokens.create(user.id, { name: 'x' })).token;
    const held = JSON.stringify([
      await database.reads.query(sql`SELECT * FROM app_user`),
      await database.reads.query(sql`SELECT * FROM session`),
      await database.reads.query(sql`SELECT * FROM access_token`),
      await database.reads.query(sql`SELECT * FROM command`),
    ]);
    expect(held).toContain('$argon2id$');
    for (const each of [secret, token!, 'korak po korak']) expect(held).not.toContain(each);
  });

  it('answers for others who somebody is, naming each that will not do', async () => {
    const { user: ana } = await access.createUser.run(person());
    const { user: eva } = await access.createUser.run(person({ role: 'manager' }));
    const { user: off } = await access.createUser.run(person({ active: false }));
    const path = (index: number): string => `ids[${index}]`;
    const require = (...ids: string[]) => access.users.requireVolunteers(database.reads, ids, path);
    expect(await require(ana.id, ana.id)).toHaveLength(2);
    await expect(require(ana.id, newId())).rejects.toMatchObject({
      code: 'unknown_reference',
      errors: [{ path: 'ids[1]' }],
    });
    await expect(require(off.id)).rejects.toMatchObject({ code: 'rule' });
    await expect(require(ana.id, eva.id)).rejects.toMatchObject({ errors: [{ path: 'ids[1]' }] });
    expect(await access.users.names(database.reads, [eva.id])).toEqual(
      new Map([[eva.id, eva.name]]),
    );
  });

  it('keeps the whole audit of a rush, and its order', async () => {
    const ids = Array.from({ length: 1200 }, () => newId());
    for (const id of ids) {
      access.audit.record({
        id,
        recordedAt: clock.now(),
        outcome: 'done',
        actorId: null,
        method: 'POST',
        route: '/x',
        subjectIds: ['RS121'],
        ip: '::1',
        status: 201,
      });
    }
    await access.audit.flush();
    const page = await access.audit.list({}, { limit: 500 });
    expect(page.total).toBe(1200);
    expect(page.items.map(({ id }) => id)).toEqual([...ids].sort().reverse().slice(0, 500));
    expect(page.items[0]).toMatchObject({ subjectIds: ['RS121'], actorId: null });
  });
});
