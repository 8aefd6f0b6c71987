import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import { Assignments } from './assignments.service.js';
import { BatchCommands } from './batch-command.service.js';
import { DraftReferences } from './draft-references.service.js';
import type { AssignBatchDto } from './dto/batch-command.dto.js';
import type { BatchDetailDto } from './dto/batch.dto.js';
import { type ConsignmentRow, Shipments } from './shipments.service.js';

/** Says who hands over the batch's consignments, or some of them, from now on. */
@Injectable()
export class AssignBatchService {
  constructor(
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
    private readonly references: DraftReferences,
    private readonly assignments: Assignments,
  ) {}

  assign(actor: Actor, batchId: string, body: AssignBatchDto): Promise<Made<BatchDetailDto>> {
    const { assigneeId, consignmentIds } = body;
    return this.commands.run('assign', actor, batchId, body, async (tx) => {
      await this.references.requireAssignees(tx, [{ userId: assigneeId, path: 'assigneeId' }]);
      const consignments = await this.shipments.load(tx, { batchId });
      const chosen = chooseConsignments(consignments, consignmentIds);
      await this.assignments.assign(
        tx,
        chosen,
        chosen.map(({ id }) => ({ consignmentId: id, assigneeId })),
        actor.id,
      );
      await this.shipments.touchBatch(tx, batchId);
    });
  }
}

function chooseConsignments(
  consignments: readonly ConsignmentRow[],
  ids: readonly string[] | undefined,
): readonly ConsignmentRow[] {
  if (ids === undefined) return consignments;
  const byId = new Map(consignments.map((consignment) => [consignment.id, consignment]));
  const errors = ids.flatMap((id, index) =>
    byId.has(id)
      ? []
      : [
          {
            path: `consignmentIds[${index}]`,
            message: {
              en: `The batch has no consignment ${id}.`,
              sr: `Tura nema pošiljku ${id}.`,
            },
          },
        ],
  );
  if (errors.length > 0) throw new Problem('unknown_reference', { errors });
  return [...new Set(ids)].map((id) => byId.get(id)!);
}
