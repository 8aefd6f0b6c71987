import { newId } from '../../src/platform/ids/ids.js';
import { startTestApp, type Answer, type TestApp } from '../support/app.js';
import { onEachEngine } from '../support/database.js';
import { makeTeam, type Team } from '../support/people.js';
import { bodyOf } from '../support/story.js';
import { makeStockStory, SHARED, type StockStory } from '../support/stock-story.js';

interface Movement {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly reverses?: string;
  readonly balance?: number;
}
interface Document {
  readonly id: string;
  readonly lotId: string;
  readonly reversed: boolean;
  readonly movements: Movement[];
  readonly discrepancy: unknown;
  readonly funding: unknown;
}
interface Refusal {
  readonly code: string;
  readonly errors: { path: string; message: string }[];
  readonly command?: string;
  readonly allowed?: string[];
}
interface Lot {
  readonly id: string;
  readonly state: string;
  readonly printed: number;
  readonly onHand: number;
  readonly delivered: number;
  readonly handedOut: number;
  readonly damaged: number;
  readonly expected: number;
}
interface List<T> {
  readonly items: T[];
  readonly total: number;
  readonly nextCursor: string | null;
}

onEachEngine('stock over HTTP', (engine) => {
  let service: TestApp;
  let team: Team;
  let story: StockStory;

  beforeAll(async () => {
    service = await startTestApp(engine);
    team = await makeTeam(service);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    story = await makeStockStory(team.administrator.api);
  });

  const post = <T = Document & Refusal>(path: string, body: unknown): Promise<Answer<T>> =>
    team.coordinator.api.post<T>(path, body);
  const get = async <T>(path: string): Promise<T> =>
    bodyOf(await team.coordinator.api.get<T>(path));
  const receive = (changes: Record<string, unknown> = {}) =>
    post('/stock/receipts', story.receipt(changes));
  const receiveOne = async (changes: Record<string, unknown> = {}): Promise<Document> =>
    bodyOf(await receive(changes));
  const issue = (changes: Record<string, unknown> = {}) =>
    post('/stock/issues', story.issue(changes));
  const lot = (id: string, query = '') => get<Lot>(`/stock/lots/${id}${query}`);

  it('receives a print run in parts, damaged and short ones among them', async () => {
    const first = await receiveOne({ quantity: 1000, damaged: 20, notedQuantity: 1050 });
    expect(first.movements.map(({ from, to, quantity }) => [from, to, quantity])).toEqual([
      ['supplier', `warehouse:${story.warehouseId}`, 980],
      ['supplier', 'damaged', 20],
    ]);
    expect(first.discrepancy).toEqual({ noted: 1050, counted: 1000, difference: -50 });
    const second = await receiveOne({ quantity: 500, warehouseId: story.otherWarehouseId });
    expect(second.lotId).toBe(first.lotId);
    expect(await lot(first.lotId)).toMatchObject({ printed: 1500, onHand: 1480, damaged: 20 });
    const found = await get<List<Document>>(`/stock/receipts?lot=${first.lotId}&discrepancy=true`);
    expect(found.items).toEqual([first]);
  });

  it('answers the same receipt, sent again, with what it made, and refuses its id for another', async () => {
    const body = story.receipt({ id: newId() });
    const first = await post('/stock/receipts', body);
    const again = await post('/stock/receipts', Object.fromEntries(Object.entries(body).reverse()));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const other = await post('/stock/receipts', { ...body, quantity: 7 });
    expect([other.status, other.body.code]).toEqual([409, 'id_reused']);
    expect((await lot(first.body.lotId)).printed).toBe(1000);
  });

  it('refuses a known lot number that others paid for', async () => {
    await receiveOne();
    const mismatch = await receive({ funding: undefined, funder: 'European Union' });
    expect([mismatch.status, mismatch.body.code]).toEqual([409, 'lot_mismatch']);
    const silent = await receiveOne({ funding: undefined });
    expect(silent.funding).toEqual(SHARED);
  });

  it.each([
    ['a funder that is not the campaign’s', { funding: undefined, funder: 'Nobody' }, 'funder'],
    [
      'shares that are not 100',
      { funding: [{ funder: 'European Union', percent: 60 }] },
      'funding',
    ],
    ['nobody who paid', { funding: undefined }, 'funder'],
    ['more damaged than counted', { damaged: 1001 }, 'damaged'],
    ['a currency that is none', { cost: { amount: 5, currency: 'rsd' } }, 'cost.currency'],
    ['a date to come', { occurredAt: '2099-01-01T00:00:00Z' }, 'occurredAt'],
    ['an unknown warehouse', { warehouseId: newId() }, 'warehouseId'],
    ['an unknown print order', { printOrderId: newId() }, 'printOrderId'],
    ['an unknown material', { materialId: newId() }, 'materialId'],
  ])('refuses %s, and keeps nothing', async (_, changes, path) => {
    const { status, body } = await receive(changes);
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.path)).toEqual([path]);
    expect((await get<List<Lot>>(`/stock/lots?campaign=${story.campaignId}`)).total).toBe(0);
  });

  it('refuses another campaign’s material, and what is broadcast', async () => {
    for (const materialId of [story.strangeMaterialId, story.broadcastId]) {
      const { status, body } = await receive({ materialId });
      expect([status, body.errors[0]?.path]).toEqual([422, 'materialId']);
    }
  });

  it('issues the oldest lots first, to a point and to passers-by', async () => {
    const young = await receiveOne({ lotNumber: 'B', occurredAt: '2026-03-03T09:00:00Z' });
    const old = await receiveOne({ lotNumber: 'A', quantity: 100 });
    const toPoint = bodyOf(
      await issue({ lines: [{ materialId: story.materialId, quantity: 150 }] }),
    );
    expect(toPoint.movements.map(({ to, quantity }) => [to, quantity])).toEqual([
      [`delivered:${story.pointId}`, 100],
      [`delivered:${story.pointId}`, 50],
    ]);
    const fair = bodyOf(
      await issue({
        to: { municipalityCode: '71242', occasion: 'Book fair' },
        lines: [{ materialId: story.materialId, lotId: young.lotId, quantity: 30 }],
        estimated: true,
      }),
    );
    expect(fair.movements[0]).toMatchObject({ to: 'handed_out:71242', quantity: 30 });
    expect(await lot(old.lotId)).toMatchObject({ onHand: 0, delivered: 100, handedOut: 0 });
    expect(await lot(young.lotId)).toMatchObject({ onHand: 920, delivered: 50, handedOut: 30 });
  });

  it('lists every short line, and issues nothing', async () => {
    await receiveOne({ quantity: 10 });
    const line = { materialId: story.materialId, quantity: 8 };
    const { status, body } = await issue({
      lines: [line, line, { ...line, materialId: story.posterId }],
    });
    expect([status, body.code]).toEqual([409, 'insufficient_stock']);
    expect(body.errors.map((error) => error.path)).toEqual([
      'lines[1].quantity',
      'lines[2].quantity',
    ]);
  });

  it('refuses an issue before the pieces were there, and names the moment', async () => {
    await receiveOne({ occurredAt: '2026-03-05T09:00:00Z' });
    const { status, body } = await issue({ occurredAt: '2026-03-04T09:00:00Z' });
    expect([status, body.code]).toEqual([409, 'insufficient_stock']);
    expect(body.errors[0]).toMatchObject({ path: 'occurredAt' });
    expect(body.errors[0]!.message).toContain('2026-03-04T09:00:00.000Z');
  });

  it('blocks, releases and withdraws a print run', async () => {
    const { lotId } = await receiveOne();
    const command = (name: string, body: Record<string, unknown> = {}) =>
      post<Lot & Refusal>(`/stock/lots/${lotId}/${name}`, { reason: 'Wrong number', ...body });
    expect((await command('release')).body).toMatchObject({
      code: 'illegal_transition',
      allowed: ['block', 'withdraw'],
    });
    const commandId = newId();
    expect((await command('block', { commandId })).status).toBe(201);
    expect((await command('block', { commandId })).status).toBe(200);
    const held = await issue({ lines: [{ materialId: story.materialId, lotId, quantity: 1 }] });
    expect([held.status, held.body.code]).toEqual([409, 'lot_not_usable']);
    expect((await issue()).body.code).toBe('insufficient_stock');
    const [balance] = (
      await get<List<{ onHand: number; available: number }>>(`/stock?lot=${lotId}`)
    ).items;
    expect(balance).toMatchObject({ onHand: 1000, available: 0 });
    expect((await command('release')).body.state).toBe('usable');
    expect((await issue()).status).toBe(201);
    expect((await command('withdraw')).body.state).toBe('withdrawn');
    expect((await command('release')).body).toMatchObject({
      code: 'illegal_transition',
      allowed: [],
    });
    expect(await lot(lotId, '?asOf=2026-03-20')).toMatchObject({ state: 'usable' });
  });

  it('keeps print orders, and what they have still to bring', async () => {
    const order = bodyOf(
      await post<{ id: string; version: number }>('/print-orders', story.order()),
    );
    const second = await post('/print-orders', story.order());
    expect([second.status, second.body.code]).toEqual([409, 'duplicate']);
    const { lotId } = await receiveOne({ quantity: 400, funding: undefined });
    expect(await lot(lotId)).toMatchObject({ printed: 400, expected: 600 });
    const path = `/print-orders/${order.id}`;
    expect(await get(path)).toMatchObject({ received: 400, expected: 600, state: 'open' });
    const api = team.coordinator.api;
    expect((await api.patch(path, { quantity: 1200 }, order.version)).body).toMatchObject({
      expected: 800,
      version: 2,
    });
    expect((await api.patch(path, { quantity: 1 }, order.version)).status).toBe(412);
    expect((await api.patch<Refusal>(path, { lotNumber: 'Z' }, 2)).body.code).toBe('conflict');
    expect((await api.delete<Refusal>(path, 2)).body.code).toBe('in_use');
    expect((await post(`${path}/close-short`, { reason: 'No paper' })).body).toMatchObject({
      state: 'closed_short',
      expected: 0,
    });
    expect((await lot(lotId)).expected).toBe(0);
    const mismatch = await receive({ funding: undefined, funder: 'OAK Foundation' });
    expect(mismatch.body.code).toBe('lot_mismatch');
    const closed = await get<List<unknown>>(
      `/print-orders?campaign=${story.campaignId}&state=closed_short`,
    );
    expect(closed.total).toBe(1);
  });

  it('deletes an order of which nothing came', async () => {
    const order = bodyOf(await post<{ id: string }>('/print-orders', story.order()));
    expect((await team.coordinator.api.delete(`/print-orders/${order.id}`)).status).toBe(428);
    expect((await team.coordinator.api.delete(`/print-orders/${order.id}`, 1)).status).toBe(204);
    expect((await team.coordinator.api.get(`/print-orders/${order.id}`)).status).toBe(404);
  });

  it('takes back a receipt or an issue whole, once, and only while the pieces are there', async () => {
    const receipt = await receiveOne({ damaged: 10 });
    const issued = bodyOf(await issue());
    const reverse = (movement: Movement, body: Record<string, unknown> = {}) =>
      post(`/stock/movements/${movement.id}/reverse`, { reason: 'Entered twice', ...body });
    expect((await reverse(receipt.movements[0]!)).body.code).toBe('insufficient_stock');
    const commandId = newId();
    const undone = await reverse(issued.movements[0]!, { commandId });
    expect(undone.status).toBe(201);
    expect(undone.body.movements).toEqual([
      expect.objectContaining({
        reverses: issued.movements[0]!.id,
        to: `warehouse:${story.warehouseId}`,
      }),
    ]);
    expect((await reverse(issued.movements[0]!, { commandId })).status).toBe(200);
    expect((await reverse(issued.movements[0]!)).body.code).toBe('conflict');
    expect((await reverse(undone.body.movements[0]!)).status).toBe(422);
    expect((await reverse(receipt.movements[1]!)).body.movements).toHaveLength(2);
    expect(await lot(receipt.lotId)).toMatchObject({ printed: 0, onHand: 0, damaged: 0 });
    expect((await get<Document>(`/stock/receipts/${receipt.id}`)).reversed).toBe(true);
    expect((await reverse({ ...receipt.movements[0]!, id: newId() })).status).toBe(404);
  });

  it('shows balances and accounts as of any moment', async () => {
    const { lotId } = await receiveOne({ occurredAt: '2026-03-02T09:00:00Z' });
    bodyOf(await issue({ occurredAt: '2026-03-05T09:00:00Z' }));
    const onHand = async (query: string) =>
      (await get<List<{ onHand: number }>>(`/stock?lot=${lotId}${query}`)).items.map(
        (row) => row.onHand,
      );
    expect(await onHand('')).toEqual([990]);
    expect(await onHand('&asOf=2026-03-04')).toEqual([1000]);
    expect(await onHand('&asOf=2026-03-01')).toEqual([]);
    expect(await lot(lotId, '?asOf=2026-03-04')).toMatchObject({
      printed: 1000,
      onHand: 1000,
      delivered: 0,
    });
    const query = `/stock/lots?campaign=${story.campaignId}&asOf=2026-03-01`;
    expect((await get<List<Lot>>(query)).total).toBe(0);
    const now = await get<List<Lot>>(`/stock/lots?campaign=${story.campaignId}&state=usable`);
    expect(now.items).toEqual([await lot(lotId)]);
  });

  it('keeps the stock card, with a running balance and pages', async () => {
    const { lotId } = await receiveOne({ occurredAt: '2026-03-02T09:00:00Z' });
    for (const day of ['05', '04', '06'])
      bodyOf(await issue({ occurredAt: `2026-03-${day}T09:00:00Z` }));
    const account = `warehouse:${story.warehouseId}`;
    const card = `/stock/movements?account=${account}&lot=${lotId}&limit=3`;
    const first = await get<List<Movement>>(card);
    expect(first.total).toBe(4);
    const second = await get<List<Movement>>(`${card}&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((row) => row.balance)).toEqual([
      1000, 990, 980, 970,
    ]);
    const late = await get<List<Movement>>(`${card}&from=2026-03-05&to=2026-03-05`);
    expect(late.items.map((row) => row.balance)).toEqual([990]);
    const all = await get<List<Movement>>(
      `/stock/movements?material=${story.materialId}&sort=-sequence`,
    );
    expect(all.items.map((row) => row.balance)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const none = await team.coordinator.api.get<Refusal>('/stock/movements?account=shop:1');
    expect([none.status, none.body.errors[0]?.path]).toEqual([400, 'account']);
  });

  it('traces a print run, and says whom to call', async () => {
    const { lotId } = await receiveOne();
    bodyOf(await issue());
    bodyOf(await issue({ to: { municipalityCode: '71242', occasion: 'Fair' } }));
    const trace = await get<Record<string, unknown>>(`/stock/lots/${lotId}/trace`);
    expect(trace).toMatchObject({
      lot: { printed: 1000, onHand: 980 },
      warehouses: [{ warehouseId: story.warehouseId, onHand: 980, reserved: 0 }],
      deliveryPoints: [{ deliveryPointId: story.pointId, quantity: 10 }],
      handedOut: [{ municipalityCode: '71242', quantity: 10 }],
      inTransit: [],
      reserved: [],
    });
    const recall = await get<Record<string, unknown>>(`/stock/lots/${lotId}/recall`);
    expect(recall).toMatchObject({
      warehouses: [{ name: 'Čačak', onHand: 980 }],
      deliveryPoints: [{ name: 'Prva škola', contact: { person: 'Mira' }, quantity: 10 }],
    });
  });

  it('verifies it all', async () => {
    await receiveOne();
    const found = await get<{ holds: boolean; invariants: unknown[] }>('/verify');
    expect(found.invariants.filter((one) => !(one as { holds: boolean }).holds)).toEqual([]);
    expect(found.holds).toBe(true);
  });
});
