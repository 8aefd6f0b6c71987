import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import { takeOccurredAt } from '../time.js';
import { warehouseAccount } from './account.js';
import { costColumns, requireCurrency } from './cost.js';
import type { ReceiptDto, ReceiveStockDto } from './dto/receipt.dto.js';
import { isSameFunding, readFunding, type FundingShare } from './funding.js';
import type { MovementDraft } from './ledger.js';
import { Ledger } from './ledger.service.js';
import { findLotFunding, refuseFundingOf, takeLot } from './lot.rows.js';
import { findOrder, type OrderOfLot } from './print-order.rows.js';
import { readReceipt } from './receipt.rows.js';
import { StockFacts } from './stock-facts.service.js';

/** Receives a print run, whole or in parts: supplier → warehouse, and what was damaged on arrival → damaged. */
@Injectable()
export class ReceiveStock {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly facts: StockFacts,
  ) {}

  /** @throws Problem `unknown_reference`, `rule`, `lot_mismatch`, `date_out_of_range`, `id_reused` */
  run(body: ReceiveStockDto, actor: Actor): Promise<Made<ReceiptDto>> {
    const { id: wanted, ...content } = body;
    return this.unitOfWork.run('receive stock', async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: wanted,
        kind: 'receipt',
        content,
        actorId: actor.id,
      });
      if (first) await this.receive(tx, id, body, actor);
      return new Made(first, await readReceipt(tx, id));
    });
  }

  private async receive(
    tx: Transaction,
    id: string,
    body: ReceiveStockDto,
    actor: Actor,
  ): Promise<void> {
    const now = this.clock.now();
    const occurredAt = takeOccurredAt(body.occurredAt, now);
    refuseWrongCounts(body);
    const campaign = await this.facts.requireCampaign(tx, actor, body.campaignId);
    const { materialId, warehouseId } = body;
    await this.facts.requireMaterials(tx, campaign, [{ materialId, path: 'materialId' }]);
    await this.facts.requireWarehouse(tx, actor, warehouseId);
    const order = await requireOrder(tx, body);
    const funders = campaign.funders.map(({ name }) => name);
    const funding = await requireFunding(tx, body, readFunding(body, funders), order);
    const lotId = await takeLot(tx, {
      campaignId: campaign.id,
      materialId,
      lotNumber: body.lotNumber,
      funding,
      occurredAt,
      recordedAt: now,
    });
    const printOrderId = order?.id ?? null;
    await insertReceipt(tx, { id, lotId, printOrderId, actorId: actor.id, occurredAt, now }, body);
    await this.ledger.book(tx, {
      cause: { kind: 'receipt', id },
      actorId: actor.id,
      movements: movementsOf(body, lotId, occurredAt),
    });
  }
}

function movementsOf(body: ReceiveStockDto, lotId: string, occurredAt: string): MovementDraft[] {
  const damaged = body.damaged ?? 0;
  const sound = body.quantity - damaged;
  const arrival = { lotId, from: 'supplier' as const, occurredAt };
  return [
    ...(sound > 0 ? [{ ...arrival, to: warehouseAccount(body.warehouseId), quantity: sound }] : []),
    ...(damaged > 0 ? [{ ...arrival, to: 'damaged' as const, quantity: damaged }] : []),
  ];
}

function refuseWrongCounts(body: ReceiveStockDto): void {
  requireCurrency(body.cost);
  if ((body.damaged ?? 0) <= body.quantity) return;
  const message = {
    en: `${body.damaged} pieces damaged are more than the ${body.quantity} counted; the damaged are part of them.`,
    sr: `${body.damaged} oštećenih komada je više od ${body.quantity} prebrojanih; oštećeni su deo njih.`,
  };
  throw new Problem('rule', { errors: [{ path: 'damaged', message }] });
}

/** The order that is named, or the one of the lot. @throws Problem `unknown_reference`, `rule` */
async function requireOrder(
  tx: Transaction,
  body: ReceiveStockDto,
): Promise<OrderOfLot | undefined> {
  const order = await findOrder(tx, body);
  if (body.printOrderId === undefined || order?.id === body.printOrderId) return order;
  const named = await tx.one<{ lotNumber: string }>(
    sql`SELECT lot_number AS "lotNumber" FROM print_order WHERE id = ${body.printOrderId}`,
  );
  const path = 'printOrderId';
  if (named === undefined) {
    const message = {
      en: `There is no print order with the id ${body.printOrderId}. Take an id from /print-orders.`,
      sr: `Ne postoji nalog za štampu sa oznakom ${body.printOrderId}. Uzmite oznaku sa spiska /print-orders.`,
    };
    throw new Problem('unknown_reference', { errors: [{ path, message }] });
  }
  const message = {
    en: `That print order is for another campaign, material or lot number (its lot number: ${named.lotNumber}).`,
    sr: `Taj nalog za štampu je za drugu kampanju, materijal ili broj serije (njegov broj serije: ${named.lotNumber}).`,
  };
  throw new Problem('rule', { errors: [{ path, message }] });
}

/** What is told has to agree with what is known of the lot or of its order; where nothing is told, that is taken. */
async function requireFunding(
  tx: Transaction,
  body: ReceiveStockDto,
  told: readonly FundingShare[] | undefined,
  order: OrderOfLot | undefined,
): Promise<readonly FundingShare[]> {
  const known = (await findLotFunding(tx, body)) ?? order?.funding;
  if (told !== undefined && known !== undefined && !isSameFunding(told, known))
    throw refuseFundingOf(body.lotNumber, known);
  const funding = told ?? known;
  if (funding !== undefined) return funding;
  const message = {
    en: 'Say who paid for this print run: funder, or funding with shares.',
    sr: 'Navedite ko je platio ovu seriju: funder, ili funding sa udelima.',
  };
  throw new Problem('rule', { errors: [{ path: 'funder', message }] });
}

async function insertReceipt(
  tx: Transaction,
  made: {
    id: string;
    lotId: string;
    printOrderId: string | null;
    actorId: string;
    occurredAt: string;
    now: string;
  },
  body: ReceiveStockDto,
): Promise<void> {
  await tx.insert('receipt', [
    {
      id: made.id,
      campaign_id: body.campaignId,
      warehouse_id: body.warehouseId,
      material_id: body.materialId,
      lot_id: made.lotId,
      print_order_id: made.printOrderId,
      quantity: body.quantity,
      damaged: body.damaged ?? 0,
      noted_quantity: body.notedQuantity,
      supplier: body.supplier,
      delivery_note_number: body.deliveryNoteNumber,
      ...costColumns(body.cost),
      actor_id: made.actorId,
      occurred_at: made.occurredAt,
      recorded_at: made.now,
    },
  ]);
}
