import { newId } from '../../src/platform/ids/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { makePerson, makeTeam, type Person, type Team } from '../support/people.js';
import { makeStockStory, type StockStory } from '../support/stock-story.js';
import { bodyOf } from '../support/story.js';

interface Movement {
  readonly id: string;
  readonly to: string;
  readonly deliveryPointId?: string;
}
interface Document {
  readonly id: string;
  readonly lotId: string;
  readonly movements: Movement[];
}
interface List<T> {
  readonly items: T[];
  readonly total: number;
}

let service: TestApp;
let team: Team;
let story: StockStory;
let lotId: string;

beforeAll(async () => {
  service = await startTestApp();
  team = await makeTeam(service);
});
afterAll(() => service.close());
beforeEach(async () => {
  story = await makeStockStory(team.administrator.api);
  const receipt = await team.coordinator.api.post<Document>('/stock/receipts', story.receipt());
  lotId = bodyOf(receipt).lotId;
});

const issueAs = (person: Person, changes: Record<string, unknown> = {}) =>
  person.api.post<Document & { code: string }>('/stock/issues', story.issue(changes));
const keepBy = async (person: Person): Promise<void> => {
  const path = `/warehouses/${story.warehouseId}`;
  const { version } = bodyOf(await team.coordinator.api.get<{ version: number }>(path));
  bodyOf(await team.coordinator.api.patch(path, { keeperIds: [person.id] }, version));
};

describe('who does what with stock', () => {
  it.each(['/stock/receipts', '/stock/lots', '/stock/movements', '/print-orders', '/verify'])(
    '%s is read by those who read figures, not by volunteers',
    async (path) => {
      for (const person of [team.administrator, team.coordinator, team.manager])
        expect((await person.api.get(path)).status).toBe(200);
      expect((await team.volunteer.api.get(path)).status).toBe(403);
    },
  );

  it('is written by coordinators and administrators', async () => {
    for (const person of [team.manager, team.volunteer]) {
      expect((await person.api.post('/stock/receipts', story.receipt())).status).toBe(403);
      expect((await person.api.post('/print-orders', story.order())).status).toBe(403);
      const command = { reason: 'x' };
      expect((await person.api.post(`/stock/lots/${lotId}/block`, command)).status).toBe(403);
      expect((await person.api.get(`/stock/lots/${lotId}/recall`)).status).toBe(403);
    }
    expect((await issueAs(team.manager)).status).toBe(403);
  });

  it('lets a volunteer give out from the warehouse that they keep, and see no other', async () => {
    const keeper = await makePerson(service, 'volunteer');
    expect((await issueAs(keeper)).status).toBe(403);
    await keepBy(keeper);
    const issued = bodyOf(await issueAs(keeper, { receivedBy: 'Milica', note: 'at the door' }));
    const balances = bodyOf(await keeper.api.get<List<{ warehouseId: string }>>('/stock'));
    expect(balances.items.map((row) => row.warehouseId)).toEqual([story.warehouseId]);
    const own = bodyOf(await keeper.api.get<List<Document>>('/stock/issues'));
    expect(own.items).toEqual([issued]);
    const other = bodyOf(await team.volunteer.api.get<List<Document>>('/stock/issues'));
    expect(other.total).toBe(0);
    expect((await team.volunteer.api.get(`/stock/issues/${issued.id}`)).status).toBe(404);
  });

  it('shows a manager no personal data', async () => {
    const issued = bodyOf(await issueAs(team.coordinator, { receivedBy: 'Milica', note: 'tall' }));
    const seen = bodyOf(await team.manager.api.get(`/stock/issues/${issued.id}`));
    expect(JSON.stringify(seen)).not.toMatch(/Milica|tall/);
    expect(bodyOf(await team.coordinator.api.get(`/stock/issues/${issued.id}`))).toMatchObject({
      receivedBy: 'Milica',
      note: 'tall',
    });
  });

  it('keeps a coordinator to the campaigns given to them', async () => {
    const stranger = await makePerson(service, 'coordinator', {
      campaignIds: [(await makeStockStory(team.administrator.api)).campaignId],
    });
    expect((await stranger.api.post('/stock/receipts', story.receipt())).status).toBe(422);
    expect((await stranger.api.get(`/stock/lots/${lotId}`)).status).toBe(404);
    expect(bodyOf(await stranger.api.get<List<unknown>>('/stock/movements')).total).toBe(0);
    expect((await stranger.api.post(`/stock/lots/${lotId}/block`, { reason: 'x' })).status).toBe(
      404,
    );
  });

  it('keeps a coordinator to the districts given to them', async () => {
    const stranger = await makePerson(service, 'coordinator', { districtCodes: ['RS225'] });
    expect((await stranger.api.post('/stock/receipts', story.receipt())).status).toBe(403);
    const near = story.receipt({ warehouseId: story.otherWarehouseId });
    expect((await stranger.api.post('/stock/receipts', near)).status).toBe(201);
  });
});

describe('a confidential point', () => {
  it('is in no list that a manager reads, and in the figures', async () => {
    const issued = bodyOf(
      await issueAs(team.coordinator, { to: { deliveryPointId: story.shelterId } }),
    );
    const hidden = new RegExp(story.shelterId);
    const api = team.manager.api;
    for (const path of [
      `/stock/movements?lot=${lotId}`,
      `/stock/lots/${lotId}/trace`,
      '/stock/issues',
    ]) {
      expect(JSON.stringify(bodyOf(await api.get(path)))).not.toMatch(hidden);
      expect(JSON.stringify(bodyOf(await team.coordinator.api.get(path)))).toMatch(hidden);
    }
    expect((await api.get(`/stock/issues/${issued.id}`)).status).toBe(404);
    const card = bodyOf(await api.get<List<Movement>>(`/stock/movements?lot=${lotId}`));
    expect(card.items.at(-1)!.to).toBe('delivered:confidential');
    const account = `/stock/movements?account=delivered:${story.shelterId}`;
    expect(bodyOf(await api.get<List<Movement>>(account)).total).toBe(0);
    expect(bodyOf(await api.get(`/stock/lots/${lotId}`))).toMatchObject({ delivered: 10 });
  });
});

describe('what stock refers to', () => {
  it('stays: material, campaign, warehouse and point', async () => {
    bodyOf(await issueAs(team.coordinator));
    for (const path of [
      `/materials/${story.materialId}`,
      `/campaigns/${story.campaignId}`,
      `/warehouses/${story.warehouseId}`,
      `/delivery-points/${story.pointId}`,
    ]) {
      const { version } = bodyOf(await team.administrator.api.get<{ version: number }>(path));
      expect((await team.administrator.api.delete(path, version)).status).toBe(409);
    }
    const path = `/delivery-points/${story.pointId}`;
    const { version } = bodyOf(await team.administrator.api.get<{ version: number }>(path));
    const move = { municipalityCode: '70742' };
    expect((await team.administrator.api.patch(path, move, version)).status).toBe(409);
  });

  it('is not issued to where nobody is', async () => {
    for (const [to, path] of [
      [{ deliveryPointId: newId() }, 'to.deliveryPointId'],
      [{ municipalityCode: '79014', occasion: 'Fair' }, 'to.municipalityCode'],
      [{ municipalityCode: '71242' }, 'to'],
    ] as const) {
      const { status, body } = await team.coordinator.api.post<{ errors: { path: string }[] }>(
        '/stock/issues',
        story.issue({ to }),
      );
      expect([status, body.errors[0]?.path]).toEqual([422, path]);
    }
  });
});

describe('what is malformed', () => {
  it.each([
    ['no quantity', { quantity: undefined }],
    ['none at all', { quantity: 0 }],
    ['less than none', { quantity: -5 }],
    ['half a piece', { quantity: 1.5 }],
    ['too much', { quantity: 1e12 }],
    ['text', { quantity: '5' }],
    ['an unknown field', { colour: 'red' }],
    ['no date', { occurredAt: undefined }],
    ['a date that is none', { occurredAt: '2026-02-30T09:00:00Z' }],
    ['null for a list', { funding: null }],
    ['NUL in a text', { lotNumber: 'A\u0000' }],
  ])('%s is refused', async (_, changes) => {
    const body = story.receipt(changes);
    const { status } = await team.coordinator.api.post('/stock/receipts', body);
    expect(status).toBe(400);
  });

  it('is refused in queries and paths', async () => {
    const api = team.coordinator.api;
    expect((await api.get('/stock?colour=red')).status).toBe(400);
    expect((await api.get('/stock?asOf=yesterday')).status).toBe(400);
    expect((await api.get('/stock?cursor=x')).status).toBe(400);
    expect((await api.get('/stock/lots/nobody')).status).toBe(404);
    expect((await api.get(`/stock/lots/${newId()}/trace`)).status).toBe(404);
    expect((await api.get(`/stock/receipts/${newId()}`)).status).toBe(404);
    expect((await api.post(`/stock/lots/${newId()}/block`, { reason: 'x' })).status).toBe(404);
  });
});
