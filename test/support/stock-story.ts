import { newId } from '../../src/platform/ids/ids.js';
import type { ApiClient } from './app.js';
import { describeCampaign, describeMaterial } from './campaigns.js';
import { bodyOf } from './story.js';

export const SHARED = [
  { funder: 'European Union', percent: 60 },
  { funder: 'OAK Foundation', percent: 40 },
];

/** A campaign with materials, warehouses and points, and no stock yet; and what to send to receive, order and issue. */
export interface StockStory {
  readonly campaignId: string;
  readonly materialId: string;
  readonly posterId: string;
  readonly broadcastId: string;
  readonly strangeMaterialId: string;
  readonly warehouseId: string;
  readonly otherWarehouseId: string;
  readonly pointId: string;
  readonly shelterId: string;
  receipt(changes?: Record<string, unknown>): Record<string, unknown>;
  order(changes?: Record<string, unknown>): Record<string, unknown>;
  issue(changes?: Record<string, unknown>): Record<string, unknown>;
}

export async function makeStockStory(api: ApiClient): Promise<StockStory> {
  const make = async (path: string, body: object): Promise<string> =>
    bodyOf(await api.post<{ id: string }>(path, body)).id;
  const code = () => newId().slice(-12);
  const material = (changes: Record<string, unknown> = {}) =>
    make('/materials', { ...describeMaterial(), code: code(), ...changes });
  const [materialId, posterId, broadcastId, strangeMaterialId] = [
    await material(),
    await material(),
    await material({ kind: 'broadcast' }),
    await material(),
  ];
  const campaignId = await make(
    '/campaigns',
    describeCampaign([materialId, posterId, broadcastId], { endsOn: '2099-12-31' }),
  );
  const warehouseId = await make('/warehouses', { name: 'Čačak', municipalityCode: '71242' });
  const otherWarehouseId = await make('/warehouses', { name: 'Niš', municipalityCode: '79022' });
  const point = {
    kind: 'school',
    municipalityCode: '71242',
    address: 'Školska 1',
    active: true,
    confidential: false,
  };
  const pointId = await make('/delivery-points', {
    ...point,
    name: 'Prva škola',
    contact: { person: 'Mira' },
  });
  const shelterId = await make('/delivery-points', {
    ...point,
    name: 'Sigurna kuća',
    kind: 'shelter',
    confidential: true,
  });
  const order = {
    campaignId,
    materialId,
    lotNumber: 'A',
    quantity: 1000,
    funding: SHARED,
    supplier: 'Štamparija',
  };
  return {
    campaignId,
    materialId,
    posterId,
    broadcastId,
    strangeMaterialId,
    warehouseId,
    otherWarehouseId,
    pointId,
    shelterId,
    receipt: (changes = {}) => ({
      ...order,
      warehouseId,
      occurredAt: '2026-03-02T09:00:00Z',
      ...changes,
    }),
    order: (changes = {}) => ({ ...order, expectedOn: '2026-03-20', ...changes }),
    issue: (changes = {}) => ({
      campaignId,
      warehouseId,
      occurredAt: '2026-03-05T09:00:00Z',
      to: { deliveryPointId: pointId },
      lines: [{ materialId, quantity: 10 }],
      ...changes,
    }),
  };
}
