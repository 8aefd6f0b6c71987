import { Injectable } from '@nestjs/common';
import type { ProofGrade } from '../delivery/proof.js';
import { StandingWords } from '../delivery/standing-words.service.js';
import type { TransportMode } from '../distribution/transport-mode.js';
import { Shipments } from '../distribution/shipments.service.js';
import { WarehouseService } from '../places/warehouse.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { LedgerSums } from '../stock/ledger-sums.service.js';
import type { Instant } from '../time.js';
import { type Arrival, gatherArrivals } from './distribution-list.js';

/** A consignment or issue that brought pieces to a point, and who brought them. */
export interface DescribedArrival {
  readonly consignmentId?: string;
  readonly issueId?: string;
  readonly batchId?: string;
  readonly waybillNumber?: string;
  readonly mode?: TransportMode;
  readonly by?: string;
  readonly delivered: number;
  readonly firstDeliveredAt: Instant;
  readonly lastDeliveredAt: Instant;
  readonly proof: ProofGrade;
}

interface ArrivalRow extends Arrival {
  readonly deliveryPointId: string;
  readonly materialId: string;
}

/** What the distribution list tells of each delivery, for the points of one page. */
@Injectable()
export class PointArrivals {
  constructor(
    private readonly shipments: Shipments,
    private readonly words: StandingWords,
    private readonly sums: LedgerSums,
    private readonly warehouses: WarehouseService,
  ) {}

  /**
   * By point and material (`POINT MATERIAL`), the latest first.
   * @param where conditions on `coverage_delivery d`
   */
  async read(
    reader: Reader,
    pointIds: readonly string[],
    where: readonly Sql[],
  ): Promise<Map<string, DescribedArrival[]>> {
    const rows = await reader.query<ArrivalRow>(
      sql`SELECT d.delivery_point_id AS "deliveryPointId", d.material_id AS "materialId",
          d.consignment_id AS "consignmentId", d.cause_id AS "causeId", SUM(d.quantity) AS quantity,
          MIN(d.occurred_at) AS "firstAt", MAX(d.occurred_at) AS "lastAt"
        FROM coverage_delivery d
        ${sql.where([sql.isIn(reader.engine, sql`d.delivery_point_id`, pointIds), ...where])}
        GROUP BY d.delivery_point_id, d.material_id, d.consignment_id, d.cause_id`,
    );
    const sources = await this.readSources(reader, rows);
    const arrivals = new Map<string, ArrivalRow[]>();
    for (const row of rows) {
      const key = `${row.deliveryPointId} ${row.materialId}`;
      arrivals.set(key, [...(arrivals.get(key) ?? []), row]);
    }
    return new Map(
      [...arrivals].map(([key, own]) => [
        key,
        gatherArrivals(own).map((arrival) => describeArrival(arrival, sources)),
      ]),
    );
  }

  private async readSources(reader: Reader, rows: readonly ArrivalRow[]): Promise<Sources> {
    const consignmentIds = [...new Set(rows.flatMap((row) => row.consignmentId ?? []))];
    const issueIds = rows.flatMap((row) => (row.consignmentId === null ? [row.causeId] : []));
    const issuers = issueIds.length === 0 ? new Map() : await this.sums.issuers(reader, issueIds);
    const warehouses = issuers.size === 0 ? [] : await this.warehouses.all(reader);
    const nameOf = new Map(warehouses.map(({ id, name }) => [id, name]));
    return {
      transports: await this.readTransports(reader, consignmentIds),
      grades: await this.words.grades(reader, consignmentIds),
      issuerNames: new Map(
        [...issuers].map(([issueId, warehouseId]) => [issueId, nameOf.get(warehouseId)]),
      ),
    };
  }

  private async readTransports(
    reader: Reader,
    consignmentIds: readonly string[],
  ): Promise<Map<string, Transport>> {
    const consignments = await this.shipments.load(reader, { consignmentIds });
    const batchIds = [...new Set(consignments.map(({ batchId }) => batchId))];
    const batches = await this.shipments.findBatches(reader, batchIds);
    const batchOf = new Map(batches.map((batch) => [batch.id, batch]));
    return new Map(
      consignments.map(({ id, batchId, waybillNumber }) => {
        const { mode, carrier, driver } = batchOf.get(batchId)!;
        return [id, { batchId, waybillNumber, mode, carrier, driver }];
      }),
    );
  }
}

interface Transport {
  readonly batchId: string;
  readonly waybillNumber: string;
  readonly mode: TransportMode;
  readonly carrier: string | null;
  readonly driver: string | null;
}

interface Sources {
  readonly transports: ReadonlyMap<string, Transport>;
  readonly grades: ReadonlyMap<string, ProofGrade>;
  readonly issuerNames: ReadonlyMap<string, string | undefined>;
}

/** What no confirmation stands for (an issue, a resolved discrepancy) rests on the office's word. */
function describeArrival(arrival: Arrival, sources: Sources): DescribedArrival {
  const { consignmentId, causeId, quantity, firstAt, lastAt } = arrival;
  const pieces = { delivered: quantity, firstDeliveredAt: firstAt, lastDeliveredAt: lastAt };
  if (consignmentId === null) {
    const by = sources.issuerNames.get(causeId);
    return { issueId: causeId, ...(by === undefined ? {} : { by }), ...pieces, proof: 'office' };
  }
  const transport = sources.transports.get(consignmentId);
  const by = transport?.carrier ?? transport?.driver;
  return {
    consignmentId,
    ...(transport === undefined
      ? {}
      : {
          batchId: transport.batchId,
          waybillNumber: transport.waybillNumber,
          mode: transport.mode,
        }),
    ...(by === undefined || by === null ? {} : { by }),
    ...pieces,
    proof: sources.grades.get(consignmentId) ?? 'office',
  };
}
