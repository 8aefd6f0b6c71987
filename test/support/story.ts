import { newId } from '../../src/platform/ids/ids.js';
import type { Answer, ApiClient } from './app.js';

/** The usual beginning, told over HTTP: a campaign, a print run in a warehouse, schools to send it to. */
export interface Story {
  readonly campaignId: string;
  readonly materialIds: string[];
  readonly warehouseId: string;
  readonly pointIds: string[];
}

/** Seven municipalities in five districts. */
export const MUNICIPALITIES = ['70017', '70025', '70033', '70041', '89010', '70645', '71099'];

interface StoryChoice {
  readonly points?: number;
  readonly materials?: number;
  readonly piecesPerMaterial?: number;
  /** The campaign's first day; what is received is dated then. */
  readonly startsOn?: string;
  readonly endsOn?: string;
}

export const ANSWERED = [200, 201];

/** The body, where the answer is a success; else an error that shows it. */
export function bodyOf<T>(answer: Answer<T>): T {
  if (ANSWERED.includes(answer.status)) return answer.body;
  throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
}

export async function tellStory(api: ApiClient, choice: StoryChoice = {}): Promise<Story> {
  const { points = 7, materials = 1, piecesPerMaterial = 100_000 } = choice;
  const startsOn = choice.startsOn ?? '2026-09-01';
  const materialIds = Array.from({ length: materials }, () => newId());
  for (const id of materialIds) bodyOf(await api.post('/materials', newMaterial(id)));
  const campaignId = newId();
  bodyOf(
    await api.post('/campaigns', {
      id: campaignId,
      name: 'STOP Trafficking in Children',
      startsOn,
      endsOn: choice.endsOn ?? '2099-12-31',
      funders: [{ name: 'European Union' }, { name: 'OAK Foundation' }],
      materialIds,
    }),
  );
  const warehouseId = newId();
  bodyOf(
    await api.post('/warehouses', { id: warehouseId, name: 'Beograd', municipalityCode: '70181' }),
  );
  const pointIds = Array.from({ length: points }, () => newId());
  for (const [index, id] of pointIds.entries())
    bodyOf(await api.post('/delivery-points', newSchool(id, index)));
  for (const materialId of materialIds) {
    bodyOf(
      await api.post('/stock/receipts', {
        id: newId(),
        warehouseId,
        campaignId,
        materialId,
        quantity: piecesPerMaterial,
        lotNumber: '1',
        funding: [
          { funder: 'European Union', percent: 60 },
          { funder: 'OAK Foundation', percent: 40 },
        ],
        occurredAt: `${startsOn}T08:00:00Z`,
      }),
    );
  }
  return { campaignId, materialIds, warehouseId, pointIds };
}

function newMaterial(id: string): Record<string, unknown> {
  return {
    id,
    code: `L-${id.slice(-8)}`,
    name: 'Letak za decu',
    kind: 'print',
    unit: 'piece',
    packSize: 100,
    weightGrams: 5,
    volumeCm3: 8,
    language: 'sr-Cyrl',
  };
}

function newSchool(id: string, index: number): Record<string, unknown> {
  return {
    id,
    name: `Osnovna škola ${index + 1}`,
    kind: 'school',
    tags: ['primary'],
    municipalityCode: MUNICIPALITIES[index % MUNICIPALITIES.length],
    address: `Školska ${index + 1}`,
    active: true,
    confidential: false,
  };
}

export interface Shipment {
  readonly batchId: string;
  readonly consignmentIds: string[];
}

/** One batch to all points, each getting `quantity` of each material, on its way since `occurredAt`. */
export async function dispatchToAll(
  api: ApiClient,
  story: Story,
  quantity: number,
  occurredAt = '2026-09-02T08:00:00Z',
): Promise<Shipment> {
  const batchId = newId();
  const consignmentIds = story.pointIds.map(() => newId());
  bodyOf(
    await api.post('/batches', {
      id: batchId,
      campaignId: story.campaignId,
      warehouseId: story.warehouseId,
      mode: 'own_vehicle',
      consignments: story.pointIds.map((deliveryPointId, index) => ({
        id: consignmentIds[index],
        deliveryPointId,
        lines: story.materialIds.map((materialId) => ({ materialId, quantity })),
      })),
    }),
  );
  for (const [command, body] of [
    ['plan', {}],
    ['pack', {}],
    ['dispatch', { occurredAt }],
  ] as const) {
    bodyOf(await api.post(`/batches/${batchId}/${command}`, body));
  }
  return { batchId, consignmentIds };
}

/** What a volunteer sends: all of it arrived, unless said otherwise. */
export function confirmationOf(
  consignmentId: string,
  materialIds: readonly string[],
  figures: Partial<Record<'delivered' | 'damaged' | 'missing' | 'refused' | 'surplus', number>>,
  rest: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id: newId(),
    consignmentId,
    kind: 'delivery',
    deviceTime: '2026-09-03T10:00:00Z',
    lines: materialIds.map((materialId) => ({
      materialId,
      delivered: 0,
      damaged: 0,
      missing: 0,
      refused: 0,
      surplus: 0,
      ...figures,
    })),
    ...rest,
  };
}
