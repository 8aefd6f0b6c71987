import type {
  CoveragePageDto,
  CoverageRowDto,
  CoverageSummaryDto,
  CoverageTimelineDto,
} from '../../src/coverage/dto/coverage.dto.js';
import type { CoverageMapDto } from '../../src/coverage/dto/coverage-map.dto.js';
import type {
  DistributionListDto,
  PointDeliveryDto,
} from '../../src/coverage/dto/distribution-list.dto.js';
import type { ConsignmentDto } from '../../src/distribution/dto/consignment.dto.js';
import {
  CACAK,
  CoverageGround,
  HANDED_OVER,
  LATER,
  LUCANI,
  NIS,
  rowOf,
} from '../support/coverage.js';

type Refusal = { code: string; errors: { path: string }[] };

describe('coverage', () => {
  let ground: CoverageGround;

  beforeAll(async () => {
    ground = await CoverageGround.prepare();
  });
  afterAll(() => ground.close());

  it('has all 161 municipalities before anything happened, and tells what is unverified', async () => {
    const { body } = await ground.ask<CoveragePageDto>('');
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
    const batch = await ground.send([ground.gymnasium, ground.shelter], 30);
    expect(await ground.row(CACAK)).toMatchObject({
      planned: 60,
      inTransit: 0,
      outlook: 'planned',
    });
    await ground.dispatch(batch);
    expect(await ground.row(CACAK)).toMatchObject({
      planned: 0,
      inTransit: 60,
      outlook: 'in_transit',
    });
    expect(await ground.row(CACAK, { asOf: '2026-03-03' })).toMatchObject({ inTransit: 60 });
    expect(await ground.row(CACAK, { asOf: '2026-03-01' })).toMatchObject({ inTransit: 0 });
    await ground.confirm(batch.consignments[0]!.id, { delivered: 25, damaged: 2, refused: 3 });
    await ground.confirm(batch.consignments[1]!.id, { delivered: 30 });
    expect(await ground.row(CACAK)).toMatchObject({
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

  it('calls silent what was expected and of which nobody said a word', async () => {
    const batch = await ground.send([ground.remote], 10);
    await ground.dispatch(batch, '2026-03-05T09:00:00.000Z');
    expect(await ground.row(LUCANI)).toMatchObject({ inTransit: 10, outlook: 'silent' });
    const listed = await ground.ask<DistributionListDto>('/points', { municipality: LUCANI });
    expect(listed.body.items).toMatchObject([{ state: 'not_reached', outlook: 'silent' }]);
    const returned = await ground.team.coordinator.api.post(`/batches/${batch.id}/return`, {
      occurredAt: LATER,
      lines: [
        { consignmentId: batch.consignments[0]!.id, materialId: ground.leafletId, quantity: 10 },
      ],
    });
    expect(returned.status).toBe(201);
    expect(await ground.row(LUCANI)).toMatchObject({ inTransit: 0, outlook: 'nothing' });
  });

  it('adds up the same at every level', async () => {
    const rows = await ground.rows();
    for (const level of ['district', 'region', 'country']) {
      const areas = await ground.rows({ level });
      for (const figure of ['target', 'delivered', 'inTransit', 'damaged', 'population'] as const) {
        const sum = (all: CoverageRowDto[]) => all.reduce((total, row) => total + row[figure]!, 0);
        expect(sum(areas)).toBe(sum(rows));
      }
    }
    const [country] = await ground.rows({ level: 'country' });
    expect(country).toMatchObject({
      code: 'RS',
      name: 'Serbia',
      state: 'partly_reached',
      share: 55 / 230,
      municipalitiesReachedShare: 0,
      populationStatus: 'unverified',
      population: 6647003,
    });
    expect(await ground.rows({ level: 'district' })).toHaveLength(25);
    const summary = await ground.ask<CoverageSummaryDto>('/summary');
    expect(summary.body).toMatchObject({
      municipalities: { total: 161, reached: 0, partlyReached: 1, notReached: 2, noTarget: 158 },
      population: { total: 6647003 },
      pieces: { target: 230, delivered: 55, inTransit: 3, damaged: 2, planned: 0, onHand: 440 },
    });
  });

  it('looks at broadcast only where it is named', async () => {
    expect(await ground.row(NIS, { kind: 'broadcast' })).toMatchObject({ target: 10 });
    expect(await ground.row(NIS, { material: ground.spotId })).toMatchObject({
      target: 10,
      materialId: ground.spotId,
    });
    expect(await ground.row(NIS)).toMatchObject({ target: 80 });
  });

  it('filters by state, district and place group, and names the group', async () => {
    expect((await ground.rows({ state: 'partly_reached' })).map(({ code }) => code)).toEqual([
      CACAK,
    ]);
    const inDistrict = await ground.rows({ district: 'RS214' });
    expect(inDistrict.map(({ code }) => code)).not.toContain(NIS);
    const groupId = await ground.make('/place-groups', {
      name: 'Pilot',
      source: 'Agreement of 2026',
      validOn: '2026-01-01',
      municipalityCodes: [CACAK, NIS],
    });
    const { body } = await ground.ask<CoveragePageDto>('', { group: groupId, level: 'country' });
    expect(body.group).toMatchObject({ name: 'Pilot', source: 'Agreement of 2026' });
    expect(body.items).toMatchObject([{ target: 180, delivered: 55 }]);
  });

  it('counts for each payer the whole of a shared run, with its share beside it', async () => {
    const answer = await ground.ask<CoveragePageDto>('', { funder: 'OAK Foundation' });
    expect(rowOf(answer.body.items, CACAK)).toMatchObject({
      delivered: 55,
      fundedPieces: 22,
      target: null,
      share: null,
      state: null,
      outlook: null,
    });
    expect(answer.body.lots).toMatchObject([
      { lotNumber: 'L-1', funding: [{ percent: 60 }, { percent: 40 }] },
    ]);
    const refused = await ground.ask<Refusal>('', { funder: 'Nobody' });
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_reference']);
    expect((await ground.ask('', { lot: ground.lotId, state: 'reached' })).status).toBe(422);
  });

  it('hides a shelter from managers in every list and count, and keeps it in the total', async () => {
    const asManager = await ground.ask<DistributionListDto>('/points', { municipality: CACAK });
    const asCoordinator = await ground.ask<DistributionListDto>(
      '/points',
      { municipality: CACAK },
      ground.team.coordinator.api,
    );
    expect(asManager.body.items.map(({ name }) => name)).toEqual(['Gimnazija', 'Tehnička škola']);
    expect(asCoordinator.body.items.map(({ name }) => name)).toEqual([
      'Gimnazija',
      'Sigurna kuća',
      'Tehnička škola',
    ]);
    expect(asCoordinator.body.items.map(({ confidential }) => confidential)).toEqual([
      false,
      true,
      false,
    ]);
    const shelters = { pointKind: 'shelter' };
    expect((await ground.row(CACAK, shelters)).points).toEqual({
      total: 0,
      reached: 0,
      notReached: 0,
    });
    expect((await ground.row(CACAK, shelters, ground.team.coordinator.api)).points).toEqual({
      total: 1,
      reached: 1,
      notReached: 0,
    });
  });

  it('counts schools reached of schools there are', async () => {
    const rows = await ground.rows({ pointKind: 'school', tag: 'secondary' });
    expect(rowOf(rows, CACAK).points).toEqual({ total: 2, reached: 1, notReached: 1 });
    expect(rowOf(rows, LUCANI).points).toEqual({ total: 1, reached: 0, notReached: 1 });
    const summary = await ground.ask<CoverageSummaryDto>('/summary');
    expect(summary.body.points).toMatchObject({
      total: 3,
      kinds: [{ kind: 'school', total: 3, reached: 1, notReached: 2 }],
      tags: [{ tag: 'secondary', reached: 1 }],
    });
  });

  it('lists who got what, by whom and how well proved', async () => {
    const { body } = await ground.ask<DistributionListDto>('/points', { kind: 'school' });
    expect(body.total).toBe(3);
    expect(body.items[0]).toMatchObject({
      deliveryPointId: ground.gymnasium,
      municipalityCode: CACAK,
      municipalityName: 'Cacak',
      materialId: ground.leafletId,
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
    const [{ consignmentId, batchId }] = body.items[0]!.deliveries as [PointDeliveryDto];
    const consignment = await ground.team.coordinator.api.get<ConsignmentDto>(
      `/consignments/${consignmentId}`,
    );
    expect(consignment.body.batchId).toBe(batchId);
    expect(body.items[1]).toMatchObject({
      state: 'not_reached',
      delivered: 0,
      outlook: 'nothing',
      proof: null,
    });
    const unreached = await ground.ask<DistributionListDto>('/points', { state: 'not_reached' });
    expect(unreached.body.items.map(({ name }) => name)).toEqual(['Tehnička škola', 'Škola Guča']);
    const since = await ground.ask<DistributionListDto>('/points', {
      from: '2026-03-05',
      kind: 'school',
    });
    expect(since.body.items.every(({ state }) => state === 'not_reached')).toBe(true);
    const page = await ground.ask<DistributionListDto>('/points', { limit: '1' });
    expect(page.body.items).toHaveLength(1);
    expect(page.body.nextCursor).not.toBeNull();
  });

  it('tells a past date as known today, and as known then', async () => {
    const before = await ground.ask<CoveragePageDto>('');
    const issued = await ground.team.coordinator.api.post('/stock/issues', {
      warehouseId: ground.warehouseId,
      campaignId: ground.campaignId,
      occurredAt: '2026-03-03T09:00:00.000Z',
      to: { municipalityCode: LUCANI, occasion: 'Fair' },
      lines: [{ materialId: ground.leafletId, quantity: 20 }],
    });
    expect(issued.status).toBe(201);
    expect(await ground.row(LUCANI)).toMatchObject({
      delivered: 20,
      state: 'partly_reached',
    });
    expect(await ground.row(LUCANI, { asOf: '2026-03-03' })).toMatchObject({ delivered: 20 });
    expect(await ground.row(LUCANI, { asOf: '2026-03-02' })).toMatchObject({ delivered: 0 });
    const sequence = String(before.body.sequence);
    for (const knownAt of [sequence, before.body.knownAt]) {
      const again = await ground.rows({ knownAt });
      expect(again).toEqual(before.body.items);
    }
    const ahead = await ground.ask<Refusal>('', { knownAt: '999999' });
    expect([ahead.status, ahead.body.code]).toEqual([422, 'date_out_of_range']);
    expect((await ground.ask('', { knownAt: 'yesterday' })).status).toBe(400);
  });

  it('counts what was delivered in a period', async () => {
    const figures = async (from: string) => {
      const rows = await ground.rows({ from });
      return [rowOf(rows, CACAK).deliveredSince, rowOf(rows, LUCANI).deliveredSince];
    };
    expect(await figures('2026-03-01')).toEqual([55, 20]);
    expect(await figures('2026-03-04')).toEqual([55, 0]);
    expect(await figures(HANDED_OVER)).toEqual([55, 0]);
    expect(await figures('2026-03-04T09:00:00.001Z')).toEqual([0, 0]);
    expect(
      (await ground.row(CACAK, { from: '2026-03-04', asOf: '2026-03-05' })).deliveredSince,
    ).toBe(55);
  });

  it('tells the campaign week by week', async () => {
    const { body } = await ground.ask<CoverageTimelineDto>('/timeline');
    const week = body.items.find((each) => each.week === '2026-W10')!;
    expect(week).toMatchObject({
      startsOn: '2026-03-02',
      endsOn: '2026-03-08',
      dispatched: 70,
      delivered: 75,
      deliveredTotal: 75,
      municipalities: { total: 161, partlyReached: 2, notReached: 1 },
    });
    expect(body.items[0]!.week).toBe('2026-W09');
  });

  it('draws a map with the same figures as the table', async () => {
    const { body } = await ground.ask<CoverageMapDto>('/map');
    expect(body.type).toBe('FeatureCollection');
    expect(body.features).toHaveLength(161);
    expect(body.features.map(({ properties }) => properties)).toEqual(await ground.rows());
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
    const batch = await ground.team.coordinator.api.post<{ id: string }>('/batches', {
      campaignId: ground.campaignId,
      warehouseId: ground.warehouseId,
      consignments: [],
    });
    const filled = await ground.team.coordinator.api.post<{
      consignments: { deliveryPoint: { id: string }; lines: { quantity: number }[] }[];
    }>(`/batches/${batch.body.id}/fill`, {
      points: { ids: [ground.gymnasium, ground.remote] },
      lines: [{ materialId: ground.leafletId, upToTarget: true }],
    });
    expect(filled.status).toBe(201);
    // 100 less 55 delivered; the three refused do not count. 50 less the 20 of the fair.
    const quantities = filled.body.consignments.map(({ lines }) => lines[0]!.quantity);
    expect(quantities.toSorted((a, b) => a - b)).toEqual([30, 45]);
  });

  it('no longer counts what was delivered of a withdrawn print run', async () => {
    const withdrawn = await ground.team.administrator.api.post(
      `/stock/lots/${ground.lotId}/withdraw`,
      {
        reason: 'Wrong helpline number',
        occurredAt: LATER,
      },
    );
    expect(withdrawn.status).toBe(201);
    expect(await ground.row(CACAK)).toMatchObject({
      delivered: 0,
      withdrawn: 55,
      state: 'not_reached',
      firstDeliveredAt: null,
    });
    expect(await ground.row(CACAK, { asOf: '2026-03-09' })).toMatchObject({
      delivered: 55,
      withdrawn: 0,
    });
    const { body } = await ground.ask<DistributionListDto>('/points', { kind: 'school' });
    expect(body.items[0]).toMatchObject({ delivered: 0, withdrawn: 25, state: 'not_reached' });
    const timeline = await ground.ask<CoverageTimelineDto>('/timeline');
    expect(timeline.body.items.at(-1)).toMatchObject({ deliveredTotal: 0, withdrawnTotal: 75 });
  });
});
