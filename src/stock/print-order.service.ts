import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { assertSeesCampaign } from '../campaigns/campaign-access.js';
import { readViolation } from '../platform/database/violation.js';
import { refuseInUse } from '../places/refusal.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import { costColumns, requireCurrency } from './cost.js';
import type {
  ChangePrintOrderDto,
  CloseShortDto,
  CreatePrintOrderDto,
  PrintOrderDto,
  PrintOrderQuery,
} from './dto/print-order.dto.js';
import { readFunding, type FundingShare } from './funding.js';
import {
  inOrderState,
  lockOrder,
  ORDER_COLUMNS,
  ORDER_FROM,
  readOrder,
  readOrderRow,
  type OrderRow,
} from './print-order-record.rows.js';
import { findLotFunding, refuseFundingOf } from './lot.rows.js';
import { isSameFunding } from './funding.js';
import { equals, inCampaignsOf } from './stock.query.js';
import { StockFacts } from './stock-facts.service.js';

/** What printers are to deliver. */
@Injectable()
export class PrintOrderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadConnection,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly facts: StockFacts,
  ) {}

  /** By the day on which they are expected. */
  list(query: PrintOrderQuery, actor: Actor): Promise<Page<PrintOrderDto>> {
    return readPage<PrintOrderDto>(this.reads, {
      select: ORDER_COLUMNS,
      from: ORDER_FROM,
      where: [
        ...inCampaignsOf(this.reads.engine, actor, sql`o.campaign_id`),
        ...equals(sql`o.campaign_id`, query.campaign),
        ...equals(sql`o.material_id`, query.material),
        ...equals(sql`o.lot_number`, query.lotNumber),
        ...(query.state === undefined ? [] : [inOrderState(query.state)]),
      ],
      order: [{ column: 'expectedOn' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: (row: OrderRow) => readOrderRow(row),
    });
  }

  /** @throws Problem `not_found` */
  async get(id: string, actor: Actor): Promise<PrintOrderDto> {
    const order = await readOrder(this.reads, id);
    assertSeesCampaign(actor, order.campaignId);
    return order;
  }

  /** @throws Problem `unknown_reference`, `rule`, `duplicate`, `lot_mismatch`, `id_reused` */
  create(body: CreatePrintOrderDto, actor: Actor): Promise<Made<PrintOrderDto>> {
    const { id: wanted, ...content } = body;
    return this.unitOfWork.run('create print order', async (tx) => {
      const { id, first } = await this.once.claim(tx, {
        id: wanted,
        kind: 'print_order',
        content,
        actorId: actor.id,
      });
      if (first) await this.insert(tx, id, body, actor);
      return new Made(first, await readOrder(tx, id));
    });
  }

  /** @throws Problem `not_found`, `stale`, `rule`, `duplicate`, `conflict` where something was received of it */
  change(
    id: string,
    version: number,
    body: ChangePrintOrderDto,
    actor: Actor,
  ): Promise<PrintOrderDto> {
    return this.unitOfWork.run('change print order', async (tx) => {
      const before = await lockOrder(tx, actor, id, version);
      requireCurrency(body.cost);
      const funding = await this.requireFunding(tx, actor, before.campaignId, body.funding);
      const after = {
        campaignId: before.campaignId,
        materialId: before.materialId,
        lotNumber: body.lotNumber ?? before.lotNumber,
        quantity: body.quantity ?? before.quantity,
        supplier: body.supplier ?? before.supplier,
        expectedOn: body.expectedOn ?? before.expectedOn,
        funding: funding ?? before.funding,
        cost: body.cost === undefined ? before.cost : body.cost,
      };
      const isOtherRun =
        after.lotNumber !== before.lotNumber || !isSameFunding(after.funding, before.funding);
      if (isOtherRun && (await findLotFunding(tx, before)) !== undefined) throw refuseOtherRun();
      await requireLotFunding(tx, after);
      await refuseDuplicate(after.lotNumber, () =>
        tx.execute(sql`UPDATE print_order SET lot_number = ${after.lotNumber},
          quantity = ${after.quantity}, supplier = ${after.supplier}, expected_on = ${after.expectedOn},
          funding = ${JSON.stringify(after.funding)}, cost_amount = ${costColumns(after.cost).cost_amount},
          cost_currency = ${costColumns(after.cost).cost_currency},
          changed_at = ${this.clock.now()}, version = ${version + 1} WHERE id = ${id}`),
      );
      return readOrder(tx, id);
    });
  }

  /** @throws Problem `not_found`, `stale`, `in_use` */
  remove(id: string, version: number, actor: Actor): Promise<void> {
    return this.unitOfWork.run('remove print order', async (tx) => {
      await lockOrder(tx, actor, id, version);
      try {
        await tx.execute(sql`DELETE FROM print_order WHERE id = ${id}`);
      } catch (error) {
        throw readViolation(error) === 'foreign_key' ? refuseInUse(false) : error;
      }
    });
  }

  /** The rest will not come. @throws Problem `not_found`, `illegal_transition`, `id_reused` */
  closeShort(id: string, body: CloseShortDto, actor: Actor): Promise<Made<PrintOrderDto>> {
    return this.unitOfWork.run('close print order short', async (tx) => {
      const { first } = await this.once.claim(tx, {
        id: body.commandId,
        kind: 'print_order_close_short',
        content: { id, reason: body.reason },
        actorId: actor.id,
      });
      if (first) {
        const order = await lockOrder(tx, actor, id);
        if (order.state !== 'open') throw refuseClosing(order);
        const now = this.clock.now();
        await tx.execute(sql`UPDATE print_order SET closed_short_at = ${now},
          closed_short_reason = ${body.reason}, changed_at = ${now}, version = version + 1
          WHERE id = ${id}`);
      }
      return new Made(first, await readOrder(tx, id));
    });
  }

  private async insert(
    tx: Transaction,
    id: string,
    body: CreatePrintOrderDto,
    actor: Actor,
  ): Promise<void> {
    requireCurrency(body.cost);
    const campaign = await this.facts.requireCampaign(tx, actor, body.campaignId);
    const { materialId } = body;
    await this.facts.requireMaterials(tx, campaign, [{ materialId, path: 'materialId' }]);
    const funding = (await this.requireFunding(tx, actor, campaign.id, body.funding))!;
    const { lotNumber } = body;
    await requireLotFunding(tx, { campaignId: campaign.id, materialId, lotNumber, funding });
    const now = this.clock.now();
    const row = {
      id,
      campaign_id: campaign.id,
      material_id: materialId,
      lot_number: body.lotNumber,
      quantity: body.quantity,
      supplier: body.supplier,
      expected_on: body.expectedOn,
      funding: JSON.stringify(funding),
      ...costColumns(body.cost),
      created_by: actor.id,
      created_at: now,
      changed_at: now,
      version: 1,
    };
    const inserted = await tx.insert(
      'print_order',
      [row],
      sql`ON CONFLICT (campaign_id, material_id, lot_number) DO NOTHING`,
    );
    if (inserted === 0) throw duplicateOrder(body.lotNumber);
  }

  private async requireFunding(
    tx: Transaction,
    actor: Actor,
    campaignId: string,
    funding: readonly FundingShare[] | undefined,
  ): Promise<FundingShare[] | undefined> {
    const campaign = await this.facts.requireCampaign(tx, actor, campaignId);
    const funders = campaign.funders.map(({ name }) => name);
    return readFunding({ funding }, funders);
  }
}

/** What was received of the print run already says who paid for it. */
async function requireLotFunding(
  tx: Transaction,
  order: {
    readonly campaignId: string;
    readonly materialId: string;
    readonly lotNumber: string;
    readonly funding: readonly FundingShare[];
  },
): Promise<void> {
  const known = await findLotFunding(tx, order);
  if (known !== undefined && !isSameFunding(known, order.funding))
    throw refuseFundingOf(order.lotNumber, known);
}

async function refuseDuplicate(lotNumber: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw readViolation(error) === 'unique' ? duplicateOrder(lotNumber) : error;
  }
}

function duplicateOrder(lotNumber: string): Problem {
  const message = {
    en: `There is a print order for ${lotNumber} of this campaign and material already. Change that one, or give another lot number.`,
    sr: `Već postoji nalog za štampu ${lotNumber} ove kampanje i materijala. Izmenite postojeći ili navedite drugi broj serije.`,
  };
  return new Problem('duplicate', { errors: [{ path: 'lotNumber', message }] });
}

function refuseOtherRun(): Problem {
  return new Problem('conflict', {
    detail: {
      en: 'Something was received of this print run already: its lot number and funding stay. Make another order.',
      sr: 'Od ove serije je već nešto primljeno: njen broj i finansiranje ostaju. Napravite drugi nalog.',
    },
  });
}

function refuseClosing(order: PrintOrderDto): Problem {
  return new Problem('illegal_transition', {
    detail: {
      en: `The print order is ${order.state}: nothing is expected of it any more.`,
      sr: `Nalog za štampu je u stanju „${order.state}“: od njega se više ništa ne očekuje.`,
    },
    extra: { state: order.state, allowed: [] },
  });
}
