import type { Actor, Role } from '../../src/access/actor.js';
import { UserService } from '../../src/access/user.service.js';
import { ClosureService } from '../../src/places/closure.service.js';
import { DeliveryPointService } from '../../src/places/delivery-point.service.js';
import { KeepDeliveryPoints } from '../../src/places/keep-delivery-points.service.js';
import { PlaceGroupService } from '../../src/places/place-group.service.js';
import { PlaceRecords } from '../../src/places/place-records.service.js';
import { RegisterLoader } from '../../src/places/register-loader.service.js';
import { Register } from '../../src/places/register.service.js';
import { WarehouseService } from '../../src/places/warehouse.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Once } from '../../src/platform/database/once.js';
import { sql } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids/ids.js';
import type { Instant } from '../../src/time.js';
import {
  onEachEngine,
  openTestDatabase,
  type TestDatabase,
  type TestInstance,
} from '../support/database.js';

class SetClock extends Clock {
  constructor(private readonly at: Instant) {
    super();
  }
  override now(): Instant {
    return this.at;
  }
}

const actor = (role: Role, districtCodes: string[] | null = null): Actor => ({
  id: newId(),
  name: role,
  role,
  campaignIds: null,
  districtCodes,
});
const coordinator = actor('coordinator');
const manager = actor('manager');

function build({ unitOfWork, reads }: TestInstance) {
  const clock = new Clock();
  const register = new Register();
  const records = new PlaceRecords(unitOfWork, new Once(clock), clock);
  const groups = new PlaceGroupService(reads, records, register);
  const points = new DeliveryPointService(reads, register, groups);
  return {
    register,
    groups,
    points,
    keep: new KeepDeliveryPoints(records, register, points),
    warehouses: new WarehouseService(reads, records, register, new UserService(reads)),
    closures: new ClosureService(reads, records, register, groups),
  };
}

onEachEngine('places', (engine) => {
  let database: TestDatabase;
  let places: ReturnType<typeof build>;
  const loadAt = (at: Instant, instance: TestInstance = database, register = places.register) =>
    new RegisterLoader(instance.unitOfWork, new SetClock(at), register).load();

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    places = build(database);
    await loadAt('2026-01-01T00:00:00.000Z');
  });
  afterAll(() => database.close());

  describe('the register', () => {
    const count = async () =>
      database.reads.one<{ units: number; populations: number; total: number }>(sql`
        SELECT (SELECT COUNT(*) FROM municipality) AS units, COUNT(*) AS populations, SUM(population) AS total
        FROM municipality_population`);

    it('is loaded once, and again only when the files changed', async () => {
      expect(await count()).toEqual({ units: 161, populations: 161, total: 6_647_003 });
      expect(await loadAt('2026-01-02T00:00:00.000Z')).toBe(false);
    });

    it('is loaded once by two instances that start together', async () => {
      const other = await database.openInstance();
      await database.unitOfWork.run('forget', (tx) =>
        tx.execute(sql`UPDATE register_load SET hash = 'old'`),
      );
      const loads = await Promise.all([
        loadAt('2026-01-03T00:00:00.000Z'),
        loadAt('2026-01-03T00:00:00.000Z', other),
      ]);
      expect(loads.sort()).toEqual([false, true]);
      expect((await count())?.populations).toBe(161);
    });

    it('keeps what was known of a population before it was corrected', async () => {
      const corrected = new Register();
      const units = corrected.units.map((unit) =>
        unit.code === '70874'
          ? { ...unit, population: 106_721, populationStatus: 'sourced' as const }
          : unit,
      );
      Object.assign(corrected, { units, hash: 'corrected' });
      expect(await loadAt('2026-05-01T00:00:00.000Z', database, corrected)).toBe(true);
      const at = async (moment: { asOf?: Instant; knownAt?: Instant }) =>
        (await places.register.populations(database.reads, moment)).get('70874');
      expect(await at({})).toMatchObject({ population: 106_721, populationStatus: 'sourced' });
      expect(await at({ asOf: '2026-02-01T00:00:00.000Z' })).toMatchObject({ population: 106_721 });
      expect(await at({ knownAt: '2026-02-01T00:00:00.000Z' })).toMatchObject({
        population: 106_720,
        populationStatus: 'unverified',
      });
    });
  });

  describe('a delivery point', () => {
    const body = (changes: Record<string, unknown> = {}) => ({
      name: 'Gimnazija',
      kind: 'school' as const,
      municipalityCode: '71242',
      address: 'Župana Stracimira 1',
      ...changes,
    });
    const make = async (changes: Record<string, unknown> = {}, by = coordinator) =>
      (await places.keep.create(body(changes), by)).body;

    it('is made once for an id, whoever sends it again', async () => {
      const id = newId();
      const first = await places.keep.create(body({ id }), coordinator);
      const again = await places.keep.create(body({ id }), coordinator);
      expect([first.first, again.first]).toEqual([true, false]);
      expect(again.body).toEqual(first.body);
      await expect(
        places.keep.create(body({ id, name: 'Other' }), coordinator),
      ).rejects.toMatchObject({
        code: 'id_reused',
      });
    });

    it('has a code that no other has, also when both are made at once', async () => {
      const code = newId();
      const both = await Promise.allSettled([make({ code }), make({ code, name: 'Druga' })]);
      expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({
        code: 'duplicate',
      });
      const other = await make();
      await expect(places.keep.change(other.id, 1, { code }, coordinator)).rejects.toMatchObject({
        code: 'duplicate',
      });
    });

    it('changes only what is named, by version', async () => {
      const point = await make({ note: 'ring twice', tags: ['secondary'], audience: 700 });
      const changed = await places.keep.change(
        point.id,
        1,
        { note: null, audience: 710 },
        coordinator,
      );
      expect(changed).toEqual({
        ...point,
        note: null,
        audience: 710,
        version: 2,
        changedAt: changed.changedAt,
      });
      await expect(
        places.keep.change(point.id, 1, { name: 'x' }, coordinator),
      ).rejects.toMatchObject({
        code: 'stale',
      });
    });

    it('keeps its municipality and stays while anything was sent to it', async () => {
      const own = build(database);
      const point = await make();
      own.points.registerReferrer((_, id) => Promise.resolve(id === point.id));
      const move = own.keep.change(point.id, 1, { municipalityCode: '70017' }, coordinator);
      await expect(move).rejects.toMatchObject({ code: 'conflict' });
      await expect(own.keep.remove(point.id, 1, coordinator)).rejects.toMatchObject({
        code: 'in_use',
        extra: { hint: { active: false } },
      });
      const renamed = await own.keep.change(point.id, 1, { name: 'New' }, coordinator);
      expect(renamed.version).toBe(2);
      await places.keep.remove(point.id, 2, coordinator);
      await expect(places.points.get(point.id, coordinator)).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    it('is found by kind, tag, municipality, group and search, in Serbian order', async () => {
      const tag = newId();
      const { body: group } = await places.groups.create(
        { name: 'g', source: 's', validOn: '2014-12-31', municipalityCodes: ['70769', '70742'] },
        coordinator.id,
      );
      await make({ name: 'Škola u Ljigu', tags: [tag], municipalityCode: '70769' });
      await make({ name: 'Čeda', tags: [tag], municipalityCode: '70742', kind: 'police' });
      await make({
        name: 'Ceca',
        tags: [tag, 'primary'],
        municipalityCode: '70742',
        active: false,
      });
      const names = async (selection: object) =>
        (await places.points.select(database.reads, { tag, ...selection })).map(
          (point) => point.name,
        );
      expect(await names({})).toEqual(['Ceca', 'Čeda', 'Škola u Ljigu']);
      expect(await names({ activeOnly: true, groupId: group.id })).toEqual([
        'Čeda',
        'Škola u Ljigu',
      ]);
      expect(await names({ kind: 'police' })).toEqual(['Čeda']);
      expect(await names({ municipalityCodes: ['70769'] })).toEqual(['Škola u Ljigu']);
      expect(await names({ municipalityCodes: [] })).toEqual([]);
      const list = async (query: object) =>
        (await places.points.list({ tag, ...query }, coordinator)).items.map((point) => point.name);
      expect(await list({})).toEqual(['Ceca', 'Čeda', 'Škola u Ljigu']);
      expect(await list({ sort: '-name' })).toEqual(['Škola u Ljigu', 'Čeda', 'Ceca']);
      expect(await list({ q: 'skola LJIG' })).toEqual(['Škola u Ljigu']);
      expect(await list({ q: 'чеда' })).toEqual(['Čeda']);
      expect(await list({ q: '%' })).toEqual([]);
      expect(await list({ group: group.id, kind: 'school' })).toEqual(['Ceca', 'Škola u Ljigu']);
      await expect(list({ district: 'RS999' })).rejects.toMatchObject({
        code: 'unknown_reference',
      });
    });

    it('is paged without gaps or repetitions', async () => {
      const tag = newId();
      for (const name of ['d', 'a', 'c', 'a', 'b']) await make({ name, tags: [tag] });
      for (const sort of ['name', 'municipality', '-changedAt'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await places.points.list(
            { tag, sort, limit: 2, ...(cursor ? { cursor } : {}) },
            coordinator,
          );
          expect(page.total).toBe(5);
          seen.push(...page.items.map((point) => point.id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
      }
    });

    it('that is confidential is in no list, count or search of a manager', async () => {
      const tag = newId();
      const shelter = await make({ kind: 'shelter', name: 'Sigurna kuća', tags: [tag] });
      expect(shelter.confidential).toBe(true);
      const seenBy = async (by: Actor) =>
        (await places.points.list({ tag, q: 'sigurna' }, by)).total;
      expect([await seenBy(coordinator), await seenBy(manager)]).toEqual([1, 0]);
      await expect(places.points.get(shelter.id, manager)).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    it('is out of reach of a coordinator to whom other districts were given', async () => {
      const elsewhere = actor('coordinator', ['RS121']);
      const point = await make();
      await expect(places.points.get(point.id, elsewhere)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(places.keep.remove(point.id, 1, elsewhere)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(make({}, elsewhere)).rejects.toMatchObject({ code: 'forbidden' });
      const own = await make({ municipalityCode: '80381' }, elsewhere);
      const move = places.keep.change(own.id, 1, { municipalityCode: '71242' }, elsewhere);
      await expect(move).rejects.toMatchObject({ code: 'forbidden' });
      const listed = await places.points.list({ limit: 500 }, elsewhere);
      expect(new Set(listed.items.map((each) => each.municipalityCode))).toEqual(
        new Set(['80381']),
      );
    });

    it('is required by those who send, active and known', async () => {
      const [active, retired] = [await make(), await make({ active: false })];
      const require = (...ids: string[]) =>
        places.points.requireAll(database.reads, ids, (index) => `points[${index}]`);
      expect((await require(active.id, active.id)).map((point) => point.id)).toEqual([
        active.id,
        active.id,
      ]);
      await expect(require(active.id, newId())).rejects.toMatchObject({
        code: 'unknown_reference',
        errors: [{ path: 'points[1]' }],
      });
      await expect(require(retired.id)).rejects.toMatchObject({ code: 'rule' });
    });
  });

  describe('warehouses, groups and closures', () => {
    const volunteer = actor('volunteer');
    beforeAll(() =>
      database.unitOfWork.run('volunteer', (tx) =>
        tx.insert('app_user', [
          {
            id: volunteer.id,
            email: `${volunteer.id}@x`,
            email_key: volunteer.id,
            name: 'Vera',
            role: 'volunteer',
            active: true,
            created_at: '2026-01-01T00:00:00.000Z',
            changed_at: '2026-01-01T00:00:00.000Z',
            version: 1,
          },
        ]),
      ),
    );

    it('show a volunteer the warehouse that they keep, and no other', async () => {
      const make = async (changes: object) =>
        (
          await places.warehouses.create(
            { name: 'Magacin', municipalityCode: '70726', ...changes },
            coordinator,
          )
        ).body;
      const kept = await make({ kind: 'partner', keeperIds: [volunteer.id] });
      const other = await make({});
      expect(other.kind).toBe('own');
      expect((await places.warehouses.list({}, volunteer)).items.map((each) => each.id)).toEqual([
        kept.id,
      ]);
      expect(await places.warehouses.keptBy(database.reads, volunteer.id)).toEqual([kept.id]);
      await expect(places.warehouses.get(other.id, volunteer)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(make({ keeperIds: [newId()] })).rejects.toMatchObject({
        code: 'unknown_reference',
      });
      expect(await places.warehouses.require(database.reads, kept.id, 'w')).toMatchObject({
        keeperIds: [volunteer.id],
        active: true,
      });
    });

    it('keep a group that a closure names, and close its municipalities', async () => {
      const { body: group } = await places.groups.create(
        {
          name: 'Snow',
          source: 'news',
          validOn: '2026-01-10',
          municipalityCodes: ['71226', '70050'],
        },
        coordinator.id,
      );
      expect(group.municipalityCodes).toEqual(['70050', '71226']);
      const { body: closure } = await places.closures.create(
        {
          startsOn: '2026-01-10',
          endsOn: '2026-01-12',
          reason: 'sneg',
          groupId: group.id,
          municipalityCodes: ['70017'],
        },
        coordinator.id,
      );
      const [known] = await places.closures.all(database.reads);
      expect(known).toMatchObject({
        id: closure.id,
        municipalityCodes: ['70017', '70050', '71226'],
      });
      await expect(places.groups.remove(group.id, 1)).rejects.toMatchObject({ code: 'in_use' });
      const spoilt = places.closures.change(closure.id, 1, { endsOn: '2026-01-09' });
      await expect(spoilt).rejects.toMatchObject({ code: 'rule' });
      await places.closures.remove(closure.id, 1);
      await places.groups.remove(group.id, 1);
      await expect(places.groups.codes(database.reads, group.id, 'group')).rejects.toMatchObject({
        code: 'unknown_reference',
      });
    });
  });
});
