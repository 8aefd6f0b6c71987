import { Injectable } from '@nestjs/common';
import { Problem } from '../../problem.js';
import { Clock } from '../clock/clock.js';
import { canonicalJson, newId, sha256 } from '../ids/ids.js';
import { sql } from './sql.js';
import type { Transaction } from './transaction.js';

export interface Command {
  /** Made by the client, so that it can send the same again without fear; made here where absent. */
  readonly id?: string | undefined;
  readonly kind: string;
  /** The item itself, without its id. */
  readonly content: unknown;
  readonly actorId: string;
}

/**
 * Once: a command's id is remembered with the hash of its content, in the transaction that does what it asks. Only
 * success is remembered, since a refusal rolls the row back.
 */
@Injectable()
export class Once {
  constructor(private readonly clock: Clock) {}

  /**
   * Claims the id before anything else is read: on PostgreSQL a second sender of the same id waits here until the
   * first has committed.
   *
   * @throws Problem `id_reused` where the id stands for other content.
   */
  async claim(tx: Transaction, command: Command): Promise<{ id: string; first: boolean }> {
    const id = command.id?.toLowerCase() ?? newId();
    const contentHash = sha256(canonicalJson({ kind: command.kind, content: command.content }));
    const inserted = await tx.insert(
      'command',
      [
        {
          id,
          kind: command.kind,
          content_hash: contentHash,
          actor_id: command.actorId,
          recorded_at: this.clock.now(),
        },
      ],
      sql`ON CONFLICT (id) DO NOTHING`,
    );
    if (inserted === 1) return { id, first: true };
    const earlier = await tx.one<{ contentHash: string }>(
      sql`SELECT content_hash AS "contentHash" FROM command WHERE id = ${id}`,
    );
    if (earlier?.contentHash === contentHash) return { id, first: false };
    throw new Problem('id_reused', {
      detail: {
        en: `The id ${id} was already used for something else. Make a new id for new content.`,
        sr: `Oznaka ${id} je već upotrebljena za nešto drugo. Za nov sadržaj napravite novu oznaku.`,
      },
    });
  }
}
