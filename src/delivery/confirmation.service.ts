import { Injectable } from '@nestjs/common';
import { type Actor, isCoordinator } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import { describeProblem } from '../platform/http/problem.filter.js';
import type { Language } from '../platform/http/language.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import {
  CONFIRMATION_COLUMNS,
  type ConfirmationRow,
  ConfirmationStore,
  readConfirmationRow,
} from './confirmation-store.service.js';
import { DeliveryScope } from './delivery-scope.service.js';
import type {
  ConfirmationDetailDto,
  ConfirmationQuery,
  ConfirmationRowDto,
} from './dto/confirmation.dto.js';
import type { RejectedConfirmationEntity } from './rejected-confirmation.entity.js';
import type { KeptProblem } from './rejected-confirmations.service.js';

type RawConfirmation = Parameters<typeof readConfirmationRow>[0];
type RawRejection = Omit<RejectedConfirmationEntity, 'content' | 'problem'> & {
  readonly content: string;
  readonly problem: string;
};

const SCOPED = sql`confirmation f JOIN consignment c ON c.id = f.consignment_id
  JOIN batch b ON b.id = f.batch_id`;

/** Reads confirmations. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly scope: DeliveryScope,
    private readonly store: ConfirmationStore,
  ) {}

  list(
    query: ConfirmationQuery,
    actor: Actor,
    language: Language,
  ): Promise<Page<ConfirmationRowDto>> {
    return query.status === 'rejected'
      ? this.listRejected(query, actor, language)
      : this.listKept(query, actor);
  }

  /** @throws Problem `not_found`, also where the actor may not see it */
  async get(id: string, actor: Actor): Promise<ConfirmationDetailDto> {
    const conditions = await this.scope.restrictConfirmations(this.reads, actor);
    const row = await this.reads.one<RawConfirmation>(
      sql`SELECT ${CONFIRMATION_COLUMNS} FROM ${SCOPED}
        ${sql.where([sql`f.id = ${id.toLowerCase()}`, ...conditions])}`,
    );
    if (row === undefined) throw new Problem('not_found');
    const amendments = await this.store.amendments(this.reads, row.id);
    return {
      ...describeConfirmation(readConfirmationRow(row), actor),
      // Reasons are free text about a consignment.
      amendments: amendments.map(({ confirmationId: _, ...amendment }) =>
        seesPersonal(row, actor) ? amendment : { ...amendment, reason: '' },
      ),
    };
  }

  private async listKept(
    query: ConfirmationQuery,
    actor: Actor,
  ): Promise<Page<ConfirmationRowDto>> {
    const where = await this.scope.restrictConfirmations(this.reads, actor);
    if (query.status !== undefined) where.push(sql`f.status = ${query.status}`);
    if (query.batch !== undefined) where.push(sql`f.batch_id = ${query.batch}`);
    if (query.consignment !== undefined) where.push(sql`f.consignment_id = ${query.consignment}`);
    if (query.campaign !== undefined) where.push(sql`f.campaign_id = ${query.campaign}`);
    return readPage<ConfirmationRowDto>(this.reads, {
      select: CONFIRMATION_COLUMNS,
      from: SCOPED,
      where,
      order: [{ column: 'receivedAt' }, { column: 'receiptNumber' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: (row: RawConfirmation) => describeConfirmation(readConfirmationRow(row), actor),
    });
  }

  private async listRejected(
    query: ConfirmationQuery,
    actor: Actor,
    language: Language,
  ): Promise<Page<ConfirmationRowDto>> {
    const where = this.scope.restrictRejected(actor, this.reads);
    if (query.batch !== undefined) where.push(sql`r.batch_id = ${query.batch}`);
    if (query.consignment !== undefined) where.push(sql`r.consignment_id = ${query.consignment}`);
    if (query.campaign !== undefined) where.push(sql`r.campaign_id = ${query.campaign}`);
    return readPage<ConfirmationRowDto>(this.reads, {
      select: sql.raw(`r.id AS "id", r.told_id AS "toldId", r.campaign_id AS "campaignId",
        r.batch_id AS "batchId", r.consignment_id AS "consignmentId", r.sender_id AS "senderId",
        r.content AS "content", r.problem AS "problem", r.received_at AS "receivedAt",
        r.attempts AS "attempts"`),
      from: sql`rejected_confirmation r`,
      where,
      order: [{ column: 'receivedAt' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: (row: RawRejection) => describeRejection(row, language),
    });
  }
}

/** Recipients' names, positions and free text are for those whose work needs them. */
function seesPersonal(row: Pick<ConfirmationRow, 'senderId'>, actor: Actor): boolean {
  return isCoordinator(actor) || row.senderId === actor.id;
}

function describeConfirmation(row: ConfirmationRow, actor: Actor): ConfirmationRowDto {
  const personal = seesPersonal(row, actor);
  const { latitude, longitude, accuracyMeters } = row;
  const hasPosition = latitude !== null && longitude !== null;
  return {
    id: row.id,
    status: row.status,
    reason: row.reason,
    campaignId: row.campaignId,
    batchId: row.batchId,
    consignmentId: row.consignmentId,
    kind: row.kind,
    follows: row.follows,
    source: row.source,
    senderId: row.senderId,
    deviceTime: row.deviceTime,
    receivedAt: row.receivedAt,
    occurredAt: row.occurredAt,
    datedBy: row.datedBy,
    clockDifferenceMs:
      row.occurredAt === null ? null : Date.parse(row.deviceTime) - Date.parse(row.occurredAt),
    lines: row.lines,
    counted: row.counted,
    receivedBy: personal ? row.receivedBy : null,
    position: personal && hasPosition ? { latitude, longitude, accuracyMeters } : null,
    note: personal ? row.note : null,
  };
}

function describeRejection(row: RawRejection, language: Language): ConfirmationRowDto {
  const kept = JSON.parse(row.problem) as KeptProblem;
  return {
    id: row.toldId ?? row.id,
    status: 'rejected',
    reason: kept.code,
    campaignId: row.campaignId,
    batchId: row.batchId,
    consignmentId: row.consignmentId,
    kind: null,
    follows: null,
    source: null,
    senderId: row.senderId,
    deviceTime: null,
    receivedAt: row.receivedAt,
    occurredAt: null,
    datedBy: null,
    clockDifferenceMs: null,
    lines: [],
    counted: null,
    receivedBy: null,
    position: null,
    note: null,
    content: JSON.parse(row.content) as unknown,
    problem: describeProblem(new Problem(kept.code, kept), language),
    attempts: row.attempts,
  };
}
