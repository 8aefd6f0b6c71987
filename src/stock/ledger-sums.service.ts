import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { addTime, type Instant } from '../time.js';

/** As of a moment (what is dated at or before it), as known at an instant or at a movement's sequence number. */
export interface LedgerMoment {
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
  readonly knownSequence?: number | undefined;
}

export interface SumsRequest extends LedgerMoment {
  readonly campaignId: string;
}

/** Pieces of one print run in one municipality, added up from the movements. */
export interface CellSum {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly inTransit: number;
  readonly delivered: number;
  /** Of `delivered`: on or after `from`. */
  readonly deliveredSince: number;
  readonly damaged: number;
  readonly lost: number;
  readonly firstDeliveredAt: Instant | null;
  readonly lastDeliveredAt: Instant | null;
}

export interface PlannedSum {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly planned: number;
}

export interface PointSum {
  readonly deliveryPointId: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly delivered: number;
}

/** What of a consignment's line was under way at the moment. */
export interface TransitSum {
  readonly consignmentId: string;
  readonly materialId: string;
  readonly inTransit: number;
  /** Brought back to a warehouse until then. */
  readonly returned: number;
}

export interface LotFacts {
  readonly lotId: string;
  readonly lotNumber: string;
  readonly materialId: string;
  /** Withdrawn by the moment, as known then; null: not. */
  readonly withdrawnAt: Instant | null;
  readonly funding: readonly { readonly funder: string; readonly percent: number }[];
}

/**
 * The ledger's entries added up as of any moment, and as they were known at any moment: for reports about the past. What is
 * needed of the present is in the projections. All that it reads are entries; the time it takes grows with them.
 */
@Injectable()
export class LedgerSums {
  async cells(
    reader: Reader,
    request: SumsRequest & { readonly from?: Instant | undefined },
  ): Promise<CellSum[]> {
    const delivered = sql`(${flow('delivered:')} + ${flow('handed_out:')})`;
    const since =
      request.from === undefined
        ? delivered
        : sql`CASE WHEN m.occurred_at >= ${request.from} THEN ${delivered} ELSE 0 END`;
    const standing = sql`CASE WHEN reversal.id IS NULL
      AND (m.to_account LIKE 'delivered:%' OR m.to_account LIKE 'handed_out:%')
      THEN m.occurred_at END`;
    return reader.query<CellSum>(
      sql`SELECT m.municipality_code AS "municipalityCode", m.material_id AS "materialId",
          m.lot_id AS "lotId", SUM(${flow('in_transit:')}) AS "inTransit",
          SUM(${delivered}) AS delivered, SUM(${since}) AS "deliveredSince",
          SUM(${flow('damaged')}) AS damaged, SUM(${flow('lost')}) AS lost,
          MIN(${standing}) AS "firstDeliveredAt", MAX(${standing}) AS "lastDeliveredAt"
        FROM movement m
        LEFT JOIN movement reversal ON ${sql.join(
          [sql`reversal.reverses = m.id`, ...boundsOf('reversal', request)],
          ' AND ',
        )}
        ${whereOf(request, sql`m.municipality_code IS NOT NULL`)}
        GROUP BY m.municipality_code, m.material_id, m.lot_id`,
    );
  }

  /** Reservations happen when they are recorded, so both moments bound the same time. */
  async planned(reader: Reader, request: SumsRequest): Promise<PlannedSum[]> {
    const recorded = [request.asOf, request.knownAt].flatMap((moment) =>
      moment === undefined ? [] : [sql`r.recorded_at <= ${moment}`],
    );
    const known =
      request.knownSequence === undefined
        ? []
        : [sql`r.chain_sequence <= ${request.knownSequence}`];
    return reader.query<PlannedSum>(
      sql`SELECT r.municipality_code AS "municipalityCode", r.material_id AS "materialId",
          r.lot_id AS "lotId",
          SUM(CASE WHEN r.kind = 'reserve' THEN r.quantity ELSE -r.quantity END) AS planned
        FROM reservation r
        ${sql.where([sql`r.campaign_id = ${request.campaignId}`, ...recorded, ...known])}
        GROUP BY r.municipality_code, r.material_id, r.lot_id`,
    );
  }

  async points(reader: Reader, request: SumsRequest): Promise<PointSum[]> {
    return reader.query<PointSum>(
      sql`SELECT m.delivery_point_id AS "deliveryPointId", m.material_id AS "materialId",
          m.lot_id AS "lotId", SUM(${flow('delivered:')}) AS delivered
        FROM movement m ${whereOf(request, sql`m.delivery_point_id IS NOT NULL`)}
        GROUP BY m.delivery_point_id, m.material_id, m.lot_id`,
    );
  }

  /** Only lines of which something was under way. */
  async transits(reader: Reader, request: SumsRequest): Promise<TransitSum[]> {
    const returned = sql`CASE
      WHEN m.from_account LIKE 'in_transit:%' AND m.to_account LIKE 'warehouse:%' AND m.reverses IS NULL
        THEN m.quantity ELSE 0 END`;
    return reader.query<TransitSum>(
      sql`SELECT m.consignment_id AS "consignmentId", m.material_id AS "materialId",
          SUM(${flow('in_transit:')}) AS "inTransit", SUM(${returned}) AS returned
        FROM movement m ${whereOf(request, sql`m.consignment_id IS NOT NULL`)}
        GROUP BY m.consignment_id, m.material_id
        HAVING SUM(${flow('in_transit:')}) > 0`,
    );
  }

  /** Pieces in all warehouses, by print run; of the present where no moment is named. */
  async onHand(
    reader: Reader,
    request: SumsRequest,
  ): Promise<{ lotId: string; materialId: string; onHand: number }[]> {
    const isPresent =
      request.asOf === undefined &&
      request.knownAt === undefined &&
      request.knownSequence === undefined;
    return reader.query<{ lotId: string; materialId: string; onHand: number }>(
      isPresent
        ? sql`SELECT l.id AS "lotId", l.material_id AS "materialId", SUM(b.on_hand) AS "onHand"
            FROM lot l JOIN balance b ON b.lot_id = l.id
            WHERE l.campaign_id = ${request.campaignId} AND b.account LIKE 'warehouse:%'
            GROUP BY l.id, l.material_id`
        : sql`SELECT m.lot_id AS "lotId", m.material_id AS "materialId",
              SUM(${flow('warehouse:')}) AS "onHand"
            FROM movement m ${whereOf(request)} GROUP BY m.lot_id, m.material_id`,
    );
  }

  /** The campaign's print runs, and whether they were withdrawn by the moment. */
  async lots(reader: Reader, request: SumsRequest): Promise<LotFacts[]> {
    const withdrawn = [
      sql`c.lot_id = l.id`,
      sql`c.to_state = 'withdrawn'`,
      ...(request.asOf === undefined ? [] : [sql`c.occurred_at <= ${request.asOf}`]),
      ...(request.knownAt === undefined ? [] : [sql`c.recorded_at <= ${request.knownAt}`]),
    ];
    const lots = await reader.query<Omit<LotFacts, 'funding'>>(
      sql`SELECT l.id AS "lotId", l.lot_number AS "lotNumber", l.material_id AS "materialId",
          (SELECT MIN(c.occurred_at) FROM lot_state_change c${sql.where(withdrawn)}) AS "withdrawnAt"
        FROM lot l WHERE l.campaign_id = ${request.campaignId} ORDER BY l.lot_number, l.id`,
    );
    const shares = await reader.query<{ lotId: string; funder: string; percent: number }>(
      sql`SELECT f.lot_id AS "lotId", f.funder, f.percent
        FROM lot_funding f JOIN lot l ON l.id = f.lot_id
        WHERE l.campaign_id = ${request.campaignId} ORDER BY f.lot_id, f.percent DESC, f.funder`,
    );
    const fundingOf = new Map<string, { funder: string; percent: number }[]>();
    for (const { lotId, funder, percent } of shares) {
      fundingOf.set(lotId, [...(fundingOf.get(lotId) ?? []), { funder, percent }]);
    }
    return lots.map((lot) => ({ ...lot, funding: fundingOf.get(lot.lotId) ?? [] }));
  }

  /** From which warehouse each issue was. */
  async issuers(reader: Reader, issueIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await reader.query<{ id: string; warehouseId: string }>(
      sql`SELECT i.id, i.warehouse_id AS "warehouseId" FROM issue i
        WHERE ${sql.isIn(reader.engine, sql`i.id`, issueIds)}`,
    );
    return new Map(rows.map(({ id, warehouseId }) => [id, warehouseId]));
  }

  /** The sequence of the last movement there is; 0 before the first. */
  async headSequence(reader: Reader): Promise<number> {
    const head = await reader.one<{ sequence: number }>(
      sql`SELECT sequence FROM chain_head WHERE id = 1`,
    );
    return head?.sequence ?? 0;
  }

  /** The sequence of the last movement recorded at or before the instant. */
  async sequenceAt(reader: Reader, instant: Instant): Promise<number> {
    const last = await reader.one<{ sequence: number | null }>(
      sql`SELECT MAX(sequence) AS sequence FROM movement WHERE recorded_at <= ${instant}`,
    );
    return last?.sequence ?? 0;
  }

  /**
   * The last instant at which the chain stood at the sequence: what other facts had to be recorded by, to be known then.
   * Undefined at the head, where it is now.
   */
  async lastInstantAt(reader: Reader, sequence: number): Promise<Instant | undefined> {
    const rows = await reader.query<{ sequence: number; recordedAt: Instant }>(
      sql`SELECT sequence, recorded_at AS "recordedAt" FROM movement
        WHERE sequence IN (${sequence}, ${sequence + 1}) ORDER BY sequence`,
    );
    const next = rows.find((row) => row.sequence === sequence + 1);
    if (next === undefined) return undefined;
    const own = rows.find((row) => row.sequence === sequence);
    const before = addTime(next.recordedAt, -1);
    return own !== undefined && own.recordedAt > before ? own.recordedAt : before;
  }
}

/** What movements `m` add to accounts of a kind, less what they take from them. */
function flow(kind: string): Sql {
  const isKind = (column: string): string =>
    kind.endsWith(':') ? `${column} LIKE '${kind}%'` : `${column} = '${kind}'`;
  return sql.raw(`(CASE WHEN ${isKind('m.to_account')} THEN m.quantity ELSE 0 END
    - CASE WHEN ${isKind('m.from_account')} THEN m.quantity ELSE 0 END)`);
}

function boundsOf(alias: string, moment: LedgerMoment): Sql[] {
  const bound = (column: string, value: string | number | undefined): Sql[] =>
    value === undefined ? [] : [sql`${sql.raw(`${alias}.${column}`)} <= ${value}`];
  return [
    ...bound('occurred_at', moment.asOf),
    ...bound('recorded_at', moment.knownAt),
    ...bound('sequence', moment.knownSequence),
  ];
}

function whereOf(request: SumsRequest, ...more: readonly Sql[]): Sql {
  return sql.where([
    sql`m.campaign_id = ${request.campaignId}`,
    ...more,
    ...boundsOf('m', request),
  ]);
}
