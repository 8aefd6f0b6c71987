import { newId } from '../../src/platform/ids/ids.js';
import { addDays, dayOf } from '../../src/time.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { makeTeam, type Team } from '../support/people.js';
import { bodyOf, confirmationOf, MUNICIPALITIES, type Story, tellStory } from '../support/story.js';

interface Flag {
  readonly id: string;
  readonly rule: string;
  readonly state: string;
  readonly municipalityCode: string;
}

interface Row {
  readonly code: string;
  readonly state: string;
  readonly outlook: string | null;
  readonly delivered: number;
  readonly inTransit: number;
  readonly planned: number;
  readonly target: number;
}

/** Forty days into the campaign; the story's dates follow from today. */
const today = dayOf(new Date().toISOString());
const startsOn = addDays(today, -40);
const at = (days: number): string => `${addDays(startsOn, days)}T09:00:00Z`;

describe('from a print run to a resolved flag', () => {
  let service: TestApp;
  let team: Team;
  let story: Story;
  let batchId: string;
  let consignmentId: string;
  const reached = MUNICIPALITIES[0]!;

  const campaignFlags = async (state: string): Promise<Flag[]> =>
    bodyOf(
      await team.manager.api.get<{ items: Flag[] }>(
        `/flags?campaign=${story.campaignId}&rule=never_reached&state=${state}&limit=500`,
      ),
    ).items;
  const coverageOf = async (code: string): Promise<Row> =>
    bodyOf(
      await team.manager.api.get<{ items: Row[] }>(
        `/coverage?campaign=${story.campaignId}&limit=500`,
      ),
    ).items.find((row) => row.code === code)!;
  const check = () => team.administrator.api.post('/jobs/coverage-check/run', {});

  beforeAll(async () => {
    service = await startTestApp();
    team = await makeTeam(service);
    story = await tellStory(team.administrator.api, {
      startsOn,
      endsOn: addDays(startsOn, 120),
      points: 1,
    });
    bodyOf(
      await team.administrator.api.post(`/campaigns/${story.campaignId}/target-rules`, {
        id: newId(),
        materialId: story.materialIds[0],
        kind: 'minimum',
        value: 100,
      }),
    );
  }, 60_000);
  afterAll(() => service.close());

  it('begins with 161 municipalities that nothing has reached, each flagged', async () => {
    const run = bodyOf(await check());
    expect(run).toMatchObject({ outcome: 'succeeded', raised: expect.any(Number) });
    expect(await campaignFlags('open')).toHaveLength(161);
    expect(await coverageOf(reached)).toMatchObject({
      state: 'not_reached',
      outlook: 'nothing',
      target: 100,
    });
  });

  it('goes on with a batch: planned, packed, on its way', async () => {
    const { api } = team.coordinator;
    batchId = newId();
    consignmentId = newId();
    bodyOf(
      await api.post('/batches', {
        id: batchId,
        campaignId: story.campaignId,
        warehouseId: story.warehouseId,
        consignments: [
          {
            id: consignmentId,
            deliveryPointId: story.pointIds[0],
            assigneeId: team.volunteer.id,
            lines: [{ materialId: story.materialIds[0], quantity: 100 }],
          },
        ],
      }),
    );
    bodyOf(await api.post(`/batches/${batchId}/plan`, {}));
    expect(await coverageOf(reached)).toMatchObject({ planned: 100, outlook: 'planned' });
    bodyOf(await api.post(`/batches/${batchId}/pack`, {}));
    bodyOf(await api.post(`/batches/${batchId}/dispatch`, { occurredAt: at(36) }));
    expect(await coverageOf(reached)).toMatchObject({
      planned: 0,
      inTransit: 100,
      outlook: 'in_transit',
    });
    expect((await api.post(`/batches/${batchId}/plan`, {})).body).toMatchObject({
      status: 409,
      code: 'illegal_transition',
      state: 'dispatched',
    });
  });

  it('arrives, as the volunteer to whom it was given says, once', async () => {
    const confirmation = confirmationOf(
      consignmentId,
      story.materialIds,
      { delivered: 100 },
      { deviceTime: at(37) },
    );
    const first = await team.volunteer.api.post('/confirmations', confirmation);
    expect([first.status, first.body]).toMatchObject([
      201,
      {
        status: 'accepted',
        consignment: { id: consignmentId, state: 'delivered' },
        discrepancies: [],
      },
    ]);
    const again = await team.volunteer.api.post<{ results: unknown[] }>('/confirmations/sync', {
      confirmations: [confirmation],
    });
    expect(bodyOf(again).results).toMatchObject([{ id: confirmation['id'], status: 'accepted' }]);
    expect(await coverageOf(reached)).toMatchObject({
      state: 'reached',
      delivered: 100,
      inTransit: 0,
    });
  });

  it('ends with the flag resolved by itself, the others still open, and every invariant true', async () => {
    bodyOf(await check());
    const resolved = await campaignFlags('resolved');
    expect(resolved.map(({ municipalityCode }) => municipalityCode)).toEqual([reached]);
    expect(await campaignFlags('open')).toHaveLength(160);
    bodyOf(await team.coordinator.api.post(`/batches/${batchId}/close`, {}));
    expect(bodyOf(await team.manager.api.get('/verify'))).toMatchObject({ holds: true });
  });

  it('shows the funder who got what, by whom, with which proof', async () => {
    const { items } = bodyOf(
      await team.manager.api.get<{ items: Record<string, unknown>[] }>(
        `/coverage/points?campaign=${story.campaignId}&municipality=${reached}`,
      ),
    );
    expect(items).toMatchObject([
      {
        deliveryPointId: story.pointIds[0],
        delivered: 100,
        funders: ['European Union', 'OAK Foundation'],
        lotNumbers: ['1'],
        proof: 'volunteer',
        state: 'reached',
      },
    ]);
  });
});
