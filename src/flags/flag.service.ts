import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Language } from '../platform/http/language.js';
import { readPage, type Page } from '../platform/http/page.js';
import { isId } from '../platform/http/validation.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { FlagDto, FlagEventDto, FlagQuery, FlagWithHistoryDto } from './dto/flag.dto.js';
import type { FlagEventTold } from './flag-event.js';
import type { FlagEntity } from './flag.entity.js';
import { commandsFor, stateAt, type FlagState } from './flag-life.js';
import { FlagLinks } from './flag-links.service.js';
import { FlagScope } from './flag-scope.service.js';
import { FlagWords } from './flag-words.service.js';

/** Without the delivery point: who may see the flag learns of it from the consignment. */
type Row = Omit<FlagEntity, 'details' | 'subjectKey' | 'recordedAt' | 'deliveryPointId'> & {
  readonly details: string;
};

/** As its DTO describes it, but plain. */
type FlagView = Omit<FlagDto, never>;
type EventRow = Omit<FlagEventDto, 'told' | 'actorName' | 'assigneeName'> & {
  readonly told: string;
};

type FlagPage = Page<FlagDto> & { readonly lastCheckedAt: Instant | null };

const COLUMNS = sql.raw(`f.id, f.rule_id AS "ruleId", f.campaign_id AS "campaignId", f.rule,
  f.municipality_code AS "municipalityCode", f.material_id AS "materialId",
  f.consignment_id AS "consignmentId", f.warehouse_id AS "warehouseId", f.state, f.severity, f.details, f.raised_at AS "raisedAt",
  f.opened_at AS "openedAt", f.acknowledged_at AS "acknowledgedAt",
  f.acknowledged_by AS "acknowledgedBy", f.acknowledged_until AS "acknowledgedUntil", f.note,
  f.assignee_id AS "assigneeId", f.escalated_at AS "escalatedAt", f.resolved_at AS "resolvedAt",
  f.resolved_by AS "resolvedBy", f.resolution, f.reason, f.cause_gone_at AS "causeGoneAt",
  f.previous_flag_id AS "previousFlagId"`);

/** Flags for a screen. */
@Injectable()
export class FlagService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly clock: Clock,
    private readonly scope: FlagScope,
    private readonly words: FlagWords,
    private readonly links: FlagLinks,
  ) {}

  /** The latest raised first. */
  async list(query: FlagQuery, actor: Actor, language: Language): Promise<FlagPage> {
    const now = this.clock.now();
    const page = await readPage<Row>(this.reads, {
      select: COLUMNS,
      from: sql`flag f`,
      where: [
        ...(await this.scope.restrict(this.reads, actor)),
        ...(await this.scope.narrowToPlace(this.reads, query)),
        ...narrow(query, actor, now),
      ],
      order: [
        { column: 'raisedAt', direction: 'desc' },
        { column: 'id', direction: 'desc' },
      ],
      limit: query.limit,
      cursor: query.cursor,
    });
    return {
      ...page,
      items: await this.present(this.reads, page.items, now, language),
      lastCheckedAt: await this.findLastCheck(query.campaign),
    };
  }

  private async findLastCheck(campaignId: string | undefined): Promise<Instant | null> {
    const ofWhich = campaignId === undefined ? sql`` : sql`WHERE campaign_id = ${campaignId}`;
    const row = await this.reads.one<{ at: Instant | null }>(
      sql`SELECT max(evaluated_at) AS at FROM flag_evaluation ${ofWhich}`,
    );
    return row?.at ?? null;
  }

  /** @throws Problem `not_found`, also for what the actor may not see */
  async get(
    id: string,
    actor: Actor,
    language: Language,
    reader: Reader = this.reads,
  ): Promise<FlagWithHistoryDto> {
    const where = [sql`f.id = ${id}`, ...(await this.scope.restrict(reader, actor))];
    const row = await reader.one<Row>(sql`SELECT ${COLUMNS} FROM flag f${sql.where(where)}`);
    if (row === undefined) throw new Problem('not_found');
    const [flag] = await this.present(reader, [row], this.clock.now(), language);
    const history = await reader.query<EventRow>(
      sql`SELECT kind, occurred_at AS "occurredAt", recorded_at AS "recordedAt",
          actor_id AS "actorId", run_id AS "runId", told
        FROM flag_event WHERE flag_id = ${id} ORDER BY recorded_at, id`,
    );
    return { ...flag!, history: await this.presentHistory(reader, history) };
  }

  private async presentHistory(
    reader: Reader,
    rows: readonly EventRow[],
  ): Promise<Omit<FlagEventDto, never>[]> {
    const steps = rows.map((row) => {
      const told = JSON.parse(row.told) as FlagEventTold;
      return { ...row, told, assigneeId: told.assigneeId ?? null };
    });
    const people = steps.flatMap(({ actorId, assigneeId }) => [actorId, assigneeId]);
    const { nameOf } = await this.links.read(reader, [], people);
    return steps.map(({ assigneeId, ...step }) => ({
      ...step,
      actorName: nameOf(step.actorId),
      assigneeName: nameOf(assigneeId),
    }));
  }

  private async present(
    reader: Reader,
    rows: readonly Row[],
    now: Instant,
    language: Language,
  ): Promise<FlagView[]> {
    const flags = rows.map((row) => ({
      ...row,
      details: JSON.parse(row.details) as FlagDto['details'],
    }));
    const messages = await this.words.describe(reader, flags, language);
    const { nameOf, batchOf } = await this.links.read(reader, flags);
    return flags.map((flag, index) => ({
      ...flag,
      state: stateAt(flag, now),
      message: messages[index]!,
      batchId: batchOf(flag.consignmentId),
      acknowledgedByName: nameOf(flag.acknowledgedBy),
      assigneeName: nameOf(flag.assigneeId),
      resolvedByName: nameOf(flag.resolvedBy),
      allowed: commandsFor(flag, now),
    }));
  }
}

function narrow(query: FlagQuery, actor: Actor, now: Instant): Sql[] {
  const { campaign, state, rule, severity, material, assignee } = query;
  return [
    ...(campaign === undefined ? [] : [sql`f.campaign_id = ${campaign}`]),
    ...(state === undefined ? [] : [isInState(state, now)]),
    ...(rule === undefined ? [] : [sql`f.rule = ${rule}`]),
    ...(severity === undefined ? [] : [sql`f.severity = ${severity}`]),
    ...(material === undefined ? [] : [sql`f.material_id = ${material}`]),
    ...(assignee === undefined ? [] : [isOf(assignee, actor)]),
  ];
}

/** @throws Problem `malformed` */
function isOf(assignee: string, actor: Actor): Sql {
  if (assignee === 'none') return sql`f.assignee_id IS NULL`;
  if (assignee === 'me') return sql`f.assignee_id = ${actor.id}`;
  if (isId(assignee)) return sql`f.assignee_id = ${assignee.toLowerCase()}`;
  const message = {
    en: 'This must be a person’s id, "me" or "none".',
    sr: 'Ovo mora biti oznaka osobe, „me“ ili „none“.',
  };
  throw new Problem('malformed', { errors: [{ path: 'assignee', message }] });
}

/** As `stateAt` has it: acknowledged until a moment, then open again. */
function isInState(state: FlagState, now: Instant): Sql {
  if (state === 'resolved') return sql`f.state = 'resolved'`;
  const lapsed = sql`(f.acknowledged_until IS NOT NULL AND f.acknowledged_until <= ${now})`;
  if (state === 'acknowledged') return sql`(f.state = 'acknowledged' AND NOT ${lapsed})`;
  return sql`(f.state = 'open' OR (f.state = 'acknowledged' AND ${lapsed}))`;
}
