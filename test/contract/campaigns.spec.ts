import type { TargetRuleKind } from '../../src/campaigns/target-rule.js';
import type { Target } from '../../src/campaigns/target.service.js';
import { sql } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids/ids.js';
import {
  buildCampaigns,
  type CampaignServices,
  describeCampaign,
  describeMaterial,
  makeActor,
} from '../support/campaigns.js';
import { onEachEngine, openTestDatabase, type TestDatabase } from '../support/database.js';

const administrator = makeActor('administrator');
const VRANJE = '79057';
const NOVI_SAD = '89010';

onEachEngine('campaigns', (engine) => {
  let database: TestDatabase;
  let one: CampaignServices;
  let other: CampaignServices;

  beforeAll(async () => {
    database = await openTestDatabase(engine);
    one = buildCampaigns(database);
    other = buildCampaigns(await database.openInstance());
    await one.loader.load();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    one.clock.shows = '2026-03-10T12:00:00.000Z';
    other.clock.shows = one.clock.shows;
  });

  const addMaterial = async (changes: Record<string, unknown> = {}): Promise<string> =>
    (await one.materials.create(describeMaterial(changes), administrator.id)).body.id;
  const addCampaign = async (materialIds: string[], changes: Record<string, unknown> = {}) =>
    (await one.records.create(describeCampaign(materialIds, changes), administrator)).body;
  const addRule = async (
    campaignId: string,
    materialId: string,
    kind: TargetRuleKind,
    value: number,
    changes: Record<string, unknown> = {},
  ) =>
    (await one.rules.create(administrator, campaignId, { materialId, kind, value, ...changes }))
      .body;
  const addPoint = (municipalityCode: string, kind: 'school' | 'shelter', changes = {}) =>
    one.keepPoints.create(
      {
        name: `Point ${newId()}`,
        kind,
        municipalityCode,
        address: 'Glavna 1',
        ...changes,
      },
      administrator,
    );
  const find = (targets: readonly Target[], municipalityCode: string, materialId: string): Target =>
    targets.find(
      (each) => each.municipalityCode === municipalityCode && each.materialId === materialId,
    )!;
  const codesOf = (results: PromiseSettledResult<unknown>[]): string[] =>
    results.map((result) =>
      result.status === 'fulfilled' ? 'made' : String((result.reason as { code: string }).code),
    );

  describe('materials', () => {
    it('have one code each, also when two are made at once, by two instances', async () => {
      const code = `C-${newId()}`;
      const results = await Promise.allSettled(
        [one, other, one, other].map((each, index) =>
          each.materials.create(
            describeMaterial({ code: index % 2 ? code : code.toLowerCase() }),
            administrator.id,
          ),
        ),
      );
      expect(codesOf(results).sort()).toEqual(['duplicate', 'duplicate', 'duplicate', 'made']);
    });

    it('take over no code of another', async () => {
      const [first, second] = [describeMaterial(), describeMaterial()];
      await one.materials.create(first, administrator.id);
      const { body } = await one.materials.create(second, administrator.id);
      await expect(one.materials.change(body.id, 1, { code: first.code })).rejects.toMatchObject({
        code: 'duplicate',
      });
      expect(await one.materials.get(body.id)).toEqual(body);
    });

    it('make no loop of variants, also when two try at once', async () => {
      const [a, b] = [await addMaterial({ language: 'hu' }), await addMaterial({ language: 'sk' })];
      const results = await Promise.allSettled([
        one.materials.change(a, 1, { variantOf: b }),
        other.materials.change(b, 1, { variantOf: a }),
      ]);
      expect(codesOf(results).sort()).toEqual(['made', 'rule']);
    });

    it('keep exact weights, and are found blind to script', async () => {
      const name = 'Čuvari dece';
      const id = await addMaterial({
        name,
        weightGrams: 0.125,
        volumeCm3: 12.5,
        language: 'SR-cyrl',
      });
      const { items } = await one.materials.list({ q: 'чувари' });
      expect(items).toEqual([
        expect.objectContaining({
          id,
          name,
          weightGrams: 0.125,
          volumeCm3: 12.5,
          language: 'sr-Cyrl',
          variantOf: null,
          active: true,
        }),
      ]);
    });
  });

  describe('a campaign', () => {
    it('is made once, told to those who wait for it, and read back', async () => {
      const told: string[] = [];
      one.campaigns.onCreated(async (tx, campaign, actorId) => {
        expect(await tx.one(sql`SELECT id FROM campaign WHERE id = ${campaign.id}`)).toBeDefined();
        told.push(`${campaign.id} ${actorId}`);
      });
      const [leaflet, poster] = [await addMaterial(), await addMaterial()];
      const body = { id: newId(), ...describeCampaign([poster, leaflet]) };
      const first = await one.records.create(body, administrator);
      const again = await one.records.create({ ...body }, administrator);
      expect([first.first, again.first]).toEqual([true, false]);
      expect(again.body).toEqual(first.body);
      expect(told).toEqual([`${body.id} ${administrator.id}`]);
      expect(first.body).toEqual({
        ...body,
        state: 'active',
        version: 1,
        createdAt: one.clock.shows,
        changedAt: one.clock.shows,
      });
      expect(await one.campaigns.require(database.reads, body.id, 'campaignId')).toEqual(
        first.body,
      );
      await expect(
        one.records.create({ ...body, name: 'Another' }, administrator),
      ).rejects.toMatchObject({ code: 'id_reused' });
    });

    it('is closing from the day after its end, and is found so', async () => {
      const { id } = await addCampaign([], { endsOn: '2026-03-09', name: `Ended ${newId()}` });
      const stateNow = async () => (await one.campaigns.find(database.reads, id))!.state;
      expect(await stateNow()).toBe('closing');
      const closing = await one.campaigns.list(administrator, { state: 'closing' });
      expect(closing.items.map((each) => each.id)).toContain(id);
      const active = await one.campaigns.list(administrator, { state: 'active', limit: 500 });
      expect(active.items.map((each) => each.id)).not.toContain(id);
      one.clock.shows = '2026-03-09T22:59:59.999Z';
      expect(await stateNow()).toBe('active');
    });

    it('is listed page by page, the latest first, and a cursor made up is refused or harmless', async () => {
      for (const startsOn of ['2026-01-01', '2026-02-01', '2026-02-01'])
        await addCampaign([], { startsOn });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await one.campaigns.list(administrator, {
          limit: 2,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...page.items.map(({ startsOn, id }) => `${startsOn} ${id}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen.length).toBeGreaterThan(2);
      expect(seen).toEqual([...new Set(seen)].sort().reverse());
      const madeUp = Buffer.from(JSON.stringify(['no day', 'no id'])).toString('base64url');
      expect((await one.campaigns.list(administrator, { cursor: madeUp })).nextCursor).toBeNull();
    });

    it('keeps a material with targets, and what others refer to', async () => {
      const [leaflet, poster] = [await addMaterial(), await addMaterial()];
      const campaign = await addCampaign([leaflet, poster]);
      const rule = await addRule(campaign.id, leaflet, 'fixed', 5);
      const drop = (materialIds: string[], version: number) =>
        one.records.change(campaign.id, version, { materialIds }, administrator);
      await expect(drop([poster], 1)).rejects.toMatchObject({ code: 'in_use' });
      await one.rules.remove(administrator, campaign.id, rule.id, 1);
      expect((await drop([poster], 1)).materialIds).toEqual([poster]);

      one.campaigns.registerReferrer((_, part) =>
        Promise.resolve(part.campaignId === campaign.id && part.funder !== 'OAK Foundation'),
      );
      await expect(drop([], 2)).rejects.toMatchObject({ code: 'in_use' });
      const keepFirst = { funders: [{ name: 'European Union' }, { name: 'UNICEF' }] };
      const changed = await one.records.change(campaign.id, 2, keepFirst, administrator);
      expect(changed).toMatchObject(keepFirst);
      await expect(
        one.records.change(campaign.id, 3, { funders: [] }, administrator),
      ).rejects.toMatchObject({ code: 'in_use' });
      await expect(one.records.remove(campaign.id, 3, administrator)).rejects.toMatchObject({
        code: 'in_use',
      });
    });

    it('goes with its targets, after those who have something that goes with it', async () => {
      const leaflet = await addMaterial();
      const { id } = await addCampaign([leaflet]);
      await addRule(id, leaflet, 'fixed', 5);
      const removed: string[] = [];
      one.campaigns.onRemoving((_, campaignId) => Promise.resolve(void removed.push(campaignId)));
      await one.records.remove(id, 1, administrator);
      expect(removed).toEqual([id]);
      expect(await one.campaigns.find(database.reads, id)).toBeUndefined();
      await one.materials.remove(leaflet, 1);
    });

    it('keeps its materials, whichever capability they are asked of', async () => {
      const leaflet = await addMaterial();
      await addCampaign([leaflet]);
      await expect(one.materials.remove(leaflet, 1)).rejects.toMatchObject({ code: 'in_use' });
    });
  });

  describe('targets', () => {
    it('are 161 for each material, whatever the rules', async () => {
      const [leaflet, spot] = [await addMaterial(), await addMaterial({ kind: 'broadcast' })];
      const { id } = await addCampaign([spot, leaflet]);
      const none = await one.targets.targets(database.reads, id);
      expect(none).toHaveLength(322);
      expect(none.slice(0, 2).map(({ materialId }) => materialId)).toEqual([spot, leaflet]);
      expect(none.every(({ quantity, source }) => quantity === 0 && source === 'none')).toBe(true);

      await addRule(id, leaflet, 'per_1000_inhabitants', 5);
      await addRule(id, spot, 'minimum', 20);
      const targets = await one.targets.targets(database.reads, id);
      const { population } = one.register.unit(VRANJE)!;
      expect(find(targets, VRANJE, leaflet).quantity).toBe(Math.ceil((population * 5) / 1000));
      expect(find(targets, VRANJE, spot)).toMatchObject({ quantity: 20, source: 'rule' });
      expect(targets.filter(({ source }) => source === 'rule')).toHaveLength(322);
    });

    it('follow the narrowest scope, of groups the higher value, and name both', async () => {
      const leaflet = await addMaterial();
      const { id } = await addCampaign([leaflet]);
      const group = async (name: string) =>
        (
          await one.groups.create(
            { name, source: 'Ordinance', validOn: '2014-12-31', municipalityCodes: [VRANJE] },
            administrator.id,
          )
        ).body.id;
      const targetIn = async (code: string) =>
        find(await one.targets.targets(database.reads, id), code, leaflet);
      await addRule(id, leaflet, 'fixed', 1);
      await addRule(id, leaflet, 'fixed', 2, { regionCode: 'RS22' });
      expect((await targetIn(VRANJE)).quantity).toBe(2);
      expect((await targetIn(NOVI_SAD)).quantity).toBe(1);
      await addRule(id, leaflet, 'fixed', 9, { districtCode: 'RS228' });
      expect((await targetIn(VRANJE)).explanation.en).toMatch(/^fixed at 9 \(district of /);
      await addRule(id, leaflet, 'fixed', 4, { groupId: await group('Fourth group') });
      await addRule(id, leaflet, 'fixed', 3, { groupId: await group('Another group') });
      expect(await targetIn(VRANJE)).toMatchObject({
        quantity: 4,
        explanation: {
          en: 'fixed at 4 (place group "Fourth group", source: "Ordinance", 2014-12-31)',
          sr: 'određeno na 4 (grupa mesta „Fourth group“, izvor: „Ordinance“, 2014-12-31)',
        },
      });
      await addRule(id, leaflet, 'fixed', 0, { municipalityCode: VRANJE });
      expect(await targetIn(VRANJE)).toMatchObject({ quantity: 0, source: 'rule' });
    });

    it('count active points by kind and tag, shelters without a word', async () => {
      const leaflet = await addMaterial();
      const { id } = await addCampaign([leaflet]);
      await addPoint(NOVI_SAD, 'school', { tags: ['secondary'], audience: 450 });
      await addPoint(NOVI_SAD, 'school', { tags: ['primary'], audience: 300 });
      await addPoint(NOVI_SAD, 'school', { tags: ['secondary'], audience: 450, active: false });
      await addPoint(NOVI_SAD, 'shelter', { confidential: true });
      const targetNow = async () =>
        find(await one.targets.targets(database.reads, id), NOVI_SAD, leaflet);
      const school = { pointKind: 'school' };
      await addRule(id, leaflet, 'per_delivery_point', 10, school);
      await addRule(id, leaflet, 'per_delivery_point', 5, { ...school, tag: 'secondary' });
      await addRule(id, leaflet, 'per_100_audience', 2, school);
      expect(await targetNow()).toMatchObject({
        quantity: 40,
        explanation: {
          en: '2 schools × 10 + 1 school tagged "secondary" × 5 + 750 people served by schools × 2 per 100 = 40',
        },
      });
      await addRule(id, leaflet, 'per_delivery_point', 100, { pointKind: 'shelter' });
      const target = await targetNow();
      expect(target.quantity).toBe(140);
      expect(target.explanation.en).toMatch(/ \+ pieces for delivery points = 140$/);
    });

    it('are one rule for each material, kind and scope, also when many make it at once', async () => {
      const leaflet = await addMaterial();
      const { id } = await addCampaign([leaflet]);
      const make = (each: CampaignServices, value: number) =>
        each.rules.create(administrator, id, { materialId: leaflet, kind: 'fixed', value });
      const results = await Promise.allSettled(
        [1, 2, 3, 4, 5, 6].map((value) => make(value % 2 ? one : other, value)),
      );
      expect(codesOf(results).sort()).toEqual([...Array<string>(5).fill('duplicate'), 'made']);
    });

    it('can be read as of a moment, and as known at a moment', async () => {
      const leaflet = await addMaterial();
      const { id } = await addCampaign([leaflet]);
      const at = (day: number): string => `2026-03-${day}T09:00:00.000Z`;
      one.clock.shows = at(11);
      const rule = await addRule(id, leaflet, 'fixed', 10);
      one.clock.shows = at(13);
      await one.rules.change(administrator, id, rule.id, 1, { value: 20 });
      one.clock.shows = at(15);
      const key = { campaignId: id, municipalityCode: VRANJE, materialId: leaflet };
      await one.overrides.put(administrator, key, undefined, { quantity: 7, reason: 'agreed' });
      one.clock.shows = at(17);
      await one.overrides.drop(administrator, key, 1);
      one.clock.shows = at(19);
      await one.rules.remove(administrator, id, rule.id, 2);
      const quantityAt = async (moment: { asOf?: string; knownAt?: string }) => {
        const { quantity, source } = find(
          await one.targets.targets(database.reads, id, moment),
          VRANJE,
          leaflet,
        );
        return [quantity, source];
      };
      const expected = [
        [10, 0, 'none'],
        [11, 10, 'rule'],
        [12, 10, 'rule'],
        [13, 20, 'rule'],
        [15, 7, 'override'],
        [17, 20, 'rule'],
        [19, 0, 'none'],
      ] as const;
      for (const [day, quantity, source] of expected) {
        expect(await quantityAt({ asOf: at(day) })).toEqual([quantity, source]);
        expect(await quantityAt({ knownAt: at(day) })).toEqual([quantity, source]);
        expect(await quantityAt({ asOf: at(19), knownAt: at(day) })).toEqual([quantity, source]);
      }
      expect(await quantityAt({})).toEqual([0, 'none']);
    });

    it('set by hand are replaced only by whoever read them', async () => {
      const leaflet = await addMaterial();
      const { id } = await addCampaign([leaflet]);
      const key = { campaignId: id, municipalityCode: VRANJE, materialId: leaflet };
      const put = (version: number | undefined, quantity: number) =>
        one.overrides.put(administrator, key, version, { quantity, reason: 'agreed' });
      expect(await put(undefined, 5)).toMatchObject({
        first: true,
        body: { quantity: 5, overrideVersion: 1 },
      });
      expect(await put(undefined, 5)).toMatchObject({ first: false, body: { overrideVersion: 1 } });
      await expect(put(undefined, 6)).rejects.toMatchObject({ code: 'precondition_required' });
      await expect(put(7, 6)).rejects.toMatchObject({ code: 'stale' });
      const both = await Promise.allSettled([put(1, 6), put(1, 8)]);
      expect(codesOf(both).sort()).toEqual(['made', 'stale']);
      await expect(one.overrides.drop(administrator, key, 1)).rejects.toMatchObject({
        code: 'stale',
      });
      await one.overrides.drop(administrator, key, 2);
      await expect(one.overrides.drop(administrator, key, 3)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(put(2, 6)).rejects.toMatchObject({ code: 'stale' });
      expect(await put(undefined, 6)).toMatchObject({ first: true, body: { overrideVersion: 4 } });
    });
  });
});
