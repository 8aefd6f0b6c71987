import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { BatchCommands, type BatchCommand } from '../distribution/batch-command.service.js';
import { Shipments } from '../distribution/shipments.service.js';
import { WarehouseService } from '../places/warehouse.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import { Ledger } from '../stock/ledger.service.js';
import { takeOccurredAt, type Instant } from '../time.js';
import { moveDrawn } from './booking.js';
import { DiscrepancyReview } from './discrepancy-review.service.js';
import type { TakeFromTransitDto } from './dto/batch-journey.dto.js';
import { type OpenConsignment, OpenConsignments } from './open-consignments.service.js';
import { drawTakings, type Taking } from './transit.js';

/** Books what is taken from transit, whatever the number of lines, in a constant number of statements. */
@Injectable()
export class Takings {
  constructor(
    private readonly ledger: Ledger,
    private readonly shipments: Shipments,
    private readonly discrepancies: DiscrepancyReview,
  ) {}

  async book(tx: Transaction, drawing: Drawing): Promise<void> {
    const { step, actor, command, opened, drawn, warehouseId, occurredAt } = drawing;
    const trips = new Map(opened.map(({ row, trip }) => [row.id, { ...trip, warehouseId }]));
    await this.ledger.book(tx, {
      cause: { kind: step === 'return' ? 'return' : 'loss', id: command.id },
      actorId: actor.id,
      movements: drawn.flatMap(({ consignmentId, drawn: pieces }) =>
        pieces.map((each) => moveDrawn(trips.get(consignmentId)!, each, occurredAt)),
      ),
    });
    const counter = step === 'return' ? 'returned' : 'lost';
    await this.shipments.addToLines(
      tx,
      drawn.map(({ consignmentId, materialId, quantity }) => ({
        consignmentId,
        materialId,
        [counter]: quantity,
      })),
    );
    const taken = new Map(
      drawn.map((each) => [`${each.consignmentId} ${each.materialId}`, each.quantity]),
    );
    const reviewed = opened.map(({ row, facts }) => ({
      id: row.id,
      municipalityCode: row.municipalityCode,
      stands: facts.standing !== null,
      lines: facts.lines.map((line) => ({
        ...line,
        [counter]: line[counter] + (taken.get(`${row.id} ${line.materialId}`) ?? 0),
      })),
    }));
    const dates = { opens: occurredAt, closes: occurredAt };
    await this.discrepancies.review(tx, command.batch, reviewed, dates);
  }
}

/** What comes back from a trip, and what is declared lost on it. */
@Injectable()
export class TakeFromTransit {
  constructor(
    private readonly clock: Clock,
    private readonly commands: BatchCommands,
    private readonly warehouses: WarehouseService,
    private readonly consignments: OpenConsignments,
    private readonly takings: Takings,
  ) {}

  take(
    step: 'return' | 'lose',
    actor: Actor,
    batchId: string,
    body: TakeFromTransitDto,
  ): ReturnType<BatchCommands['run']> {
    return this.commands.run(step, actor, batchId, body, async (tx, command) => {
      const occurredAt = this.dateTaking(body.occurredAt, command);
      const warehouseId = await this.chooseWarehouse(tx, step, body.warehouseId, command);
      const ids = [...new Set(body.lines.map(({ consignmentId }) => consignmentId))];
      const all = await this.consignments.open(tx, command.batch, ids);
      const opened = all.filter(({ row }) => row.batchId === batchId);
      const drawn = drawTakings(
        body.lines,
        opened.map(({ row, facts }) => ({ id: row.id, lines: facts.lines })),
        step === 'return' ? 'warehouse' : 'lost',
      );
      await this.takings.book(tx, { step, actor, command, opened, drawn, warehouseId, occurredAt });
    });
  }

  private dateTaking(told: Instant | undefined, { batch }: BatchCommand): Instant {
    const now = this.clock.now();
    const occurredAt = takeOccurredAt(told ?? now, now);
    const dispatchedAt = batch.dispatchedAt!;
    if (occurredAt >= dispatchedAt) return occurredAt;
    // A batch dispatched a moment ahead of our clock is not yet in the past.
    if (told === undefined) return dispatchedAt;
    const message = {
      en: `The batch left at ${dispatchedAt}; this cannot have happened before.`,
      sr: `Tura je krenula ${dispatchedAt}; ovo se nije moglo dogoditi ranije.`,
    };
    throw new Problem('date_out_of_range', { errors: [{ path: 'occurredAt', message }] });
  }

  private async chooseWarehouse(
    reader: Reader,
    step: 'return' | 'lose',
    warehouseId: string | undefined,
    { batch }: BatchCommand,
  ): Promise<string> {
    if (step === 'lose' || warehouseId === undefined) return batch.warehouseId;
    const warehouse = await this.warehouses.require(reader, warehouseId, 'warehouseId');
    if (warehouse.active) return warehouse.id;
    const message = {
      en: `${warehouse.name} is no longer in use. Choose another warehouse.`,
      sr: `Magacin ${warehouse.name} se više ne koristi. Izaberite drugi.`,
    };
    throw new Problem('rule', { errors: [{ path: 'warehouseId', message }] });
  }
}

interface Drawing {
  readonly step: 'return' | 'lose';
  readonly actor: Actor;
  readonly command: BatchCommand;
  readonly opened: readonly OpenConsignment[];
  readonly drawn: readonly Taking[];
  readonly warehouseId: string;
  readonly occurredAt: Instant;
}
