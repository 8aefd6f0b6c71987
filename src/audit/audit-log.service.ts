import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { type Page, type PageQuery, readPage } from '../platform/http/page.js';
import { type Day, endOfDay, startOfDay } from '../time.js';
import type { AuditEntry, AuditOutcome } from './audit-entry.js';

/** Entries that wait to be written; more are dropped, and their number told in the log. */
const MAXIMUM_WAITING = 10_000;
const MAXIMUM_A_WRITE = 500;
/** Long enough that whoever books one thing after another does not wait for the record of each. */
const PAUSE_MS = 100;

export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly outcome?: AuditOutcome | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

type Row = Omit<AuditEntry, 'subjectIds'> & { readonly subjectIds: string };

/**
 * Writes down what happened, shortly after it was answered: what comes within a moment goes in one write, so that the
 * record costs those who work next to nothing. What a crash takes with it is that moment of the record, never of the
 * work.
 */
@Injectable()
export class AuditLog implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Audit');
  /** Each stays here until it is written. */
  private readonly waiting: AuditEntry[] = [];
  private pause: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private dropped = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadConnection,
  ) {}

  record(entry: AuditEntry): void {
    if (this.waiting.length >= MAXIMUM_WAITING) this.dropped += 1;
    else this.waiting.push(entry);
    this.pause ??= setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Resolves when all that was recorded so far is written. */
  async flush(): Promise<void> {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
    await this.writing;
  }

  /** While the database is surely open … */
  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  /** … and again for what was answered while the server closed. */
  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  list(filter: AuditFilter, page: PageQuery): Promise<Page<AuditEntry>> {
    return readPage<AuditEntry>(this.reads, {
      select: sql`id, recorded_at AS "recordedAt", outcome, actor_id AS "actorId", method, route,
        subject_ids AS "subjectIds", ip, status`,
      from: sql`audit_entry`,
      where: conditionsOf(filter),
      // Ids sort by age.
      order: [{ column: 'id', direction: 'desc' }],
      limit: page.limit,
      cursor: page.cursor,
      map: (row: Row) => ({ ...row, subjectIds: JSON.parse(row.subjectIds) as string[] }),
    });
  }

  /** Whether a person ever changed anything but their own sign-in. */
  async hasActed(reader: Reader, userId: string): Promise<boolean> {
    if (this.waiting.some(({ actorId }) => actorId === userId)) return true;
    const entry = await reader.one(sql`
      SELECT id FROM audit_entry WHERE actor_id = ${userId} AND outcome = 'done'
        AND route NOT LIKE '/api/v1/auth/%' AND route NOT LIKE '/api/v1/tokens%' LIMIT 1`);
    return entry !== undefined;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const entries = this.waiting.slice(0, MAXIMUM_A_WRITE);
      try {
        await this.unitOfWork.run('audit', (tx) => tx.insert('audit_entry', entries.map(writeRow)));
      } catch (error) {
        this.dropped += entries.length;
        this.logger.error(`The audit could not be written: ${String(error)}`);
      }
      this.waiting.splice(0, entries.length);
      this.tellDropped();
    }
  }

  private tellDropped(): void {
    if (this.dropped === 0) return;
    this.logger.error(`${this.dropped} entries are missing from the audit.`);
    this.dropped = 0;
  }
}

function writeRow(entry: AuditEntry): Record<string, unknown> {
  return {
    id: entry.id,
    recorded_at: entry.recordedAt,
    outcome: entry.outcome,
    actor_id: entry.actorId,
    method: entry.method,
    route: entry.route,
    subject_ids: JSON.stringify(entry.subjectIds),
    ip: entry.ip,
    status: entry.status,
  };
}

function conditionsOf(filter: AuditFilter): Sql[] {
  const conditions: Sql[] = [];
  if (filter.actor !== undefined) conditions.push(sql`actor_id = ${filter.actor}`);
  if (filter.outcome !== undefined) conditions.push(sql`outcome = ${filter.outcome}`);
  if (filter.from !== undefined) conditions.push(sql`recorded_at >= ${startOfDay(filter.from)}`);
  if (filter.to !== undefined) conditions.push(sql`recorded_at <= ${endOfDay(filter.to)}`);
  return conditions;
}
