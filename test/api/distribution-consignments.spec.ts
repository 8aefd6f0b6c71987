import type {
  ConsignmentDetailDto,
  ConsignmentDto,
} from '../../src/distribution/dto/consignment.dto.js';
import { newId } from '../../src/platform/ids/ids.js';
import { CACAK, DistributionGround, LUCANI, NIS, type Person } from '../support/distribution.js';

interface Listed<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

let ground: DistributionGround;

beforeAll(async () => {
  ground = await DistributionGround.prepare();
}, 60_000);
afterAll(() => ground.close());

const consignmentsOf = async (person: Person, query = ''): Promise<ConsignmentDto[]> => {
  const answer = await person.client.get<Listed<ConsignmentDto>>(`/consignments${query}`);
  expect(answer.status).toBe(200);
  return answer.body.items;
};

describe('assigning', () => {
  it('ends the former assignment, and shows each volunteer what is theirs now', async () => {
    const [first, second] = [
      await ground.addPerson('volunteer'),
      await ground.addPerson('volunteer'),
    ];
    const draft = (await ground.create(ground.leaflets(await ground.addPoints(2)))).body;
    const [a, b] = draft.consignments;
    await ground.command(draft.id, 'assign', { assigneeId: first.id });
    const again = await ground.command(draft.id, 'assign', {
      assigneeId: second.id,
      consignmentIds: [b!.id],
    });
    expect(again.body.consignments.map(({ assigneeId }) => assigneeId)).toEqual([
      first.id,
      second.id,
    ]);
    expect((await consignmentsOf(first, '?assignee=me')).map(({ id }) => id)).toEqual([a!.id]);
    expect((await consignmentsOf(second)).map(({ id }) => id)).toEqual([b!.id]);
    expect((await first.client.get(`/consignments/${a!.id}`)).status).toBe(200);
    expect((await first.client.get(`/consignments/${b!.id}`)).status).toBe(404);
    expect((await first.client.get(`/batches/${draft.id}`)).status).toBe(403);
    expect((await first.client.post(`/batches/${draft.id}/plan`, {})).status).toBe(403);
    expect(await consignmentsOf(ground.coordinator, `?assignee=${first.id}`)).toHaveLength(1);
  });

  it('is refused for managers, people who are not active, and consignments of other batches', async () => {
    const { id } = (await ground.create(ground.leaflets(await ground.addPoints(1)))).body;
    const manager = await ground.addPerson('manager');
    expect((await ground.command(id, 'assign', { assigneeId: manager.id })).status).toBe(422);
    expect((await ground.command(id, 'assign', { assigneeId: newId() })).status).toBe(422);
    const refused = await ground.command(id, 'assign', {
      assigneeId: ground.coordinator.id,
      consignmentIds: [newId()],
    });
    expect([refused.status, refused.body.errors[0]!.path]).toEqual([422, 'consignmentIds[0]']);
  });
});

describe('consignments', () => {
  it('are listed with what a phone needs, by municipality, group, state, and by what changed', async () => {
    const pointId = await ground.addPoint({ municipalityCode: LUCANI });
    const draft = (await ground.create(ground.leaflets([pointId]))).body;
    const [row] = await consignmentsOf(ground.coordinator, `?batch=${draft.id}`);
    expect(row).toMatchObject({
      batchId: draft.id,
      batchState: 'draft',
      campaignId: ground.campaignId,
      deliveryPoint: { id: pointId, kind: 'school', contact: { person: 'Jelena' } },
      lines: [{ materialName: 'Letak za decu', sent: 0, inTransit: 0, lots: [] }],
    });
    const has = async (query: string) =>
      (await consignmentsOf(ground.coordinator, query)).some(({ id }) => id === row!.id);
    const groupId = await ground.make(await ground.addPerson('administrator'), '/place-groups', {
      name: newId(),
      source: 'test',
      validOn: '2026-01-01',
      municipalityCodes: [LUCANI],
    });
    expect(await has(`?municipality=${LUCANI}`)).toBe(true);
    expect(await has(`?municipality=${NIS}`)).toBe(false);
    expect(await has(`?group=${groupId}`)).toBe(true);
    expect(await has('?state=pending&limit=500')).toBe(true);
    expect(await has('?state=delivered')).toBe(false);
    expect(await has(`?changedSince=${row!.changedAt}`)).toBe(true);
    const later = new Date(Date.parse(row!.changedAt) + 1).toISOString();
    expect(await has(`?changedSince=${later}`)).toBe(false);
    await ground.command(draft.id, 'assign', { assigneeId: ground.coordinator.id });
    expect(await has(`?changedSince=${later}`)).toBe(true);
    expect((await ground.coordinator.client.get('/consignments?municipality=79014')).status).toBe(
      422,
    );
    expect((await ground.coordinator.client.get('/consignments?assignee=you')).status).toBe(400);
    expect((await ground.coordinator.client.get('/consignments?colour=red')).status).toBe(400);
  });

  it('hide contacts and confidential points from managers, in lists, counts and sums', async () => {
    const manager = await ground.addPerson('manager');
    const shelter = await ground.addPoint({
      kind: 'shelter',
      confidential: true,
      municipalityCode: NIS,
    });
    const school = await ground.addPoint();
    const draft = (await ground.create(ground.leaflets([shelter, school], 4))).body;
    expect(draft.municipalityCodes).toEqual([CACAK, NIS].sort());
    const rows = await consignmentsOf(manager, `?batch=${draft.id}`);
    expect(rows.map(({ deliveryPoint }) => [deliveryPoint.id, deliveryPoint.contact])).toEqual([
      [school, null],
    ]);
    const hidden = draft.consignments.find(({ deliveryPoint }) => deliveryPoint.id === shelter)!;
    expect((await manager.client.get(`/consignments/${hidden.id}`)).status).toBe(404);
    const batch = await manager.client.get(`/batches/${draft.id}`);
    const seen = { consignmentCount: 1, pieces: 4, delivered: 0, municipalityCodes: [CACAK] };
    expect(batch.body).toMatchObject(seen);
    const listed = await manager.client.get<Listed<{ id: string }>>('/batches?limit=500');
    expect(listed.body.items.find(({ id }) => id === draft.id)).toMatchObject(seen);
    expect((await manager.client.post(`/batches/${draft.id}/plan`, {})).status).toBe(403);
  });

  it('outside a coordinator’s districts or campaigns are not there, and are not theirs to send', async () => {
    const ours = await ground.addPerson('coordinator', { districtCodes: ['RS214'] });
    const elsewhere = await ground.addPerson('coordinator', { campaignIds: [] });
    const [inside, outside] = [
      await ground.addPoint(),
      await ground.addPoint({ municipalityCode: NIS }),
    ];
    const both = (await ground.create(ground.leaflets([inside, outside]))).body;
    const abroad = (await ground.create(ground.leaflets([outside]))).body;
    expect(await consignmentsOf(ours, `?batch=${both.id}`)).toHaveLength(1);
    expect((await ours.client.get(`/batches/${both.id}`)).body).toMatchObject({
      consignmentCount: 1,
    });
    expect((await ours.client.get(`/batches/${abroad.id}`)).status).toBe(404);
    expect((await ours.client.post(`/batches/${both.id}/plan`, {})).status).toBe(403);
    expect((await ours.client.post(`/batches/${abroad.id}/plan`, {})).status).toBe(404);
    expect((await elsewhere.client.get(`/batches/${both.id}`)).status).toBe(404);
    const { campaignId, warehouseId } = ground;
    const consignments = ground.leaflets([outside]);
    const refused = await ours.client.post('/batches', { campaignId, warehouseId, consignments });
    expect(refused.status).toBe(403);
  });

  it('of which somebody has sent word stay, though they are a draft', async () => {
    const volunteer = await ground.addPerson('volunteer');
    const draft = (await ground.create(ground.leaflets(await ground.addPoints(1)))).body;
    await ground.command(draft.id, 'assign', { assigneeId: volunteer.id });
    const word = await volunteer.client.post<{ status: string }>('/confirmations', {
      id: newId(),
      consignmentId: draft.consignments[0]!.id,
      kind: 'delivery',
      deviceTime: new Date().toISOString(),
      lines: [
        {
          materialId: ground.leafletId,
          delivered: 10,
          damaged: 0,
          missing: 0,
          refused: 0,
          surplus: 0,
        },
      ],
    });
    expect([word.status, word.body.status]).toEqual([201, 'held']);
    const { client } = ground.coordinator;
    const read = await client.get<{ version: number }>(`/batches/${draft.id}`);
    const emptied = await client.patch<{ code: string }>(
      `/batches/${draft.id}`,
      { consignments: [] },
      read.body.version,
    );
    expect([emptied.status, emptied.body.code]).toEqual([409, 'in_use']);
    expect((await client.delete(`/batches/${draft.id}`, read.body.version)).status).toBe(409);
  });

  it('take tracking numbers freely at first, and others in their place from whoever read them', async () => {
    const { consignments } = (await ground.create(ground.leaflets(await ground.addPoints(1)))).body;
    const path = `/consignments/${consignments[0]!.id}/tracking`;
    const { client } = ground.coordinator;
    const put = (trackingNumbers: string[], version?: number) =>
      client.put<ConsignmentDetailDto>(
        path,
        { trackingNumbers },
        version === undefined ? {} : { headers: { 'if-match': `"${version}"` } },
      );
    const first = await put(['A', 'B']);
    expect([first.status, first.body.trackingNumbers]).toEqual([200, ['A', 'B']]);
    expect((await put(['A', 'B'])).body.version).toBe(first.body.version);
    expect((await put(['C'])).status).toBe(428);
    expect((await put(['C'], first.body.version - 1)).status).toBe(412);
    expect((await put(['C'], first.body.version)).body.trackingNumbers).toEqual(['C']);
    expect((await put(['C', 'C'])).status).toBe(400);
  });
});
