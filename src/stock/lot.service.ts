import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { warehouseAccount } from './account.js';
import type { FundingShare } from './funding.js';
import { compareLots, type AvailableLot, type LotState } from './lot.js';

/** What other capabilities know of a print run. */
export interface LotBrief {
  readonly id: string;
  readonly lotNumber: string;
  readonly materialId: string;
  readonly campaignId: string;
  readonly state: LotState;
  readonly funding: readonly FundingShare[];
  /** From then on its pieces count as withdrawn, no longer as delivered. */
  readonly withdrawnAt: Instant | null;
}

export interface AvailabilityQuestion {
  readonly warehouseId: string;
  readonly campaignId: string;
  readonly materialIds: readonly string[];
}

type AvailableRow = Omit<AvailableLot, 'available'> & { readonly firstReceiptAt: Instant };

/** Print runs, as other capabilities ask for them. */
@Injectable()
export class LotService {
  /**
   * The usable lots of a campaign in a warehouse, oldest first, with what nobody has reserved. Their balances stay locked to
   * the end of the transaction, and nobody blocks the lots meanwhile.
   */
  async available(tx: Transaction, question: AvailabilityQuestion): Promise<AvailableLot[]> {
    const wanted = sql`l.campaign_id = ${question.campaignId} AND l.state = 'usable'
      AND ${sql.isIn(tx.engine, sql.raw('l.material_id'), question.materialIds)}`;
    // Lots before balances, in every command: else a receipt, which holds its lot first, would meet us halfway.
    if (tx.engine === 'postgres')
      await tx.query(sql`SELECT l.id FROM lot l WHERE ${wanted} ORDER BY l.id FOR SHARE`);
    const lock = tx.engine === 'postgres' ? sql` FOR UPDATE OF b` : sql.empty;
    const rows = await tx.query<AvailableRow>(sql`
      SELECT l.id AS "lotId", l.lot_number AS "lotNumber", l.material_id AS "materialId",
        l.first_receipt_at AS "firstReceiptAt", b.on_hand AS "onHand", b.reserved AS "reserved"
      FROM balance b JOIN lot l ON l.id = b.lot_id
      WHERE b.account = ${warehouseAccount(question.warehouseId)} AND b.consignment_id = ''
        AND ${wanted}
      ORDER BY b.lot_id${lock}`);
    return rows.sort(compareLots).map(({ lotId, lotNumber, materialId, onHand, reserved }) => ({
      lotId,
      lotNumber,
      materialId,
      onHand,
      reserved,
      available: onHand - reserved,
    }));
  }

  async briefs(reader: Reader, lotIds: readonly string[]): Promise<Map<string, LotBrief>> {
    const ids = [...new Set(lotIds)];
    if (ids.length === 0) return new Map();
    const lots = await reader.query<Omit<LotBrief, 'funding'>>(sql`
      SELECT id AS "id", lot_number AS "lotNumber", material_id AS "materialId",
        campaign_id AS "campaignId", state AS "state", withdrawn_at AS "withdrawnAt"
      FROM lot WHERE ${sql.isIn(reader.engine, sql.raw('id'), ids)}`);
    const funding = await this.funding(reader, ids);
    return new Map(lots.map((lot) => [lot.id, { ...lot, funding: funding.get(lot.id) ?? [] }]));
  }

  /** Every print run of a campaign, oldest first. */
  async ofCampaign(reader: Reader, campaignId: string): Promise<LotBrief[]> {
    const rows = await reader.query<{ lotId: string; firstReceiptAt: Instant }>(sql`
      SELECT id AS "lotId", first_receipt_at AS "firstReceiptAt" FROM lot
      WHERE campaign_id = ${campaignId}`);
    const ids = rows.sort(compareLots).map(({ lotId }) => lotId);
    const briefs = await this.briefs(reader, ids);
    return ids.map((id) => briefs.get(id)!);
  }

  /** The shares of each lot's funders, by their names. */
  async funding(reader: Reader, lotIds: readonly string[]): Promise<Map<string, FundingShare[]>> {
    const rows = await reader.query<FundingShare & { lotId: string }>(sql`
      SELECT lot_id AS "lotId", funder AS "funder", percent AS "percent" FROM lot_funding
      WHERE ${sql.isIn(reader.engine, sql.raw('lot_id'), lotIds)} ORDER BY lot_id, funder`);
    const shares = new Map<string, FundingShare[]>(lotIds.map((id) => [id, []]));
    for (const { lotId, funder, percent } of rows) shares.get(lotId)!.push({ funder, percent });
    return shares;
  }

  /**
   * Holds the lots as they are to the end of the transaction.
   *
   * @throws Problem `lot_not_usable` that names each that is blocked or withdrawn
   */
  async requireUsable(tx: Transaction, lotIds: readonly string[]): Promise<void> {
    const lock = tx.engine === 'postgres' ? sql` FOR SHARE` : sql.empty;
    const lots = await tx.query<{ lotNumber: string; state: LotState }>(sql`
      SELECT lot_number AS "lotNumber", state AS "state" FROM lot
      WHERE ${sql.isIn(tx.engine, sql.raw('id'), [...new Set(lotIds)])} ORDER BY id${lock}`);
    const unusable = lots.filter((lot) => lot.state !== 'usable');
    if (unusable.length > 0) throw refuseUnusable(unusable);
  }
}

export function refuseUnusable(
  lots: readonly { readonly lotNumber: string; readonly state: LotState }[],
): Problem {
  return new Problem('lot_not_usable', {
    errors: lots.map(({ lotNumber, state }) => ({
      path: 'lotId',
      message: {
        en: `Print run ${lotNumber} is ${state}. Release it, or take another.`,
        sr: `Serija ${lotNumber} je ${state === 'blocked' ? 'blokirana' : 'povučena'}. Oslobodite je ili uzmite drugu.`,
      },
    })),
  });
}
