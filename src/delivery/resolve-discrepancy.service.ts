import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import { chooseEffect, chooseQuantity } from './discrepancy.js';
import { DiscrepancyService } from './discrepancy.service.js';
import type { DiscrepancyDetailDto, ResolveDiscrepancyDto } from './dto/discrepancy.dto.js';
import { OpenConsignments } from './open-consignments.service.js';
import { Resolutions } from './resolutions.service.js';

/** A coordinator accounts for pieces of a discrepancy. */
@Injectable()
export class ResolveDiscrepancy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly discrepancies: DiscrepancyService,
    private readonly consignments: OpenConsignments,
    private readonly resolutions: Resolutions,
  ) {}

  resolve(
    actor: Actor,
    discrepancyId: string,
    { commandId, ...body }: ResolveDiscrepancyDto,
  ): Promise<Made<DiscrepancyDetailDto>> {
    return this.unitOfWork.run('resolve a discrepancy', async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: commandId,
        kind: 'discrepancy resolve',
        content: { ...body, discrepancyId },
        actorId: actor.id,
      });
      const found = await this.discrepancies.get(discrepancyId, actor, tx);
      if (first) await this.account(tx, { id, actorId: actor.id, found, body });
      return new Made(first, await this.discrepancies.get(discrepancyId, actor, tx));
    });
  }

  private async account(tx: Transaction, { id, actorId, found, body }: Accounting): Promise<void> {
    const opened = await this.consignments.lock(tx, found.batchId, found.consignmentId);
    const quantity = chooseQuantity(await requireOpen(tx, found.id), body.quantity);
    await this.resolutions.book(tx, {
      id,
      actorId,
      opened,
      discrepancy: { id: found.id, kind: found.kind, materialId: found.materialId },
      resolution: body.resolution,
      effect: chooseEffect(found.kind, body.resolution),
      quantity,
      note: body.note,
    });
  }
}

interface Accounting {
  readonly id: string;
  readonly actorId: string;
  readonly found: DiscrepancyDetailDto;
  readonly body: Omit<ResolveDiscrepancyDto, 'commandId'>;
}

/** Looked at again under the lock: somebody else may have been faster. */
async function requireOpen(tx: Transaction, id: string): Promise<number> {
  const row = await tx.one<{ quantity: number }>(
    sql`SELECT quantity FROM discrepancy WHERE id = ${id} AND closed_at IS NULL`,
  );
  if (row !== undefined) return row.quantity;
  throw new Problem('illegal_transition', {
    detail: {
      en: 'The discrepancy is resolved already: nothing of it is open.',
      sr: 'Razlika je već rešena: ništa više nije otvoreno.',
    },
    extra: { state: 'resolved', allowed: [] },
  });
}
