import type { CoveragePageDto, CoverageSummaryDto } from '../../src/coverage/dto/coverage.dto.js';
import type { DistributionListDto } from '../../src/coverage/dto/distribution-list.dto.js';
import { VerifyService } from '../../src/stock/verify.service.js';
import { CACAK, CoverageGround, HANDED_OVER, LATER, LUCANI } from '../support/coverage.js';
import { onEachEngine } from '../support/database.js';

/** Figures of the present come from the projections, of the past from the entries: both have to say the same. */
onEachEngine('coverage read from the projections and from the entries', (engine) => {
  let ground: CoverageGround;

  beforeAll(async () => {
    ground = await CoverageGround.prepare(engine);
    const batch = await ground.send([ground.gymnasium, ground.shelter, ground.remote], 30);
    await ground.dispatch(batch, '2026-03-05T09:00:00.000Z');
    const [first, second] = batch.consignments;
    await ground.confirm(first!.id, { delivered: 20, damaged: 2, missing: 1, refused: 5 });
    await ground.confirm(second!.id, { delivered: 30, surplus: 3 });
    await ground.step(batch, 'return', {
      occurredAt: LATER,
      lines: [{ consignmentId: first!.id, materialId: ground.leafletId, quantity: 2 }],
    });
    await ground.send([ground.technical], 7);
    const issued: number[] = [];
    for (const to of [
      { municipalityCode: LUCANI, occasion: 'Fair' },
      { deliveryPointId: ground.technical },
    ]) {
      const { status } = await ground.team.coordinator.api.post('/stock/issues', {
        warehouseId: ground.warehouseId,
        campaignId: ground.campaignId,
        occurredAt: HANDED_OVER,
        to,
        lines: [{ materialId: ground.leafletId, quantity: 4 }],
      });
      issued.push(status);
    }
    if (issued.some((status) => status !== 201)) throw new Error(`issues: ${issued.join()}`);
  }, 60_000);
  afterAll(() => ground.close());

  const QUESTIONS: Record<string, string>[] = [
    {},
    { level: 'district' },
    { level: 'region', from: '2026-03-04' },
    { level: 'country', pointKind: 'school' },
    { funder: 'OAK Foundation', from: HANDED_OVER },
    { tag: 'secondary', from: '2026-03-04T10:00:00Z' },
    { kind: 'broadcast' },
  ];

  const same = async (): Promise<void> => {
    for (const question of [...QUESTIONS, { lot: ground.lotId }]) {
      const present = await ground.ask<CoveragePageDto>('', question);
      expect([question, present.status]).toEqual([question, 200]);
      const { items, knownAt, sequence } = present.body;
      const asOf = await ground.ask<CoveragePageDto>('', { ...question, asOf: knownAt });
      const known = await ground.ask<CoveragePageDto>('', { ...question, knownAt });
      expect([question, asOf.body.items]).toEqual([question, items]);
      expect([question, known.body.items]).toEqual([question, items]);
      expect(known.body.sequence).toBe(sequence);
    }
    const now = await ground.ask<CoverageSummaryDto>('/summary');
    const then = await ground.ask<CoverageSummaryDto>('/summary', { asOf: now.body.knownAt });
    const moments = { asOf: null, knownAt: null };
    expect(Object.assign(then.body, moments)).toEqual(Object.assign(now.body, moments));
    const list = await ground.ask<DistributionListDto>('/points');
    const past = await ground.ask<DistributionListDto>('/points', { asOf: list.body.knownAt });
    // What comes next is told of the present alone.
    for (const row of list.body.items) row.outlook = null;
    expect(past.body.items).toEqual(list.body.items);
    expect((await ground.ask('/timeline')).status).toBe(200);
  };

  it('says the same', async () => {
    expect(await ground.row(CACAK)).toMatchObject({
      planned: 7,
      inTransit: 5,
      refused: 3,
      delivered: 57,
      damaged: 2,
      lost: 1,
    });
    expect(await ground.row(LUCANI)).toMatchObject({ inTransit: 30, delivered: 4, outlook: null });
    await same();
  }, 60_000);

  it('says the same when the print run is withdrawn', async () => {
    const withdrawn = await ground.team.administrator.api.post(
      `/stock/lots/${ground.lotId}/withdraw`,
      { reason: 'Wrong helpline number', occurredAt: LATER },
    );
    expect(withdrawn.status).toBe(201);
    expect(await ground.row(CACAK)).toMatchObject({ delivered: 0, withdrawn: 57 });
    await same();
  }, 60_000);

  it('keeps every invariant', async () => {
    const verification = await ground.service.app.get(VerifyService).run();
    expect(verification.invariants.filter(({ holds }) => !holds)).toEqual([]);
  });
});
