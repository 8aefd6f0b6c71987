import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import { type PaperKind, requirePrintable } from './paper-readiness.js';
import { type PaperReferenceBook, PaperReferences } from './paper-references.service.js';
import { ShipmentScope } from './shipment-scope.service.js';
import { type BatchRow, type ConsignmentRow, Shipments } from './shipments.service.js';

/** What somebody wants on paper: a batch, or one consignment of it. */
export interface PaperWish {
  readonly kind: PaperKind;
  readonly batchId: string;
  readonly consignmentId: string | undefined;
}

export interface PaperConsignment extends ConsignmentRow {
  /** The numbers of its packages, in order; none before it is packed. */
  readonly packageNumbers: readonly number[];
}

export interface PaperContent extends PaperReferenceBook {
  readonly batch: BatchRow;
  readonly consignments: readonly PaperConsignment[];
}

/** What stands on paper, as it is at one moment, in a constant number of statements. */
@Injectable()
export class PaperContents {
  constructor(
    private readonly reads: ReadConnection,
    private readonly scope: ShipmentScope,
    private readonly shipments: Shipments,
    private readonly references: PaperReferences,
  ) {}

  /**
   * The consignments that the actor sees, as in the batch's own list.
   *
   * @throws Problem `not_found`, `illegal_transition`
   */
  load(actor: Actor, wish: PaperWish): Promise<PaperContent> {
    return this.reads.snapshot(async (reader) => {
      const batch = await this.requireBatch(reader, actor, wish.batchId);
      requirePrintable(wish.kind, batch.state);
      const rows = await this.loadConsignments(reader, actor, wish);
      const packages = await loadPackages(reader, rows);
      return {
        batch,
        consignments: rows.map((row) => ({ ...row, packageNumbers: packages.get(row.id) ?? [] })),
        ...(await this.references.load(reader, batch, rows)),
      };
    });
  }

  private async requireBatch(reader: Reader, actor: Actor, batchId: string): Promise<BatchRow> {
    const where = [sql`b.id = ${batchId}`, ...this.scope.restrictBatches(reader, actor)];
    const seen = await reader.one(sql`SELECT b.id FROM batch b${sql.where(where)}`);
    if (seen === undefined) throw new Problem('not_found');
    return this.shipments.requireBatch(reader, batchId);
  }

  private async loadConsignments(
    reader: Reader,
    actor: Actor,
    { batchId, consignmentId }: PaperWish,
  ): Promise<ConsignmentRow[]> {
    const rows = await this.shipments.load(
      reader,
      consignmentId === undefined ? { batchId } : { consignmentIds: [consignmentId] },
    );
    const own = this.scope.municipalitiesOf(actor);
    const seen = rows.filter(
      (row) => row.batchId === batchId && (own?.includes(row.municipalityCode) ?? true),
    );
    if (seen.length === 0) throw refuseOtherConsignment();
    return seen;
  }
}

async function loadPackages(
  reader: Reader,
  rows: readonly ConsignmentRow[],
): Promise<Map<string, number[]>> {
  const ids = rows.map(({ id }) => id);
  const packages = await reader.query<{ consignmentId: string; number: number }>(
    sql`SELECT consignment_id AS "consignmentId", number FROM package
      WHERE ${sql.isIn(reader.engine, sql`consignment_id`, ids)} ORDER BY number`,
  );
  const numbers = new Map<string, number[]>(ids.map((id) => [id, []]));
  for (const { consignmentId, number } of packages) numbers.get(consignmentId)!.push(number);
  return numbers;
}

function refuseOtherConsignment(): Problem {
  return new Problem('not_found', {
    detail: {
      en: 'This consignment is not in the batch. Take its id from the batch, or leave it out to print all.',
      sr: 'Ova pošiljka nije u turi. Uzmite njenu oznaku iz ture ili je izostavite da odštampate sve.',
    },
  });
}
