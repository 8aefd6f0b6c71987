import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { assertSeesCampaign } from '../campaigns/campaign-access.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import type { ReversalDto, ReverseMovementDto } from './dto/movement.dto.js';
import { reverseMovement, type CauseKind, type Movement } from './ledger.js';
import { Ledger } from './ledger.service.js';
import { redateLot } from './lot.rows.js';
import { viewMovement } from './movement-view.js';
import { selectMovements } from './movement.rows.js';
import { requireReversible } from './reversal.js';

/** Takes back the receipt or issue that made a movement: whole, and once. */
@Injectable()
export class ReverseMovement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @throws Problem `not_found`, `rule` that names the command to use instead, `conflict` where it was taken back already,
   *   `insufficient_stock` where the pieces have gone
   */
  run(movementId: string, body: ReverseMovementDto, actor: Actor): Promise<Made<ReversalDto>> {
    return this.unitOfWork.run('reverse movement', async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: body.commandId,
        kind: 'reversal',
        content: { movementId, reason: body.reason },
        actorId: actor.id,
      });
      if (first) await this.reverse(tx, id, { movementId, reason: body.reason, actor });
      return new Made(first, await this.read(tx, id));
    });
  }

  private async reverse(
    tx: Transaction,
    id: string,
    command: { movementId: string; reason: string; actor: Actor },
  ): Promise<void> {
    const { reason, actor } = command;
    const [movement] = await selectMovements(tx, [sql`m.id = ${command.movementId}`]);
    if (movement === undefined) throw new Problem('not_found');
    assertSeesCampaign(actor, movement.campaignId);
    requireReversible(movement);
    const { cause } = movement;
    const row = {
      id,
      cause_kind: cause.kind,
      cause_id: cause.id,
      reason,
      actor_id: actor.id,
      recorded_at: this.clock.now(),
    };
    const inserted = await tx.insert(
      'reversal',
      [row],
      sql`ON CONFLICT (cause_kind, cause_id) DO NOTHING`,
    );
    if (inserted === 0) throw refuseSecond(movement);
    const made = await this.ledger.movements(tx, { causeKind: cause.kind, causeIds: [cause.id] });
    await this.ledger.book(tx, {
      cause: { kind: 'reversal', id },
      actorId: actor.id,
      movements: made.map(reverseMovement),
    });
    if (cause.kind === 'receipt') await redateLot(tx, movement.lotId);
  }

  private async read(tx: Transaction, id: string): Promise<ReversalDto> {
    const row = await tx.one<{ causeKind: CauseKind; causeId: string; reason: string }>(sql`
      SELECT cause_kind AS "causeKind", cause_id AS "causeId", reason AS "reason"
      FROM reversal WHERE id = ${id}`);
    const movements = await this.ledger.movements(tx, { causeKind: 'reversal', causeIds: [id] });
    return {
      id,
      cause: { kind: row!.causeKind, id: row!.causeId },
      reason: row!.reason,
      movements: movements.map(viewMovement),
    };
  }
}

function refuseSecond({ cause }: Movement): Problem {
  return new Problem('conflict', {
    detail: {
      en: `This ${cause.kind} was taken back already. Enter it anew if it did happen.`,
      sr: `Ovaj unos („${cause.kind}“) je već storniran. Unesite ga ponovo ako se zaista dogodio.`,
    },
    extra: { causeKind: cause.kind, causeId: cause.id },
  });
}
