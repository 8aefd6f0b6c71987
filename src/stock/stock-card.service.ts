import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import { kindOfAccount, ownerOfAccount, parseAccount, type Account } from './account.js';
import type { StockCardQuery, StockCardRowDto } from './dto/movement.dto.js';
import { maskPoint, viewMovement } from './movement-view.js';
import { MOVEMENT_COLUMNS, readMovementRow, type MovementRow } from './movement.rows.js';
import { equals, happenedBetween, inCampaignsOf } from './stock.query.js';
import { StockVisibility } from './stock-visibility.service.js';

type CardRow = MovementRow & { readonly balance: number | null };

/** The stock card: every movement, of an account with what lay in it after each. */
@Injectable()
export class StockCardService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly visibility: StockVisibility,
  ) {}

  /** In the order of recording. @throws Problem `malformed` where the account is none */
  async list(query: StockCardQuery, actor: Actor): Promise<Page<StockCardRowDto>> {
    const account = await this.readAccount(query.account, actor);
    const page = await readPage<CardRow>(this.reads, {
      select: sql`${MOVEMENT_COLUMNS}, ${account === undefined ? sql`NULL` : sql`m.balance`} AS "balance"`,
      from: account === undefined ? sql`movement m` : runningBalance(account, query),
      where: [
        ...inCampaignsOf(this.reads.engine, actor, sql`m.campaign_id`),
        ...equals(sql`m.campaign_id`, query.campaign),
        ...equals(sql`m.material_id`, query.material),
        ...equals(sql`m.lot_id`, query.lot),
        ...equals(sql`m.batch_id`, query.batch),
        ...equals(sql`m.cause_kind`, query.cause),
        ...happenedBetween(sql`m.occurred_at`, query.from, query.to),
      ],
      order: [{ column: 'sequence', direction: query.sort === '-sequence' ? 'desc' : 'asc' }],
      limit: query.limit,
      cursor: query.cursor,
    });
    const ids = page.items.map((row) => row.deliveryPointId ?? undefined);
    const hidden = await this.visibility.hiddenAmong(this.reads, actor, ids);
    return { ...page, items: page.items.map((row) => showRow(row, hidden)) };
  }

  /** An account of a point that the reader may not know is one that nothing ever went to. */
  private async readAccount(text: string | undefined, actor: Actor): Promise<Account | undefined> {
    if (text === undefined) return undefined;
    if (parseAccount(text) === undefined) throw refuseAccount(text);
    const account = text as Account;
    if (kindOfAccount(account) !== 'delivered') return account;
    const hidden = await this.visibility.hiddenAmong(this.reads, actor, [ownerOfAccount(account)]);
    return hidden.size === 0 ? account : 'delivered:confidential';
  }
}

/** Movements of the account, each with the pieces of its material (of the lot, where one is asked for) in it after it. */
function runningBalance(account: Account, query: StockCardQuery): Sql {
  const where = [
    sql`(c.from_account = ${account} OR c.to_account = ${account})`,
    ...equals(sql`c.material_id`, query.material),
    ...equals(sql`c.lot_id`, query.lot),
  ];
  return sql`(SELECT c.*, SUM(CASE WHEN c.to_account = ${account} THEN c.quantity ELSE -c.quantity END)
      OVER (PARTITION BY c.material_id ORDER BY c.sequence) AS balance
    FROM movement c${sql.where(where)}) AS m`;
}

function showRow(row: CardRow, hidden: ReadonlySet<string>): StockCardRowDto {
  const movement = viewMovement(maskPoint(readMovementRow(row), hidden));
  return row.balance === null ? movement : { ...movement, balance: row.balance };
}

function refuseAccount(text: string): Problem {
  const message = {
    en: `"${text}" is no account. Write warehouse:ID, in_transit:BATCH, delivered:POINT, handed_out:MUNICIPALITY, supplier, damaged, lost, disposed or adjustment.`,
    sr: `„${text}“ nije konto. Napišite „warehouse:ID“, „in_transit:BATCH“, „delivered:POINT“, „handed_out:MUNICIPALITY“, „supplier“, „damaged“, „lost“, „disposed“ ili „adjustment“.`,
  };
  return new Problem('malformed', { errors: [{ path: 'account', message }] });
}
