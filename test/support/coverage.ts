import type { CoveragePageDto, CoverageRowDto } from '../../src/coverage/dto/coverage.dto.js';
import type { Engine } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids/ids.js';
import { type Answer, ApiClient, startTestApp, type TestApp } from './app.js';
import { makeTeam, type Team } from './people.js';

export const CACAK = '71242';
export const LUCANI = '70742';
export const NIS = '79022';
const RECEIVED = '2026-03-01T09:00:00.000Z';
const SENT = '2026-03-02T09:00:00.000Z';
export const HANDED_OVER = '2026-03-04T09:00:00.000Z';
export const LATER = '2026-03-10T09:00:00.000Z';

const FUNDING = [
  { funder: 'European Union', percent: 60 },
  { funder: 'OAK Foundation', percent: 40 },
];

interface SentBatch {
  readonly id: string;
  readonly consignments: readonly { readonly id: string; readonly waybillNumber: string }[];
}

/** Coverage over HTTP: a campaign with targets in three municipalities, three schools, a shelter, and a shared print run. */
export class CoverageGround {
  campaignId: string;
  warehouseId: string;
  leafletId: string;
  spotId: string;
  gymnasium: string;
  technical: string;
  remote: string;
  shelter: string;
  lotId: string;

  private constructor(
    readonly service: TestApp,
    readonly team: Team,
  ) {}

  static async prepare(engine: Engine = 'sqlite'): Promise<CoverageGround> {
    const service = await startTestApp(engine);
    const ground = new CoverageGround(service, await makeTeam(service));
    await ground.prepareCampaign();
    await ground.preparePlaces();
    return ground;
  }

  close(): Promise<void> {
    return this.service.close();
  }

  async make(path: string, body: object): Promise<string> {
    const answer = await this.team.administrator.api.post<{ id: string }>(path, body);
    requireStatus(answer, 201);
    return answer.body.id;
  }

  /** Plans a batch of leaflets, so many to each point; `dispatch` sends it. */
  async send(pointIds: readonly string[], quantity: number): Promise<SentBatch> {
    const batch = await this.team.coordinator.api.post<SentBatch>('/batches', {
      campaignId: this.campaignId,
      warehouseId: this.warehouseId,
      mode: 'courier',
      carrier: 'City Express',
      consignments: pointIds.map((deliveryPointId) => ({
        deliveryPointId,
        lines: [{ materialId: this.leafletId, quantity }],
      })),
    });
    requireStatus(batch, 201);
    await this.step(batch.body, 'plan');
    return batch.body;
  }

  async dispatch(batch: SentBatch, expectedAt = '2099-03-05T09:00:00.000Z'): Promise<void> {
    await this.step(batch, 'pack');
    await this.step(batch, 'dispatch', { occurredAt: SENT, expectedAt });
  }

  async step(batch: SentBatch, name: string, body: object = {}): Promise<void> {
    const answer = await this.team.coordinator.api.post(`/batches/${batch.id}/${name}`, body);
    requireStatus(answer, 201);
  }

  async confirm(consignmentId: string, line: object): Promise<void> {
    const nothing = { delivered: 0, damaged: 0, missing: 0, refused: 0, surplus: 0 };
    const answer = await this.team.coordinator.api.post<{ status: string }>('/confirmations', {
      id: newId(),
      consignmentId,
      kind: 'delivery',
      deviceTime: HANDED_OVER,
      lines: [{ materialId: this.leafletId, ...nothing, ...line }],
    });
    requireStatus(answer, 201);
    if (answer.body.status !== 'accepted') throw new Error(JSON.stringify(answer.body));
  }

  /** Asks `/coverage` or what lies under it, as a manager unless somebody else is named. */
  ask<T>(
    path: string,
    more: Record<string, string> = {},
    by: ApiClient = this.team.manager.api,
  ): Promise<Answer<T>> {
    const parameters = new URLSearchParams({ campaign: this.campaignId, ...more });
    return by.get<T>(`/coverage${path}?${parameters.toString()}`);
  }

  async rows(more: Record<string, string> = {}, by?: ApiClient): Promise<CoverageRowDto[]> {
    const answer = await this.ask<CoveragePageDto>('', more, by);
    requireStatus(answer, 200);
    return answer.body.items;
  }

  async row(
    code: string,
    more: Record<string, string> = {},
    by?: ApiClient,
  ): Promise<CoverageRowDto> {
    return rowOf(await this.rows(more, by), code);
  }

  private async prepareCampaign(): Promise<void> {
    const material = (code: string, kind: string) =>
      this.make('/materials', { code, name: code, kind, unit: 'kom', language: 'sr-Cyrl' });
    this.leafletId = await material('LEAFLET', 'print');
    this.spotId = await material('SPOT', 'broadcast');
    this.campaignId = await this.make('/campaigns', {
      name: 'STOP',
      startsOn: '2026-03-01',
      endsOn: '2026-06-30',
      funders: [{ name: 'European Union' }, { name: 'OAK Foundation' }],
      materialIds: [this.leafletId, this.spotId],
    });
    for (const [code, materialId, quantity] of [
      [CACAK, this.leafletId, 100],
      [LUCANI, this.leafletId, 50],
      [NIS, this.leafletId, 80],
      [NIS, this.spotId, 10],
    ] as const) {
      const path = `/campaigns/${this.campaignId}/targets/${code}/${materialId}`;
      await this.team.administrator.api.put(path, { quantity, reason: 'Agreed' });
    }
  }

  private async preparePlaces(): Promise<void> {
    const point = (name: string, municipalityCode: string, more: object = {}) =>
      this.make('/delivery-points', {
        name,
        kind: 'school',
        tags: ['secondary'],
        municipalityCode,
        address: 'Glavna 1',
        active: true,
        confidential: false,
        ...more,
      });
    this.gymnasium = await point('Gimnazija', CACAK);
    this.technical = await point('Tehnička škola', CACAK);
    this.remote = await point('Škola Guča', LUCANI);
    this.shelter = await point('Sigurna kuća', CACAK, {
      kind: 'shelter',
      tags: [],
      confidential: true,
    });
    this.warehouseId = await this.make('/warehouses', {
      name: 'Beograd',
      kind: 'own',
      municipalityCode: CACAK,
    });
    const receipt = await this.team.coordinator.api.post<{ lotId: string }>('/stock/receipts', {
      warehouseId: this.warehouseId,
      campaignId: this.campaignId,
      materialId: this.leafletId,
      quantity: 500,
      lotNumber: 'L-1',
      funding: FUNDING,
      occurredAt: RECEIVED,
    });
    this.lotId = receipt.body.lotId;
  }
}

export function rowOf(rows: readonly CoverageRowDto[], code: string): CoverageRowDto {
  return rows.find((row) => row.code === code)!;
}

function requireStatus(answer: Answer<unknown>, status: number): void {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}
