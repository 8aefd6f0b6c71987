import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { canonicalJson, newId } from '../platform/ids/ids.js';
import type { Instant } from '../time.js';
import type { FlagEventKind, FlagEventTold } from './flag-event.js';
import { subjectKeyOf, type FlagChange, type FlagLife, type StandingFlag } from './flag-life.js';
import type { FlagKind, Finding, Severity } from './rules.js';

/** Who takes a step, for which moment. */
export interface StepBy {
  readonly at: Instant;
  readonly actorId: string | null;
  readonly runId: string | null;
}

export interface Escalatable extends FlagLife {
  readonly id: string;
  readonly escalateAfterDays: number;
}

type Changes<K extends FlagChange['kind']> = readonly Extract<FlagChange, { kind: K }>[];

const FLAGS_A_STATEMENT = 1_000;

const LIFE = sql.raw(`f.id, f.state, f.severity, f.opened_at AS "openedAt",
  f.acknowledged_until AS "acknowledgedUntil", f.assignee_id AS "assigneeId",
  f.escalated_at AS "escalatedAt", f.resolution, f.cause_gone_at AS "causeGoneAt"`);

/** The rows of flags and their history, for those who change them; each method is a constant number of statements. */
@Injectable()
export class FlagRecords {
  constructor(private readonly clock: Clock) {}

  /** The latest moment for which the campaign was judged; locked, so that runs of one campaign follow each other. */
  async lockEvaluation(tx: Transaction, campaignId: string): Promise<Instant | null> {
    await tx.insert(
      'flag_evaluation',
      [{ campaign_id: campaignId, evaluated_at: null }],
      sql`ON CONFLICT (campaign_id) DO NOTHING`,
    );
    const row = await tx.one<{ evaluatedAt: Instant | null }>(
      sql`SELECT evaluated_at AS "evaluatedAt" FROM flag_evaluation
        WHERE campaign_id = ${campaignId}${tx.forUpdate}`,
    );
    return row?.evaluatedAt ?? null;
  }

  async setEvaluated(tx: Transaction, campaignId: string, at: Instant): Promise<void> {
    await tx.execute(
      sql`UPDATE flag_evaluation SET evaluated_at = ${at} WHERE campaign_id = ${campaignId}`,
    );
  }

  /** Of each rule and subject the latest flag: the one that no other names as its last. Locked in order. */
  async lockLatest(tx: Transaction, campaignId: string): Promise<StandingFlag[]> {
    const rows = await tx.query<Omit<StandingFlag, 'details'> & { details: string }>(
      sql`SELECT ${LIFE}, f.rule_id AS "ruleId", f.subject_key AS "subjectKey", f.details
        FROM flag f WHERE f.campaign_id = ${campaignId}
          AND NOT EXISTS (SELECT 1 FROM flag n WHERE n.previous_flag_id = f.id)
        ORDER BY f.id${tx.forUpdate}`,
    );
    return rows.map((row) => ({
      ...row,
      details: JSON.parse(row.details) as StandingFlag['details'],
    }));
  }

  /** One flag, locked. */
  async lock(tx: Transaction, flagId: string): Promise<(FlagLife & { id: string }) | undefined> {
    return tx.one(sql`SELECT ${LIFE} FROM flag f WHERE f.id = ${flagId}${tx.forUpdate}`);
  }

  async successorOf(tx: Transaction, flagId: string): Promise<string | undefined> {
    const newer = await tx.one<{ id: string }>(
      sql`SELECT id FROM flag WHERE previous_flag_id = ${flagId}`,
    );
    return newer?.id;
  }

  /** Those of the campaign that may rise in severity, locked in order. */
  async lockEscalatable(tx: Transaction, campaignId: string): Promise<Escalatable[]> {
    const lock = tx.engine === 'postgres' ? sql` FOR UPDATE OF f` : sql.empty;
    return tx.query<Escalatable>(
      sql`SELECT ${LIFE}, r.escalate_after_days AS "escalateAfterDays"
        FROM flag f JOIN flag_rule r ON r.id = f.rule_id
        WHERE f.campaign_id = ${campaignId} AND f.state <> 'resolved'
          AND f.assignee_id IS NULL AND f.escalated_at IS NULL
        ORDER BY f.id${lock}`,
    );
  }

  async raise(
    tx: Transaction,
    campaignId: string,
    kindOf: (ruleId: string) => FlagKind,
    changes: Changes<'raise'>,
    by: StepBy,
  ): Promise<void> {
    const recordedAt = this.clock.now();
    const rows = changes.map(({ finding, previousFlagId }) => ({
      ...rowOf(finding),
      id: newId(),
      campaign_id: campaignId,
      rule: kindOf(finding.ruleId),
      state: 'open',
      raised_at: by.at,
      opened_at: by.at,
      recorded_at: recordedAt,
      previous_flag_id: previousFlagId,
    }));
    await tx.insert('flag', rows);
    await this.tell(
      tx,
      'raised',
      by,
      rows.map(({ id, severity }) => ({ flagId: id, told: { severity } })),
    );
  }

  /** Of a flag that is kept only its details change. */
  async refresh(tx: Transaction, changes: Changes<'keep'>): Promise<void> {
    const changed = changes
      .map(({ flag, details }) => ({
        id: flag.id,
        before: canonicalJson(flag.details),
        after: canonicalJson(details),
      }))
      .filter(({ before, after }) => before !== after);
    for (let start = 0; start < changed.length; start += FLAGS_A_STATEMENT) {
      const rows = changed
        .slice(start, start + FLAGS_A_STATEMENT)
        .map(({ id, after }) => [id, after]);
      await tx.execute(
        sql`UPDATE flag SET details = v.column2 FROM (${sql.rows(rows, ['text', 'text'])}) AS v
          WHERE flag.id = v.column1`,
      );
    }
  }

  async resolve(tx: Transaction, changes: Changes<'resolve'>, by: StepBy): Promise<void> {
    for (const resolution of ['cause_gone', 'rule_off'] as const) {
      const ids = changes
        .filter((each) => each.resolution === resolution)
        .map(({ flag }) => flag.id);
      await this.set(
        tx,
        ids,
        sql`state = 'resolved', resolution = ${resolution}, resolved_at = ${by.at}`,
      );
      await this.tell(
        tx,
        'resolved',
        by,
        ids.map((flagId) => ({ flagId, told: { resolution } })),
      );
    }
  }

  async noteCauseGone(
    tx: Transaction,
    changes: Changes<'note_cause_gone'>,
    by: StepBy,
  ): Promise<void> {
    const ids = changes.map(({ flag }) => flag.id);
    await this.set(tx, ids, sql`cause_gone_at = ${by.at}`);
    await this.tell(
      tx,
      'cause_gone',
      by,
      ids.map((flagId) => ({ flagId, told: {} })),
    );
  }

  async escalate(
    tx: Transaction,
    raised: readonly { readonly id: string; readonly severity: Severity }[],
    by: StepBy,
  ): Promise<void> {
    for (const severity of new Set(raised.map((each) => each.severity))) {
      const ids = raised.filter((each) => each.severity === severity).map(({ id }) => id);
      await this.set(tx, ids, sql`severity = ${severity}, escalated_at = ${by.at}`);
      await this.tell(
        tx,
        'escalated',
        by,
        ids.map((flagId) => ({ flagId, told: { severity } })),
      );
    }
  }

  async set(tx: Transaction, ids: readonly string[], columns: Sql): Promise<void> {
    if (ids.length === 0) return;
    await tx.execute(sql`UPDATE flag SET ${columns} WHERE ${sql.isIn(tx.engine, sql`id`, ids)}`);
  }

  /** Writes a step into the history of each flag. */
  async tell(
    tx: Transaction,
    kind: FlagEventKind,
    { at, actorId, runId }: StepBy,
    steps: readonly { readonly flagId: string; readonly told: FlagEventTold }[],
  ): Promise<void> {
    const recordedAt = this.clock.now();
    await tx.insert(
      'flag_event',
      steps.map(({ flagId, told }) => ({
        id: newId(),
        flag_id: flagId,
        kind,
        occurred_at: at,
        recorded_at: recordedAt,
        actor_id: actorId,
        run_id: runId,
        told: JSON.stringify(told),
      })),
    );
  }

  /** Everything about flags of a campaign that is deleted. */
  async removeCampaign(tx: Transaction, campaignId: string): Promise<void> {
    const flags = sql`(SELECT id FROM flag WHERE campaign_id = ${campaignId})`;
    await tx.execute(sql`DELETE FROM flag_event WHERE flag_id IN ${flags}`);
    await tx.execute(
      sql`UPDATE flag SET previous_flag_id = NULL WHERE campaign_id = ${campaignId}`,
    );
    await tx.execute(sql`DELETE FROM flag WHERE campaign_id = ${campaignId}`);
    await tx.execute(sql`DELETE FROM flag_rule WHERE campaign_id = ${campaignId}`);
    await tx.execute(sql`DELETE FROM flag_evaluation WHERE campaign_id = ${campaignId}`);
  }
}

function rowOf(finding: Finding) {
  const { subject, ruleId, severity, details } = finding;
  return {
    rule_id: ruleId,
    subject_key: subjectKeyOf(finding),
    municipality_code: subject.municipalityCode,
    material_id: subject.materialId,
    consignment_id: subject.kind === 'consignment' ? subject.id : null,
    delivery_point_id: subject.deliveryPointId,
    warehouse_id: subject.kind === 'warehouse' ? subject.id : null,
    severity,
    details: canonicalJson(details),
  };
}
