import { DELIVERY_CHECKS } from '../../src/delivery/consignment.check.js';
import type {
  ConfirmationAnswerDto,
  ConfirmationRowDto,
  SyncResultDto,
} from '../../src/delivery/dto/confirmation.dto.js';
import type { DiscrepancyDto } from '../../src/delivery/dto/discrepancy.dto.js';
import type { ConsignmentDto } from '../../src/distribution/dto/consignment.dto.js';
import { ReadConnection } from '../../src/platform/database/read-connection.js';
import type { Engine } from '../../src/platform/database/sql.js';
import { newId } from '../../src/platform/ids/ids.js';
import type { Movement } from '../../src/stock/ledger.js';
import { VerifyService } from '../../src/stock/verify.service.js';
import { Ledger } from '../../src/stock/ledger.service.js';
import type { Answer } from './app.js';
import { type BatchAnswer, DistributionGround, type Person } from './distribution.js';

export const DISPATCHED = '2026-03-10T08:00:00.000Z';
export const VISITED = '2026-03-11T10:00:00.000Z';

export type Figures = Partial<
  Record<'delivered' | 'damaged' | 'missing' | 'refused' | 'surplus', number>
>;
type Refusal = { code: string; errors: { path: string; message: string }[]; state: string };
export type ConfirmationAnswer = Answer<ConfirmationAnswerDto & Refusal>;
type Listed<T> = { items: T[]; total: number };

export interface Sent {
  readonly batchId: string;
  readonly consignmentIds: string[];
}

interface Sending {
  readonly points?: number;
  /** Leaflets for each point. */
  readonly quantity?: number;
  /** Of the oldest print run there is, instead of a new one of its own. */
  readonly oldestFirst?: boolean;
  readonly assigneeId?: string;
  readonly point?: Record<string, unknown>;
}

/** A campaign whose batches go out and are confirmed, over HTTP. */
export class DeliveryGround {
  private constructor(
    readonly base: DistributionGround,
    readonly volunteer: Person,
  ) {}

  static async prepare(engine: Engine): Promise<DeliveryGround> {
    const base = await DistributionGround.prepare(engine);
    return new DeliveryGround(base, await base.addPerson('volunteer'));
  }

  close(): Promise<void> {
    return this.base.close();
  }

  get coordinator(): Person {
    return this.base.coordinator;
  }

  get leafletId(): string {
    return this.base.leafletId;
  }

  /** A batch that is packed: leaflets of one new print run for each point, assigned to the volunteer. */
  async pack(sending: Sending = {}): Promise<Sent> {
    const { points = 1, quantity = 100, assigneeId = this.volunteer.id } = sending;
    const lotId = await this.base.addStock(this.leafletId, points * quantity);
    const ids = await this.base.addPoints(points, sending.point);
    const consignments = this.base
      .leaflets(ids, quantity)
      .map((consignment) => ({ ...consignment, assigneeId }));
    return this.packConsignments(consignments, sending.oldestFirst === true ? undefined : lotId);
  }

  /** @param lotId the print run that all of it is of; the oldest first where absent */
  async packConsignments(consignments: unknown[], lotId?: string): Promise<Sent> {
    const created = this.succeed(await this.base.create(consignments));
    const lots = created.consignments.flatMap(({ id: consignmentId, lines }) =>
      lines.map(({ materialId, quantity }) => ({ consignmentId, materialId, lotId, quantity })),
    );
    const plan = lotId === undefined ? {} : { lots };
    this.succeed(await this.base.command(created.id, 'plan', plan));
    this.succeed(await this.base.command(created.id, 'pack'));
    return { batchId: created.id, consignmentIds: created.consignments.map(({ id }) => id) };
  }

  async send(sending: Sending = {}): Promise<Sent> {
    const packed = await this.pack(sending);
    this.succeed(await this.dispatch(packed.batchId));
    return packed;
  }

  dispatch(batchId: string, occurredAt = DISPATCHED): Promise<BatchAnswer> {
    return this.base.command(batchId, 'dispatch', { occurredAt });
  }

  /** What the volunteer says about the leaflets of a consignment. */
  told(consignmentId: string, figures: Figures, more: Record<string, unknown> = {}) {
    return {
      id: newId(),
      consignmentId,
      kind: 'delivery',
      deviceTime: VISITED,
      lines: [{ materialId: this.leafletId, ...NOTHING, ...figures }],
      ...more,
    };
  }

  confirm(
    consignmentId: string,
    figures: Figures,
    more: Record<string, unknown> = {},
    person: Person = this.volunteer,
  ): Promise<ConfirmationAnswer> {
    return person.client.post('/confirmations', this.told(consignmentId, figures, more));
  }

  async sync(confirmations: unknown[], person: Person = this.volunteer): Promise<SyncResultDto[]> {
    const answer = await person.client.post<{ results: SyncResultDto[] }>('/confirmations/sync', {
      confirmations,
    });
    return this.succeed(answer).results;
  }

  amend(
    confirmationId: string,
    step: 'correct' | 'prefer' | 'dismiss',
    body: Record<string, unknown> = {},
  ): Promise<ConfirmationAnswer> {
    return this.coordinator.client.post(`/confirmations/${confirmationId}/${step}`, {
      reason: 'Zvali smo školu.',
      ...body,
    });
  }

  correct(confirmationId: string, figures: Figures): Promise<ConfirmationAnswer> {
    const lines = [{ materialId: this.leafletId, ...NOTHING, ...figures }];
    return this.amend(confirmationId, 'correct', { lines });
  }

  resolve(
    discrepancyId: string,
    resolution: string,
    quantity?: number,
  ): Promise<Answer<DiscrepancyDto & Refusal>> {
    return this.coordinator.client.post(`/discrepancies/${discrepancyId}/resolve`, {
      resolution,
      note: 'Razjašnjeno telefonom.',
      ...(quantity === undefined ? {} : { quantity }),
    });
  }

  async confirmations(
    query: string,
    person: Person = this.coordinator,
  ): Promise<ConfirmationRowDto[]> {
    const path = `/confirmations?limit=500&${query}`;
    return this.succeed(await person.client.get<Listed<ConfirmationRowDto>>(path)).items;
  }

  async statuses(consignmentId: string): Promise<Record<string, string>> {
    const rows = await this.confirmations(`consignment=${consignmentId}`);
    return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
  }

  /** Open ones, as `kind: quantity`. */
  async open(consignmentId: string): Promise<Record<string, number>> {
    const found = await this.discrepancies(`consignment=${consignmentId}&state=open`);
    return Object.fromEntries(found.map(({ kind, quantity }) => [kind, quantity]));
  }

  async discrepancies(query: string): Promise<DiscrepancyDto[]> {
    const path = `/discrepancies?limit=500&${query}`;
    return this.succeed(await this.coordinator.client.get<Listed<DiscrepancyDto>>(path)).items;
  }

  async discrepancy(consignmentId: string, kind: string): Promise<string> {
    const found = await this.discrepancies(`consignment=${consignmentId}&state=open`);
    return found.find((each) => each.kind === kind)!.id;
  }

  async consignment(id: string): Promise<ConsignmentDto> {
    const path = `/consignments/${id}`;
    return this.succeed(await this.coordinator.client.get<ConsignmentDto>(path));
  }

  /** The leaflets of a consignment, in the counters that are not 0. */
  async counters(id: string): Promise<Record<string, number>> {
    const { lines } = await this.consignment(id);
    const { quantity: _, ...line } = lines.find(({ materialId }) => materialId === this.leafletId)!;
    const figures = Object.entries(line).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] !== 0,
    );
    return Object.fromEntries(figures);
  }

  movements(consignmentId: string): Promise<Movement[]> {
    const { app } = this.base.service;
    const where = { consignmentIds: [consignmentId] };
    return app.get(Ledger).movements(app.get(ReadConnection), where);
  }

  /** What `verify` finds: nothing, where all holds. */
  async offenders(): Promise<string[]> {
    const { app } = this.base.service;
    const { invariants } = await app.get(VerifyService).run();
    const own = [];
    for (const { name, run } of DELIVERY_CHECKS) {
      own.push({ name, ...(await run(app.get(ReadConnection))) });
    }
    return [...invariants, ...own].flatMap(({ name, firstOffender }) =>
      firstOffender === undefined ? [] : [`${name}: ${firstOffender}`],
    );
  }

  succeed<T>({ status, body }: Answer<T>): T {
    if (status === 200 || status === 201) return body;
    throw new Error(`${status} ${JSON.stringify(body)}`);
  }
}

const NOTHING = { delivered: 0, damaged: 0, missing: 0, refused: 0, surplus: 0 };
