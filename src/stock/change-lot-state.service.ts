import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { assertSeesCampaign } from '../campaigns/campaign-access.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { newId } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import { takeOccurredAt, type Instant } from '../time.js';
import type { LotCommandDto, LotDto } from './dto/lot.dto.js';
import { LotAccountService } from './lot-account.service.js';
import { holdLot } from './lot.rows.js';
import { nextLotState, type LotCommand, type LotState } from './lot.js';

/** Blocks, releases or withdraws a print run. What is reserved of it stays reserved; it is not dispatched. */
@Injectable()
export class ChangeLotState {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly accounts: LotAccountService,
  ) {}

  /** @throws Problem `not_found`, `illegal_transition`, `date_out_of_range`, `id_reused` */
  run(
    lotId: string,
    command: LotCommand,
    body: LotCommandDto,
    actor: Actor,
  ): Promise<Made<LotDto>> {
    const { commandId, ...content } = body;
    return this.unitOfWork.run(`${command} lot`, async (tx) => {
      const { first } = await this.once.claim(tx, {
        id: commandId,
        kind: `lot_${command}`,
        content: { ...content, lotId },
        actorId: actor.id,
      });
      if (first) await this.change(tx, lotId, command, { body, actor });
      return new Made(first, await this.accounts.get(lotId, actor, { reader: tx }));
    });
  }

  private async change(
    tx: Transaction,
    lotId: string,
    command: LotCommand,
    { body, actor }: { body: LotCommandDto; actor: Actor },
  ): Promise<void> {
    const lot = await tx.one<{ campaignId: string; state: LotState }>(sql`
      SELECT campaign_id AS "campaignId", state AS "state" FROM lot
      WHERE id = ${lotId}${holdLot(tx)}`);
    if (lot === undefined) throw new Problem('not_found');
    assertSeesCampaign(actor, lot.campaignId);
    const next = nextLotState(lot.state, command);
    const now = this.clock.now();
    const occurredAt = takeOccurredAt(body.occurredAt ?? now, now);
    await refuseBeforeLast(tx, lotId, occurredAt);
    await tx.insert('lot_state_change', [
      {
        id: newId(),
        lot_id: lotId,
        from_state: lot.state,
        to_state: next,
        reason: body.reason,
        actor_id: actor.id,
        occurred_at: occurredAt,
        recorded_at: now,
      },
    ]);
    const withdrawnAt = next === 'withdrawn' ? occurredAt : null;
    await tx.execute(
      sql`UPDATE lot SET state = ${next}, withdrawn_at = ${withdrawnAt} WHERE id = ${lotId}`,
    );
  }
}

/** The states of a lot follow each other in time, so that they read alike as of any moment. */
async function refuseBeforeLast(
  tx: Transaction,
  lotId: string,
  occurredAt: Instant,
): Promise<void> {
  const last = await tx.one<{ occurredAt: Instant | null }>(sql`
    SELECT MAX(occurred_at) AS "occurredAt" FROM lot_state_change WHERE lot_id = ${lotId}`);
  const lastAt = last?.occurredAt ?? null;
  if (lastAt === null || occurredAt >= lastAt) return;
  const message = {
    en: `The print run was last changed at ${lastAt}; this cannot have happened before it.`,
    sr: `Stanje serije je poslednji put promenjeno ${lastAt}; ovo se nije moglo dogoditi pre toga.`,
  };
  throw new Problem('date_out_of_range', { errors: [{ path: 'occurredAt', message }] });
}
