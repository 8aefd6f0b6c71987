import type {
  CoveragePageDto,
  CoverageRowDto,
  CoverageSummaryDto,
  CoverageTimelineDto,
} from '../../src/coverage/dto/coverage.dto.js';
import type { CoverageMapDto } from '../../src/coverage/dto/coverage-map.dto.js';
import type { DistributionListDto } from '../../src/coverage/dto/distribution-list.dto.js';
import { newId } from '../../src/platform/ids/ids.js';
import { type Answer, ApiClient, startTestApp, type TestApp } from '../support/app.js';
import { makeTeam, makePerson, type Team } from '../support/people.js';

const CACAK = '70432';
const LUCANI = '70734';
const NIS = '71331';
const RECEIVED = '2026-03-01T09:00:00.000Z';
const SENT = '2026-03-02T09:00:00.000Z';
const HANDED_OVER = '2026-03-04T09:00:00.000Z';
const LATER = '2026-03-10T09:00:00.000Z';

type Refusal = { code: string; errors: { path: string }[] };

describe('coverage', () => {
  let service: TestApp;
  let team: Team;
  let ids: Awaited<ReturnType<typeof prepare>>;

  beforeAll(async () => {
    service = await startTestApp();
    team = await makeTeam(service);
    ids = await prepare();
  });
  afterAll(() => service.close());

  async function make(path: string, body: object, by: ApiClient = team.administrator.api): Promise<string> {
    const answer = await by.post<{ id: string }>(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }

  async function makeMaterial(code: string, kind: 'print' | 'broadcast'): Promise<string> {
    return make('/materials', { code, name: code, kind, unit: 'kom', language: 'sr-Cyrl' });
  }

  function makePoint(name: string, municipalityCode: string, more: object = {}): Promise<string> {
    return make('/delivery-points', {
      name,
      kind: 'school',
      tags: ['secondary'],
      municipalityCode,
      address: 'Glavna 1',
      active: true,
      confidential: false,
      ...more,
    });
  }

  function receive(materialId: string, lotNumber: string, quantity: number, funding: object[]) {
    return team.coordinator.api.post<{ id: string; lotId: string }>('/stock/receipts', {
      warehouseId: ids.warehouseId,
      campaignId: ids.campaignId,
      materialId,
      quantity,
      lotNumber,
      funding,
      occurredAt: RECEIVED,
    });
  }

  async function prepare() {
    const [leafletId, posterId, spotId] = await Promise.all([
      makeMaterial('LEAFLET', 'print'),
      makeMaterial('POSTER', 'print'),
      makeMaterial('SPOT', 'broadcast'),
    ]);
    const campaignId = await make('/campaigns', {
      name: 'STOP',
      startsOn: '2026-03-01',
      endsOn: '2026-06-30',
      funders: [{ name: 'European Union' }, { name: 'OAK Foundation' }],
      materialIds: [leafletId, posterId, spotId],
    });
    const warehouseId = await make('/warehouses', {
      name: 'Beograd',
      kind: 'own',
      municipalityCode: CACAK,
    });
    ids = { campaignId, warehouseId } as never;
    for (const [code, materialId, quantity] of [
      [CACAK, leafletId, 100],
      [LUCANI, leafletId, 50],
      [NIS, leafletId, 80],
      [NIS, spotId, 10],
    ] as const) {
      await team.administrator.api.put(
        `/campaigns/${campaignId}/targets/${code}/${materialId}`,
        { quantity, reason: 'Agreed' },
      );
    }
    const [gymnasium, technical, remote, shelter] = await Promise.all([
      makePoint('Gimnazija', CACAK),
      makePoint('Tehnička škola', CACAK),
      makePoint('Škola Guča', LUCANI),
      makePoint('Sigurna kuća', CACAK, { kind: 'shelter', tags: [], confidential: true }),
    ]);
    const shared = [
      { funder: 'European Union', percent: 60 },
      { funder: 'OAK Foundation', percent: 40 },
    ];
    const first = await receive(leafletId, 'L-1', 500, shared);
    const lotId = first.body.lotId;
    return { campaignId, warehouseId, leafletId, posterId, spotId, gymnasium, technical, remote, shelter, lotId };
  }

  async function send(
    pointIds: string[],
    quantity: number,
    { expectedAt = '2026-03-05T09:00:00.000Z' } = {},
  ) {
    const batch = await team.coordinator.api.post<{
      id: string;
      consignments: { id: string; waybillNumber: string }[];
    }>('/batches', {
      campaignId: ids.campaignId,
      warehouseId: ids.warehouseId,
      mode: 'courier',
      carrier: 'City Express',
      consignments: pointIds.map((deliveryPointId) => ({
        deliveryPointId,
        lines: [{ materialId: ids.leafletId, quantity }],
      })),
    });
    expect(batch.status).toBe(201);
    const step = async (name: string, body: object = {}) => {
      const answer = await team.coordinator.api.post(`/batches/${batch.body.id}/${name}`, body);
      expect([name, answer.status, answer.body]).toMatchObject([name, 201, {}]);
    };
    await step('plan');
    return {
      ...batch.body,
      dispatch: async () => {
        await step('pack');
        await step('dispatch', { occurredAt: SENT, expectedAt });
      },
    };
  }

  async function confirm(consignmentId: string, line: object, deviceTime = HANDED_OVER) {
    const answer = await team.coordinator.api.post('/confirmations', {
      id: newId(),
      consignmentId,
      kind: 'delivery',
      deviceTime,
      lines: [
        { materialId: ids.leafletId, delivered: 0, damaged: 0, missing: 0, refused: 0, surplus: 0, ...line },
      ],
    });
    expect(answer.body).toMatchObject({ status: 'accepted' });
  }

  const ask = <T>(path: string, more: Record<string, string> = {}, by = team.manager.api): Promise<Answer<T>> => {
    const parameters = new URLSearchParams({ campaign: ids.campaignId, ...more });
    return by.get<T>(`/coverage${path}?${parameters.toString()}`);
  };
  const readRows = async (more: Record<string, string> = {}, by = team.manager.api) => {
    const answer = await ask<CoveragePageDto>('', more, by);
    expect(answer.status).toBe(200);
    return answer.body.items;
  };
  const rowOf = (rows: CoverageRowDto[], code: string): CoverageRowDto =>
    rows.find((row) => row.code === code)!;

  it('has all 161 municipalities before anything happened, and tells what is unverified', async () => {
    const { body } = await ask<CoveragePageDto>('');
    expect(body.items).toHaveLength(161);
    expect(body.total).toBe(161);
    expect(rowOf(body.items, CACAK)).toMatchObject({
      target: 100,
      delivered: 0,
      state: 'not_reached',
      outlook: 'nothing',
      share: 0,
      firstDeliveredAt: null,
    });
    expect(rowOf(body.items, '70017')).toMatchObject({
      target: 0,
      state: 'no_target',
      outlook: null,
      share: null,
      population: 22069,
    });
    expect(body.unverifiedPopulations.length).toBe(36);
    expect(body.group).toBeNull();
  });

  it('follows a batch from plan to proof', async () => {
    const batch = await send([ids.gymnasium, ids.shelter], 30);
    expect(rowOf(await readRows(), CACAK)).toMatchObject({
      planned: 60,
      inTransit: 0,
      outlook: 'planned',
    });
    await batch.dispatch();
    // It was expected on the fifth, and nobody has said a word.
    expect(rowOf(await readRows(), CACAK)).toMatchObject({
      planned: 0,
      inTransit: 60,
      outlook: 'silent',
    });
    expect(rowOf(await readRows({ asOf: '2026-03-03' }), CACAK)).toMatchObject({
      inTransit: 60,
      outlook: 'in_transit',
    });
    await confirm(batch.consignments[0]!.id, { delivered: 25, damaged: 2, refused: 3 });
    await confirm(batch.consignments[1]!.id, { delivered: 30 });
    expect(rowOf(await readRows(), CACAK)).toMatchObject({
      inTransit: 3,
      refused: 3,
      delivered: 55,
      damaged: 2,
      state: 'partly_reached',
      outlook: null,
      share: 0.55,
      firstDeliveredAt: HANDED_OVER,
      lastDeliveredAt: HANDED_OVER,
    });
  });

  it('adds up the same at every level', async () => {
    const rows = await readRows();
    for (const level of ['district', 'region', 'country']) {
      const areas = await readRows({ level });
      for (const figure of ['target', 'delivered', 'inTransit', 'damaged', 'population'] as const) {
        const sum = (all: CoverageRowDto[]) => all.reduce((total, row) => total + row[figure]!, 0);
        expect(sum(areas)).toBe(sum(rows));
      }
    }
    const [country] = await readRows({ level: 'country' });
    expect(country).toMatchObject({
      code: 'RS',
      name: 'Serbia',
      state: 'partly_reached',
      share: 55 / 230,
      municipalitiesReachedShare: 0,
      populationStatus: 'unverified',
      population: 6647003,
    });
    expect(await readRows({ level: 'district' })).toHaveLength(25);
    const summary = await ask<CoverageSummaryDto>('/summary');
    expect(summary.body).toMatchObject({
      municipalities: { total: 161, reached: 0, partlyReached: 1, notReached: 2, noTarget: 158 },
      population: { total: 6647003 },
      pieces: { target: 230, delivered: 55, inTransit: 3, damaged: 2, planned: 0, onHand: 440 },
    });
  });

  it('looks at broadcast only where it is named', async () => {
    expect(rowOf(await readRows({ kind: 'broadcast' }), NIS)).toMatchObject({ target: 10 });
    expect(rowOf(await readRows({ material: ids.spotId }), NIS)).toMatchObject({
      target: 10,
      materialId: ids.spotId,
    });
    expect(rowOf(await readRows(), NIS)).toMatchObject({ target: 80 });
  });

  it('filters by state, district and place group, and names the group', async () => {
    expect((await readRows({ state: 'partly_reached' })).map(({ code }) => code)).toEqual([CACAK]);
    const inDistrict = await readRows({ district: 'RS211' });
    expect(inDistrict.map(({ code }) => code)).not.toContain(NIS);
    const groupId = await make('/place-groups', {
      name: 'Pilot',
      source: 'Agreement of 2026',
      validOn: '2026-01-01',
      municipalityCodes: [CACAK, NIS],
    });
    const { body } = await ask<CoveragePageDto>('', { group: groupId, level: 'country' });
    expect(body.group).toMatchObject({ name: 'Pilot', source: 'Agreement of 2026' });
    expect(body.items).toMatchObject([{ target: 180, delivered: 55 }]);
  });

  it('counts for each payer the whole of a shared run, with its share beside it', async () => {
    const answer = await ask<CoveragePageDto>('', { funder: 'OAK Foundation' });
    expect(rowOf(answer.body.items, CACAK)).toMatchObject({
      delivered: 55,
      fundedPieces: 22,
      target: null,
      share: null,
      state: null,
      outlook: null,
    });
    expect(answer.body.lots).toMatchObject([{ lotNumber: 'L-1', funding: [{ percent: 60 }, { percent: 40 }] }]);
    const refused = await ask<Refusal>('', { funder: 'Nobody' });
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_reference']);
    expect((await ask('', { lot: ids.lotId, state: 'reached' })).status).toBe(422);
  });

  it('hides a shelter from managers in every list and count, and keeps it in the total', async () => {
    const asManager = await ask<DistributionListDto>('/points', { municipality: CACAK });
    const asCoordinator = await ask<DistributionListDto>('/points', { municipality: CACAK }, team.coordinator.api);
    expect(asManager.body.items.map(({ name }) => name)).toEqual(['Gimnazija', 'Tehnička škola']);
    expect(asCoordinator.body.items.map(({ name }) => name)).toEqual([
      'Gimnazija',
      'Sigurna kuća',
      'Tehnička škola',
    ]);
    const shelters = { pointKind: 'shelter' };
    expect(rowOf(await readRows(shelters), CACAK).points).toEqual({ total: 0, reached: 0, notReached: 0 });
    expect(rowOf(await readRows(shelters, team.coordinator.api), CACAK).points).toEqual({
      total: 1,
      reached: 1,
      notReached: 0,
    });
  });

  it('counts schools reached of schools there are', async () => {
    const rows = await readRows({ pointKind: 'school', tag: 'secondary' });
    expect(rowOf(rows, CACAK).points).toEqual({ total: 2, reached: 1, notReached: 1 });
    expect(rowOf(rows, LUCANI).points).toEqual({ total: 1, reached: 0, notReached: 1 });
    const summary = await ask<CoverageSummaryDto>('/summary');
    expect(summary.body.points).toMatchObject({
      total: 3,
      kinds: [{ kind: 'school', total: 3, reached: 1, notReached: 2 }],
      tags: [{ tag: 'secondary', reached: 1 }],
    });
  });

  it('lists who got what, by whom and how well proved', async () => {
    const { body } = await ask<DistributionListDto>('/points', { kind: 'school' });
    expect(body.total).toBe(3);
    expect(body.items[0]).toMatchObject({
      deliveryPointId: ids.gymnasium,
      municipalityCode: CACAK,
      municipalityName: 'Cacak',
      materialId: ids.leafletId,
      lotNumbers: ['L-1'],
      funders: ['European Union', 'OAK Foundation'],
      delivered: 25,
      firstDeliveredAt: HANDED_OVER,
      mode: 'courier',
      by: 'City Express',
      proof: 'office',
      state: 'reached',
    });
    expect(body.items[0]!.waybillNumber).toBeDefined();
    expect(body.items[1]).toMatchObject({ state: 'not_reached', delivered: 0, outlook: 'nothing', proof: null });
    const unreached = await ask<DistributionListDto>('/points', { state: 'not_reached' });
    expect(unreached.body.items.map(({ name }) => name)).toEqual(['Tehnička škola', 'Škola Guča']);
    const since = await ask<DistributionListDto>('/points', { from: '2026-03-05', kind: 'school' });
    expect(since.body.items.every(({ state }) => state === 'not_reached')).toBe(true);
    const page = await ask<DistributionListDto>('/points', { limit: '1' });
    expect(page.body.items).toHaveLength(1);
    expect(page.body.nextCursor).not.toBeNull();
  });

  it('tells a past date as known today, and as known then', async () => {
    const before = await ask<CoveragePageDto>('');
    const issued = await team.coordinator.api.post('/stock/issues', {
      warehouseId: ids.warehouseId,
      campaignId: ids.campaignId,
      occurredAt: '2026-03-03T09:00:00.000Z',
      to: { municipalityCode: LUCANI, occasion: 'Fair' },
      lines: [{ materialId: ids.leafletId, quantity: 20 }],
    });
    expect(issued.status).toBe(201);
    expect(rowOf(await readRows(), LUCANI)).toMatchObject({ delivered: 20, state: 'partly_reached' });
    expect(rowOf(await readRows({ asOf: '2026-03-03' }), LUCANI)).toMatchObject({ delivered: 20 });
    expect(rowOf(await readRows({ asOf: '2026-03-02' }), LUCANI)).toMatchObject({ delivered: 0 });
    const sequence = String(before.body.sequence);
    for (const knownAt of [sequence, before.body.knownAt]) {
      const again = await readRows({ knownAt });
      expect(again).toEqual(before.body.items);
    }
    const ahead = await ask<Refusal>('', { knownAt: '999999' });
    expect([ahead.status, ahead.body.code]).toEqual([422, 'date_out_of_range']);
    expect((await ask('', { knownAt: 'yesterday' })).status).toBe(400);
  });

  it('counts what was delivered in a period', async () => {
    const figures = async (from: string) => {
      const rows = await readRows({ from });
      return [rowOf(rows, CACAK).deliveredSince, rowOf(rows, LUCANI).deliveredSince];
    };
    expect(await figures('2026-03-01')).toEqual([55, 20]);
    expect(await figures('2026-03-04')).toEqual([55, 0]);
    expect(await figures(HANDED_OVER)).toEqual([55, 0]);
    expect(await figures('2026-03-04T09:00:00.001Z')).toEqual([0, 0]);
    expect(rowOf(await readRows({ from: '2026-03-04', asOf: '2026-03-05' }), CACAK).deliveredSince).toBe(55);
  });

  it('tells the campaign week by week', async () => {
    const { body } = await ask<CoverageTimelineDto>('/timeline');
    const week = body.items.find((each) => each.week === '2026-W10')!;
    expect(week).toMatchObject({
      startsOn: '2026-03-02',
      endsOn: '2026-03-08',
      dispatched: 60,
      delivered: 75,
      deliveredTotal: 75,
      municipalities: { total: 161, partlyReached: 2, notReached: 1 },
    });
    expect(body.items[0]!.week).toBe('2026-W09');
  });

  it('draws a map with the same figures as the table', async () => {
    const { body } = await ask<CoverageMapDto>('/map');
    expect(body.type).toBe('FeatureCollection');
    expect(body.features).toHaveLength(161);
    expect(body.features.map(({ properties }) => properties)).toEqual(await readRows());
    for (const { geometry } of body.features) {
      expect(geometry.type).toBe('MultiPolygon');
      for (const ring of geometry.coordinates.flat()) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(0)).toEqual(ring.at(-1));
      }
    }
    expect(JSON.stringify(body).length).toBeLessThan(600_000);
  });

  it('tells what is still needed when a batch is filled up to target', async () => {
    const batch = await team.coordinator.api.post<{ id: string }>('/batches', {
      campaignId: ids.campaignId,
      warehouseId: ids.warehouseId,
      consignments: [],
    });
    const filled = await team.coordinator.api.post<{
      consignments: { deliveryPoint: { id: string }; lines: { quantity: number }[] }[];
    }>(`/batches/${batch.body.id}/fill`, {
      points: { ids: [ids.gymnasium, ids.remote] },
      lines: [{ materialId: ids.leafletId, upToTarget: true }],
    });
    expect(filled.status).toBe(201);
    // 100 less 55 delivered; the three refused do not count. 50 less the 20 of the fair.
    const quantities = filled.body.consignments.map(({ lines }) => lines[0]!.quantity);
    expect(quantities.sort()).toEqual([30, 45]);
  });

  it('no longer counts what was delivered of a withdrawn print run', async () => {
    const withdrawn = await team.administrator.api.post(`/stock/lots/${ids.lotId}/withdraw`, {
      reason: 'Wrong helpline number',
      occurredAt: LATER,
    });
    expect(withdrawn.status).toBe(201);
    expect(rowOf(await readRows(), CACAK)).toMatchObject({
      delivered: 0,
      withdrawn: 55,
      state: 'not_reached',
      firstDeliveredAt: null,
    });
    expect(rowOf(await readRows({ asOf: '2026-03-09' }), CACAK)).toMatchObject({
      delivered: 55,
      withdrawn: 0,
      state: 'partly_reached',
    });
    const { body } = await ask<DistributionListDto>('/points', { kind: 'school' });
    expect(body.items[0]).toMatchObject({ delivered: 0, withdrawn: 25, state: 'not_reached' });
    const timeline = await ask<CoverageTimelineDto>('/timeline');
    expect(timeline.body.items.at(-1)).toMatchObject({ deliveredTotal: 0, withdrawnTotal: 75 });
  });

  it('writes names in the caller’s script and sorts as Serbian does', async () => {
    const cyrillic = team.manager.api.with({ 'accept-language': 'sr-Cyrl' });
    expect(rowOf(await readRows({}, cyrillic), CACAK).name).toBe('Чачак');
    const latin = team.manager.api.with({ 'accept-language': 'sr-Latn' });
    const names = (await readRows({}, latin)).map(({ name }) => name);
    expect(names.indexOf('Čačak')).toBeGreaterThan(names.indexOf('Crna Trava'));
    expect(names.indexOf('Ljig')).toBeGreaterThan(names.indexOf('Lučani'));
    const reversed = await readRows({ sort: '-name' }, latin);
    expect(reversed.map(({ name }) => name)).toEqual([...names].reverse());
  });

  it('is for those who read figures, each within what was given to them', async () => {
    expect((await ask('', {}, team.volunteer.api)).status).toBe(403);
    const elsewhere = await makePerson(service, 'coordinator', { campaignIds: [await otherCampaign()] });
    expect((await ask('', {}, elsewhere.api)).status).toBe(404);
    const local = await makePerson(service, 'coordinator', { districtCodes: ['RS211'] });
    const codes = (await readRows({}, local.api)).map(({ code }) => code);
    expect(codes).toEqual((await readRows({ district: 'RS211' })).map(({ code }) => code));
  });

  function otherCampaign(): Promise<string> {
    return make('/campaigns', {
      name: 'Other',
      startsOn: '2026-03-01',
      endsOn: '2026-06-30',
      funders: [{ name: 'European Union' }],
      materialIds: [],
    });
  }

  it.each([
    ['no campaign', '/coverage', 400],
    ['an unknown campaign', `/coverage?campaign=${newId()}`, 422],
    ['a campaign that is no id', '/coverage?campaign=x', 400],
  ])('refuses %s', async (_, path, status) => {
    expect((await team.manager.api.get(path)).status).toBe(status);
  });

  it.each([
    [{ level: 'village' }, 400],
    [{ wrong: 'x' }, 400],
    [{ district: 'RS999' }, 422],
    [{ region: 'RS99' }, 422],
    [{ group: newId() }, 422],
    [{ material: newId() }, 422],
    [{ lot: newId() }, 422],
    [{ asOf: 'x' }, 400],
    [{ from: 'x' }, 400],
    [{ limit: '0' }, 400],
    [{ cursor: 'x' }, 400],
  ])('refuses %j with %i', async (parameters, status) => {
    expect((await ask('', parameters as Record<string, string>)).status).toBe(status);
  });
});
