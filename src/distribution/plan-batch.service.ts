import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import { Problem, type FieldError } from '../problem.js';
import { Ledger } from '../stock/ledger.service.js';
import { LotService } from '../stock/lot.service.js';
import { BatchCommands } from './batch-command.service.js';
import { DraftReferences } from './draft-references.service.js';
import type { NamedLotDto, PlanBatchDto } from './dto/batch-command.dto.js';
import type { BatchDetailDto } from './dto/batch.dto.js';
import { allotLots, findNamingFaults, type Allotment, type Shortage } from './plan.js';
import { explainNamingFault, explainShortage, judgeNamedLot } from './plan-refusal.js';
import { listReservations } from './reservation-entries.js';
import { type BatchRow, type ConsignmentRow, Shipments } from './shipments.service.js';

/** Reserves stock for a draft, lot by lot: all of it, or nothing and a list of every short line. */
@Injectable()
export class PlanBatchService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: BatchCommands,
    private readonly shipments: Shipments,
    private readonly references: DraftReferences,
    private readonly lots: LotService,
    private readonly ledger: Ledger,
  ) {}

  plan(actor: Actor, batchId: string, body: PlanBatchDto): Promise<Made<BatchDetailDto>> {
    const named = body.lots ?? [];
    return this.commands.run('plan', actor, batchId, body, async (tx, { id, batch, next }) => {
      const draft = await this.shipments.load(tx, { batchId });
      refuseEmpty(draft);
      const consignments = await this.checkAgain(tx, batch, draft);
      const allotments = await this.allot(tx, batch, consignments, named);
      const planned = await this.writeLots(tx, consignments, allotments);
      await this.ledger.reserve(tx, {
        cause: { kind: 'plan', id },
        actorId: actor.id,
        entries: listReservations('reserve', batch, planned),
      });
      await this.shipments.setBatchState(tx, batch, next, { plannedAt: this.clock.now() });
    });
  }

  /** Points and materials may have been retired since the draft was written, and a point may have moved. */
  private async checkAgain(
    tx: Transaction,
    batch: BatchRow,
    draft: readonly ConsignmentRow[],
  ): Promise<ConsignmentRow[]> {
    const campaign = await this.references.requireCampaign(tx, batch.campaignId);
    await this.references.requireWarehouse(tx, batch.warehouseId);
    const points = await this.references.requireConsignments(
      tx,
      campaign,
      draft.map(({ deliveryPointId, lines }) => ({ deliveryPointId, lines })),
    );
    const moved = draft.flatMap((row, index) => {
      const { municipalityCode } = points[index]!;
      return row.municipalityCode === municipalityCode ? [] : [{ id: row.id, municipalityCode }];
    });
    await this.shipments.moveConsignments(tx, moved);
    return draft.map((row, index) => ({
      ...row,
      municipalityCode: points[index]!.municipalityCode,
    }));
  }

  private async allot(
    tx: Transaction,
    batch: BatchRow,
    consignments: readonly ConsignmentRow[],
    named: readonly NamedLotDto[],
  ): Promise<readonly Allotment[]> {
    const lines = consignments.flatMap(({ id, lines: own }) =>
      own.map(({ materialId, quantity }) => ({ consignmentId: id, materialId, quantity })),
    );
    const faults = findNamingFaults(lines, named);
    if (faults.length > 0) throw new Problem('rule', { errors: faults.map(explainNamingFault) });
    await this.requireNamedLots(tx, batch, named);
    const available = await this.lots.available(tx, {
      warehouseId: batch.warehouseId,
      campaignId: batch.campaignId,
      materialIds: [...new Set(lines.map((line) => line.materialId))],
    });
    const { allotments, shortages } = allotLots(lines, available, named);
    if (shortages === undefined) return allotments;
    throw await this.refuseShortages(tx, consignments, shortages);
  }

  /** A lot that is named must be one of the material and campaign, and usable. */
  private async requireNamedLots(
    tx: Transaction,
    batch: BatchRow,
    named: readonly NamedLotDto[],
  ): Promise<void> {
    if (named.length === 0) return;
    const briefs = await this.lots.briefs(tx, [...new Set(named.map(({ lotId }) => lotId))]);
    named.forEach(({ lotId, materialId }, index) => {
      const problem = judgeNamedLot(briefs.get(lotId), materialId, batch.campaignId, index);
      if (problem !== undefined) throw problem;
    });
  }

  private async refuseShortages(
    tx: Transaction,
    consignments: readonly ConsignmentRow[],
    shortages: readonly Shortage[],
  ): Promise<Problem> {
    const names = await this.references.nameMaterials(tx);
    const places = new Map<string, string>();
    consignments.forEach(({ id, lines }, index) =>
      lines.forEach(({ materialId }, line) =>
        places.set(`${id} ${materialId}`, `consignments[${index}].lines[${line}]`),
      ),
    );
    const errors = shortages.map((shortage): FieldError => {
      const path = places.get(`${shortage.consignmentId} ${shortage.materialId}`)!;
      return { path, message: explainShortage(shortage, names.get(shortage.materialId)!) };
    });
    return new Problem('insufficient_stock', { errors, extra: { shortages } });
  }

  private async writeLots(
    tx: Transaction,
    consignments: readonly ConsignmentRow[],
    allotments: readonly Allotment[],
  ): Promise<ConsignmentRow[]> {
    await tx.insert(
      'consignment_line_lot',
      allotments.flatMap(({ consignmentId, materialId, lots }) =>
        lots.map(({ lotId, quantity }, position) => ({
          consignment_id: consignmentId,
          material_id: materialId,
          lot_id: lotId,
          position,
          quantity,
        })),
      ),
    );
    const lotsOf = new Map(
      allotments.map(({ consignmentId, materialId, lots }) => [
        `${consignmentId} ${materialId}`,
        lots,
      ]),
    );
    return consignments.map((row) => ({
      ...row,
      lines: row.lines.map((line) => ({
        ...line,
        lots: lotsOf.get(`${row.id} ${line.materialId}`)!,
      })),
    }));
  }
}

function refuseEmpty(draft: readonly ConsignmentRow[]): void {
  if (draft.length > 0) return;
  throw new Problem('rule', {
    errors: [
      {
        path: 'consignments',
        message: {
          en: 'There is nothing to plan. Add consignments, or fill the batch, first.',
          sr: 'Nema šta da se planira. Prvo dodajte pošiljke ili napunite turu.',
        },
      },
    ],
  });
}
