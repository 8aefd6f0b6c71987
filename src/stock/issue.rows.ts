import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { IssueDto, IssueLineDto, IssueTargetDto } from './dto/issue.dto.js';
import { viewMovement } from './movement-view.js';
import { selectMovements } from './movement.rows.js';

export interface IssueRow {
  readonly id: string;
  readonly campaignId: string;
  readonly warehouseId: string;
  readonly deliveryPointId: string | null;
  readonly municipalityCode: string;
  readonly occasion: string | null;
  readonly receivedBy: string | null;
  readonly estimated: boolean | number;
  readonly note: string | null;
  readonly actorId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly reversed: boolean | number;
}

export const ISSUE_COLUMNS: Sql = sql`i.id AS "id", i.campaign_id AS "campaignId",
  i.warehouse_id AS "warehouseId", i.delivery_point_id AS "deliveryPointId",
  i.municipality_code AS "municipalityCode", i.occasion AS "occasion", i.received_by AS "receivedBy",
  i.estimated AS "estimated", i.note AS "note", i.actor_id AS "actorId",
  i.occurred_at AS "occurredAt", i.recorded_at AS "recordedAt", EXISTS (SELECT 1 FROM reversal v
    WHERE v.cause_kind = 'issue' AND v.cause_id = i.id) AS "reversed"`;

/** @throws Problem `not_found` */
export async function readIssue(reader: Reader, id: string): Promise<IssueDto> {
  const row = await reader.one<IssueRow>(
    sql`SELECT ${ISSUE_COLUMNS} FROM issue i WHERE i.id = ${id}`,
  );
  if (row === undefined) throw new Problem('not_found');
  return (await completeIssues(reader, [row]))[0]!;
}

/** With lines and movements, in two statements for any number of issues. */
export async function completeIssues(
  reader: Reader,
  rows: readonly IssueRow[],
): Promise<IssueDto[]> {
  const ids = rows.map(({ id }) => id);
  const lines = await reader.query<{
    issueId: string;
    materialId: string;
    lotId: string | null;
    quantity: number;
  }>(sql`
    SELECT issue_id AS "issueId", material_id AS "materialId", lot_id AS "lotId", quantity AS "quantity"
    FROM issue_line WHERE ${sql.isIn(reader.engine, sql.raw('issue_id'), ids)}
    ORDER BY issue_id, position`);
  const movements = await selectMovements(reader, [
    sql`m.cause_kind = 'issue'`,
    sql.isIn(reader.engine, sql.raw('m.cause_id'), ids),
  ]);
  return rows.map((row) => ({
    id: row.id,
    campaignId: row.campaignId,
    warehouseId: row.warehouseId,
    to: targetOf(row),
    lines: lines
      .filter(({ issueId }) => issueId === row.id)
      .map(({ materialId, lotId, quantity }): IssueLineDto => ({
        materialId,
        ...(lotId === null ? {} : { lotId }),
        quantity,
      })),
    estimated: Boolean(row.estimated),
    ...(row.receivedBy === null ? {} : { receivedBy: row.receivedBy }),
    ...(row.note === null ? {} : { note: row.note }),
    actorId: row.actorId,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    reversed: Boolean(row.reversed),
    movements: movements.filter(({ cause }) => cause.id === row.id).map(viewMovement),
  }));
}

function targetOf(row: IssueRow): IssueTargetDto {
  return row.deliveryPointId === null
    ? { municipalityCode: row.municipalityCode, occasion: row.occasion! }
    : { deliveryPointId: row.deliveryPointId };
}
