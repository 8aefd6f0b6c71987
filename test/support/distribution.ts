import type { Role } from '../../src/access/actor.js';
import { CreateUser } from '../../src/access/create-user.service.js';
import { TokenService } from '../../src/access/token.service.js';
import type { BatchDetailDto } from '../../src/distribution/dto/batch.dto.js';
import type { Engine } from '../../src/platform/database/sql.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids/ids.js';
import { warehouseAccount } from '../../src/stock/account.js';
import { Ledger } from '../../src/stock/ledger.service.js';
import { type Answer, ApiClient, startTestApp, type TestApp } from './app.js';

export const DAY = '2026-03-01T09:00:00.000Z';
/** Two municipalities of one district, and one of another. */
export const CACAK = '71242';
export const LUCANI = '70742';
export const NIS = '79022';

export interface Person {
  readonly id: string;
  readonly client: ApiClient;
}

type Refusal = { code: string; errors: { path: string; message: string }[]; allowed: string[] };
export type BatchAnswer = Answer<BatchDetailDto & Refusal>;

/** A campaign with two materials, a warehouse, points and people, and no stock yet. */
export class DistributionGround {
  campaignId: string;
  leafletId: string;
  posterId: string;
  warehouseId: string;
  coordinator: Person;

  private constructor(readonly service: TestApp) {}

  static async prepare(engine: Engine = 'sqlite'): Promise<DistributionGround> {
    const ground = new DistributionGround(await startTestApp(engine));
    await ground.fill().catch(async (error: unknown) => {
      await ground.close();
      throw error;
    });
    return ground;
  }

  private async fill(): Promise<void> {
    const administrator = await this.addPerson('administrator');
    this.coordinator = await this.addPerson('coordinator');
    this.leafletId = await this.make(administrator, '/materials', {
      code: `L-${newId()}`,
      name: 'Letak za decu',
      kind: 'print',
      unit: 'kom',
      packSize: 100,
      weightGrams: 4.5,
      volumeCm3: 3,
      language: 'sr-Latn',
    });
    this.posterId = await this.make(administrator, '/materials', {
      code: `P-${newId()}`,
      name: 'Plakat',
      kind: 'print',
      unit: 'kom',
      language: 'sr-Latn',
    });
    this.campaignId = await this.make(administrator, '/campaigns', {
      name: 'STOP trgovini decom',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      funders: [{ name: 'European Union' }],
      materialIds: [this.leafletId, this.posterId],
    });
    this.warehouseId = await this.make(this.coordinator, '/warehouses', {
      name: 'Magacin Beograd',
      kind: 'own',
      municipalityCode: CACAK,
    });
  }

  close(): Promise<void> {
    return this.service.close();
  }

  async addPerson(
    role: Role,
    scopes: { campaignIds?: string[]; districtCodes?: string[] } = {},
  ): Promise<Person> {
    const email = `${newId()}@example.org`;
    const { user } = await this.service.app
      .get(CreateUser)
      .run({ email, name: `Osoba ${email}`, role, password: 'korak po korak', ...scopes });
    const { token } = await this.service.app.get(TokenService).create(user.id, { name: 'test' });
    const client = new ApiClient(this.service.url, { authorization: `Bearer ${token.token}` });
    return { id: user.id, client };
  }

  async make(person: Person, path: string, body: Record<string, unknown>): Promise<string> {
    const answer = await person.client.post<{ id: string }>(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }

  addPoint(more: Record<string, unknown> = {}): Promise<string> {
    return this.make(this.coordinator, '/delivery-points', {
      name: `OŠ ${newId()}`,
      kind: 'school',
      tags: ['primary'],
      municipalityCode: CACAK,
      address: 'Glavna 1',
      contact: { person: 'Jelena', phone: '+381 32 123' },
      active: true,
      confidential: false,
      ...more,
    });
  }

  async addPoints(count: number, more: Record<string, unknown> = {}): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const together = Math.min(50, count - ids.length);
      ids.push(...(await Promise.all(Array.from({ length: together }, () => this.addPoint(more)))));
    }
    return ids;
  }

  /** A print run that lies in the warehouse; the later added, the younger. */
  async addStock(materialId: string, quantity: number, firstReceiptAt = DAY): Promise<string> {
    const lotId = newId();
    const lot = {
      id: lotId,
      campaign_id: this.campaignId,
      material_id: materialId,
      lot_number: `lot ${lotId}`,
      state: 'usable',
      withdrawn_at: null,
      first_receipt_at: firstReceiptAt,
      recorded_at: firstReceiptAt,
    };
    await this.service.app.get(UnitOfWork).run('add stock', async (tx) => {
      await tx.insert('lot', [lot]);
      await this.service.app.get(Ledger).book(tx, {
        cause: { kind: 'receipt', id: newId() },
        actorId: this.coordinator.id,
        movements: [
          {
            lotId,
            from: 'supplier',
            to: warehouseAccount(this.warehouseId),
            quantity,
            occurredAt: firstReceiptAt,
          },
        ],
      });
    });
    return lotId;
  }

  /** Consignments of leaflets, one a point. */
  leaflets(pointIds: readonly string[], quantity = 10): Record<string, unknown>[] {
    return pointIds.map((deliveryPointId) => ({
      deliveryPointId,
      lines: [{ materialId: this.leafletId, quantity }],
    }));
  }

  create(consignments: unknown[] = [], more: Record<string, unknown> = {}): Promise<BatchAnswer> {
    const { campaignId, warehouseId } = this;
    return this.coordinator.client.post('/batches', {
      campaignId,
      warehouseId,
      consignments,
      ...more,
    });
  }

  command(id: string, step: string, body: Record<string, unknown> = {}): Promise<BatchAnswer> {
    return this.coordinator.client.post(`/batches/${id}/${step}`, body);
  }
}
