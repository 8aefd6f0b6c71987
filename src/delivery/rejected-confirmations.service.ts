import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Shipments } from '../distribution/shipments.service.js';
import { Clock } from '../platform/clock/clock.js';
import { sql } from '../platform/database/sql.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Transaction } from '../platform/database/transaction.js';
import { isId } from '../platform/http/validation.js';
import { canonicalJson, newId, sha256 } from '../platform/ids/ids.js';
import { Problem, PROBLEMS } from '../problem.js';

export interface Rejection {
  /** As it came. */
  readonly content: unknown;
  readonly problem: Problem;
}

const MAXIMUM_TOLD_ID = 100;

/** Nothing that somebody sent is dropped: the text of what was refused is kept for the coordinator, once for each sender. */
@Injectable()
export class RejectedConfirmations {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly shipments: Shipments,
  ) {}

  async keep(actor: Actor, rejections: readonly Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    await this.unitOfWork.run('keep rejected confirmations', async (tx) => {
      for (const rejection of rejections) await this.insert(tx, actor, rejection);
    });
  }

  private async insert(tx: Transaction, actor: Actor, rejection: Rejection): Promise<void> {
    const { content, problem } = rejection;
    const consignmentId = readMember(content, 'consignmentId');
    const batch = isId(consignmentId)
      ? await this.shipments.batchOf(tx, consignmentId.toLowerCase())
      : undefined;
    const now = this.clock.now();
    await tx.insert(
      'rejected_confirmation',
      [
        {
          id: newId(),
          told_id: readToldId(content),
          campaign_id: batch?.campaignId ?? null,
          batch_id: batch?.id ?? null,
          consignment_id: batch === undefined ? null : String(consignmentId).toLowerCase(),
          sender_id: actor.id,
          content_hash: sha256(canonicalJson(content)),
          content: JSON.stringify(content),
          problem: JSON.stringify(describe(problem)),
          received_at: now,
          last_received_at: now,
          attempts: 1,
        },
      ],
      sql`ON CONFLICT (sender_id, content_hash) DO UPDATE SET
        problem = excluded.problem, last_received_at = excluded.last_received_at,
        attempts = rejected_confirmation.attempts + 1`,
    );
  }
}

/** Whether what was sent was at fault, so that its text is kept; not where the service was too busy to look. */
export function isRejection(error: unknown): error is Problem {
  return error instanceof Problem && PROBLEMS[error.code].status < 500;
}

/** In both languages: whoever reads it may read another than its sender. */
export interface KeptProblem {
  readonly code: Problem['code'];
  readonly detail: Problem['detail'];
  readonly errors: Problem['errors'];
}

function describe({ code, detail, errors }: Problem): KeptProblem {
  return { code, detail, errors };
}

function readMember(content: unknown, name: string): unknown {
  return typeof content === 'object' && content !== null
    ? (content as Record<string, unknown>)[name]
    : undefined;
}

/** The id that it came with, as far as it is one that can be kept and sent back. */
export function readToldId(content: unknown): string | null {
  const id = readMember(content, 'id');
  if (typeof id !== 'string' || id.length > MAXIMUM_TOLD_ID) return null;
  return id.isWellFormed() && !id.includes('\0') ? id : null;
}
