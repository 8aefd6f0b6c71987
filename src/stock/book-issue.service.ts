import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import { type FieldError, Problem } from '../problem.js';
import { takeOccurredAt, type Instant } from '../time.js';
import { deliveredAccount, handedOutAccount, warehouseAccount } from './account.js';
import type { IssueLineDto, IssueStockDto } from './dto/issue.dto.js';
import type { MovementDraft } from './ledger.js';
import { Ledger } from './ledger.service.js';
import { drawLots, type Drawn } from './lot.js';
import { LotService, refuseUnusable } from './lot.service.js';
import type { Destination } from './stock-facts.service.js';

export interface IssueFacts {
  readonly id: string;
  readonly actorId: string;
  readonly destination: Destination;
}

/** Draws the lots of an issue and books them: warehouse → delivery point, or → handed out. */
@Injectable()
export class BookIssue {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly lots: LotService,
  ) {}

  /** @throws Problem `insufficient_stock`, `lot_not_usable`, `rule`, `date_out_of_range` */
  async run(tx: Transaction, issue: IssueFacts, body: IssueStockDto): Promise<void> {
    const recordedAt = this.clock.now();
    const occurredAt = takeOccurredAt(body.occurredAt, recordedAt);
    await this.requireNamedLots(tx, body);
    const lots = await this.lots.available(tx, {
      warehouseId: body.warehouseId,
      campaignId: body.campaignId,
      materialIds: [...new Set(body.lines.map((line) => line.materialId))],
    });
    const wanted = body.lines.map(({ materialId, lotId, quantity }, index) => ({
      materialId,
      lotId,
      quantity,
      path: `lines[${index}]`,
    }));
    const drawn = drawLots(wanted, lots);
    await insertIssue(tx, issue, body, { occurredAt, recordedAt });
    await this.ledger.book(tx, {
      cause: { kind: 'issue', id: issue.id },
      actorId: issue.actorId,
      movements: movementsOf(body.warehouseId, issue.destination, drawn, occurredAt),
    });
  }

  private async requireNamedLots(tx: Transaction, body: IssueStockDto): Promise<void> {
    const named = body.lines.flatMap(({ lotId }) => (lotId === undefined ? [] : [lotId]));
    if (named.length === 0) return;
    const briefs = await this.lots.briefs(tx, named);
    const errors = body.lines.flatMap((line, index): FieldError[] => {
      const lot = line.lotId === undefined ? undefined : briefs.get(line.lotId);
      const fits = lot?.materialId === line.materialId && lot.campaignId === body.campaignId;
      return line.lotId === undefined || fits ? [] : [describeStranger(line, index)];
    });
    if (errors.length > 0) throw new Problem('rule', { errors });
    const unusable = [...briefs.values()].filter(({ state }) => state !== 'usable');
    if (unusable.length > 0) throw refuseUnusable(unusable);
  }
}

function movementsOf(
  warehouseId: string,
  destination: Destination,
  drawn: readonly (readonly Drawn[])[],
  occurredAt: Instant,
): MovementDraft[] {
  const { deliveryPointId, municipalityCode } = destination;
  const to =
    deliveryPointId === undefined
      ? handedOutAccount(municipalityCode)
      : deliveredAccount(deliveryPointId);
  return drawn.flat().map(({ lotId, quantity }) => ({
    lotId,
    from: warehouseAccount(warehouseId),
    to,
    quantity,
    occurredAt,
    deliveryPointId,
    municipalityCode,
  }));
}

async function insertIssue(
  tx: Transaction,
  { id, actorId, destination }: IssueFacts,
  body: IssueStockDto,
  times: { readonly occurredAt: Instant; readonly recordedAt: Instant },
): Promise<void> {
  await tx.insert('issue', [
    {
      id,
      campaign_id: body.campaignId,
      warehouse_id: body.warehouseId,
      delivery_point_id: destination.deliveryPointId,
      municipality_code: destination.municipalityCode,
      occasion: body.to.occasion,
      received_by: body.receivedBy,
      estimated: body.estimated ?? false,
      note: body.note,
      actor_id: actorId,
      occurred_at: times.occurredAt,
      recorded_at: times.recordedAt,
    },
  ]);
  await tx.insert(
    'issue_line',
    body.lines.map((line, position) => ({
      issue_id: id,
      position,
      material_id: line.materialId,
      lot_id: line.lotId,
      quantity: line.quantity,
    })),
  );
}

function describeStranger(line: IssueLineDto, index: number): FieldError {
  return {
    path: `lines[${index}].lotId`,
    message: {
      en: `${line.lotId} is no print run of this campaign and material. Take an id from /stock/lots.`,
      sr: `${line.lotId} nije serija ove kampanje i materijala. Uzmite oznaku sa spiska /stock/lots.`,
    },
  };
}
