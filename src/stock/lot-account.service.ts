import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { assertSeesCampaign } from '../campaigns/campaign-access.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { LotDto, LotQuery } from './dto/lot.dto.js';
import { countExpected } from './lot-account.js';
import { LotService } from './lot.service.js';
import { equals, inCampaignsOf } from './stock.query.js';

type LotRow = Omit<LotDto, 'funding' | 'expected'> & {
  readonly ordered: number;
  readonly closedShort: boolean | number;
};

/** Every leaflet accounted for: a print run's account, in one query, now or as of any moment. */
@Injectable()
export class LotAccountService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly lots: LotService,
  ) {}

  /** Oldest first. */
  async list(query: LotQuery, actor: Actor): Promise<Page<LotDto>> {
    const where = [
      ...inCampaignsOf(this.reads.engine, actor, sql`l.campaign_id`),
      ...equals(sql`l.campaign_id`, query.campaign),
      ...equals(sql`l.material_id`, query.material),
      ...equals(sql`l.lot_number`, query.lotNumber),
      ...equals(stateOf(query.asOf), query.state),
      ...(query.asOf === undefined ? [] : [sql`l.first_receipt_at <= ${query.asOf}`]),
    ];
    const page = await readPage<LotRow>(this.reads, {
      select: columnsOf(query.asOf),
      from: accountsOf(query.asOf, sql`SELECT l.id FROM lot l${sql.where(where)}`),
      where,
      order: [{ column: 'firstReceiptAt' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
    });
    return { ...page, items: await this.complete(this.reads, page.items) };
  }

  /** @throws Problem `not_found` */
  async get(
    id: string,
    actor: Actor,
    choice: { asOf?: Instant | undefined; reader?: Reader } = {},
  ): Promise<LotDto> {
    const reader = choice.reader ?? this.reads;
    const row = await reader.one<LotRow>(sql`
      SELECT ${columnsOf(choice.asOf)} FROM ${accountsOf(choice.asOf, sql`SELECT ${id}`)}
      WHERE l.id = ${id}`);
    if (row === undefined) throw new Problem('not_found');
    assertSeesCampaign(actor, row.campaignId);
    return (await this.complete(reader, [row]))[0]!;
  }

  private async complete(reader: Reader, rows: readonly LotRow[]): Promise<LotDto[]> {
    const funding = await this.lots.funding(
      reader,
      rows.map(({ id }) => id),
    );
    return rows.map(({ ordered, closedShort, ...row }) => ({
      ...row,
      funding: funding.get(row.id) ?? [],
      expected: countExpected({
        quantity: ordered,
        received: row.printed,
        closedShort: Boolean(closedShort),
      }),
    }));
  }
}

/** Figures of the accounts by their columns, and how the account's name begins. */
const FIGURES = [
  ['printed', 'supplier', '-'],
  ['onHand', 'warehouse:', ''],
  ['inTransit', 'in_transit:', ''],
  ['delivered', 'delivered:', ''],
  ['handedOut', 'handed_out:', ''],
  ['damaged', 'damaged', ''],
  ['lost', 'lost', ''],
  ['disposed', 'disposed', ''],
  ['adjusted', 'adjustment', ''],
] as const;

function columnsOf(asOf: Instant | undefined): Sql {
  const figures = FIGURES.map(([name]) =>
    sql.raw(`COALESCE(f.${name.toLowerCase()}, 0) AS "${name}"`),
  );
  return sql`l.id AS "id", l.campaign_id AS "campaignId", l.material_id AS "materialId",
    l.lot_number AS "lotNumber", ${stateOf(asOf)} AS "state", ${withdrawnAtOf(asOf)} AS "withdrawnAt",
    l.first_receipt_at AS "firstReceiptAt", ${sql.join(figures)},
    COALESCE(o.quantity, 0) AS "ordered", ${closedShortOf(asOf)} AS "closedShort"`;
}

function accountsOf(asOf: Instant | undefined, lotIds: Sql): Sql {
  const sums = FIGURES.map(([name, begins, sign]) =>
    sql.raw(
      `${sign}SUM(CASE WHEN SUBSTR(account, 1, ${begins.length}) = '${begins}' THEN on_hand ELSE 0 END) AS ${name.toLowerCase()}`,
    ),
  );
  return sql`lot l
    LEFT JOIN (SELECT lot_id, ${sql.join(sums)} FROM ${entriesOf(asOf, lotIds)} AS entry
      GROUP BY lot_id) AS f ON f.lot_id = l.id
    LEFT JOIN print_order o ON o.campaign_id = l.campaign_id AND o.material_id = l.material_id
      AND o.lot_number = l.lot_number${asOf === undefined ? sql.empty : sql` AND o.created_at <= ${asOf}`}`;
}

function entriesOf(asOf: Instant | undefined, lotIds: Sql): Sql {
  if (asOf === undefined)
    return sql`(SELECT lot_id, account, on_hand FROM balance WHERE lot_id IN (${lotIds}))`;
  return sql`(SELECT lot_id, from_account AS account, -quantity AS on_hand FROM movement
      WHERE occurred_at <= ${asOf} AND lot_id IN (${lotIds})
    UNION ALL SELECT lot_id, to_account, quantity FROM movement
      WHERE occurred_at <= ${asOf} AND lot_id IN (${lotIds}))`;
}

/** What had been decided about the lot by then. */
export function stateOf(asOf: Instant | undefined): Sql {
  if (asOf === undefined) return sql`l.state`;
  return sql`COALESCE((SELECT c.to_state FROM lot_state_change c
    WHERE c.lot_id = l.id AND c.occurred_at <= ${asOf}
    ORDER BY c.occurred_at DESC, c.recorded_at DESC, c.id DESC LIMIT 1), 'usable')`;
}

function withdrawnAtOf(asOf: Instant | undefined): Sql {
  if (asOf === undefined) return sql`l.withdrawn_at`;
  return sql`CASE WHEN l.withdrawn_at <= ${asOf} THEN l.withdrawn_at END`;
}

function closedShortOf(asOf: Instant | undefined): Sql {
  if (asOf === undefined) return sql`(o.closed_short_at IS NOT NULL)`;
  return sql`(o.closed_short_at IS NOT NULL AND o.closed_short_at <= ${asOf})`;
}
