import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { type MaterialBrief, MaterialService } from '../materials/material.service.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { seesConfidential, seesContacts } from '../places/visibility.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { LotService } from '../stock/lot.service.js';
import { findAssignee } from './assignments.service.js';
import { allowedSteps } from './batch-life.js';
import { countInTransit, stateOfConsignment } from './consignment-state.js';
import type { BatchDetailDto } from './dto/batch.dto.js';
import type {
  ConsignmentDetailDto,
  ConsignmentDto,
  ConsignmentLineDto,
  ConsignmentPointDto,
} from './dto/consignment.dto.js';
import { describePacking, labelPackage } from './packing.js';
import { ShipmentScope } from './shipment-scope.service.js';
import {
  type BatchRow,
  type ConsignmentLineRow,
  type ConsignmentRow,
  listLots,
  Shipments,
} from './shipments.service.js';

/** What the rows of consignments refer to, each asked for once. */
interface Context {
  readonly points: ReadonlyMap<string, DeliveryPointBrief>;
  readonly materials: ReadonlyMap<string, MaterialBrief>;
  readonly lotNumbers: ReadonlyMap<string, string>;
  readonly trackingNumbers: ReadonlyMap<string, string[]>;
}

/** How batches and consignments look to somebody, in a constant number of statements. */
@Injectable()
export class ShipmentViews {
  constructor(
    private readonly shipments: Shipments,
    private readonly scope: ShipmentScope,
    private readonly points: DeliveryPointService,
    private readonly materials: MaterialService,
    private readonly lots: LotService,
  ) {}

  /** The batch with those of its consignments that the actor sees. @throws Problem `not_found` */
  async showBatch(reader: Reader, actor: Actor, batchId: string): Promise<BatchDetailDto> {
    const batch = await this.shipments.requireBatch(reader, batchId);
    const all = await this.shipments.load(reader, { batchId: batch.id });
    const context = await this.loadContext(reader, all);
    const own = this.scope.municipalitiesOf(actor);
    const rows = all.filter((row) => {
      const point = context.points.get(row.deliveryPointId);
      if (point?.confidential === true && !seesConfidential(actor)) return false;
      return own?.includes(row.municipalityCode) ?? true;
    });
    const consignments = await this.detail(
      reader,
      actor,
      rows,
      new Map([[batch.id, batch]]),
      context,
    );
    return {
      ...batch,
      allowed: allowedSteps(batch.state),
      consignmentCount: consignments.length,
      pieces: consignments.reduce((sum, { packing }) => sum + packing.pieces, 0),
      delivered: consignments
        .flatMap(({ lines }) => lines)
        .reduce((sum, line) => sum + line.delivered, 0),
      municipalityCodes: [...new Set(rows.map((row) => row.municipalityCode))].sort(),
      consignments,
    };
  }

  /** Consignments of any batches, in the order of the ids. */
  async showConsignments(
    reader: Reader,
    actor: Actor,
    ids: readonly string[],
  ): Promise<ConsignmentDto[]> {
    const rows = await this.loadInOrder(reader, ids);
    const batches = await this.loadBatches(reader, rows);
    const context = await this.loadContext(reader, rows);
    return rows.map((row) => describe(actor, row, batches.get(row.batchId)!, context));
  }

  async showConsignment(reader: Reader, actor: Actor, id: string): Promise<ConsignmentDetailDto> {
    const rows = await this.loadInOrder(reader, [id]);
    const batches = await this.loadBatches(reader, rows);
    const context = await this.loadContext(reader, rows);
    return (await this.detail(reader, actor, rows, batches, context))[0]!;
  }

  private async loadInOrder(reader: Reader, ids: readonly string[]): Promise<ConsignmentRow[]> {
    const rows = await this.shipments.load(reader, { consignmentIds: ids });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  private async loadBatches(
    reader: Reader,
    rows: readonly ConsignmentRow[],
  ): Promise<Map<string, BatchRow>> {
    const ids = [...new Set(rows.map((row) => row.batchId))];
    const batches = await this.shipments.findBatches(reader, ids);
    return new Map(batches.map((batch) => [batch.id, batch]));
  }

  private async detail(
    reader: Reader,
    actor: Actor,
    rows: readonly ConsignmentRow[],
    batches: ReadonlyMap<string, BatchRow>,
    context: Context,
  ): Promise<ConsignmentDetailDto[]> {
    const ids = rows.map((row) => row.id);
    const packages = await reader.query<{ consignmentId: string; id: string; number: number }>(
      sql`SELECT consignment_id AS "consignmentId", id, number FROM package
        WHERE ${sql.isIn(reader.engine, sql`consignment_id`, ids)} ORDER BY number`,
    );
    const packagesOf = groupBy(packages, (each) => each.consignmentId);
    return rows.map((row) => {
      const own = packagesOf.get(row.id) ?? [];
      return {
        ...describe(actor, row, batches.get(row.batchId)!, context),
        packages: own.map(({ id, number }) => ({
          id,
          number,
          label: labelPackage(number, own.length),
        })),
        packing: describePacking(row.lines, context.materials),
      };
    });
  }

  private async loadContext(reader: Reader, rows: readonly ConsignmentRow[]): Promise<Context> {
    const pointIds = [...new Set(rows.map((row) => row.deliveryPointId))];
    const points = await this.points.briefs(reader, pointIds);
    const materials = await this.materials.all(reader);
    const lots = await this.lots.briefs(reader, listLots(rows));
    const tracking = await reader.query<{ consignmentId: string; trackingNumber: string }>(
      sql`SELECT consignment_id AS "consignmentId", tracking_number AS "trackingNumber"
        FROM consignment_tracking
        WHERE ${sql.isIn(
          reader.engine,
          sql`consignment_id`,
          rows.map((row) => row.id),
        )} ORDER BY position`,
    );
    const trackingOf = groupBy(tracking, (each) => each.consignmentId);
    return {
      points,
      materials: new Map(materials.map((material) => [material.id, material])),
      lotNumbers: new Map([...lots].map(([id, { lotNumber }]) => [id, lotNumber])),
      trackingNumbers: new Map(
        [...trackingOf].map(([id, own]) => [id, own.map((each) => each.trackingNumber)]),
      ),
    };
  }
}

function describe(
  actor: Actor,
  row: ConsignmentRow,
  batch: BatchRow,
  context: Context,
): Omit<ConsignmentDto, never> {
  return {
    id: row.id,
    waybillNumber: row.waybillNumber,
    state: stateOfConsignment(batch.state, row.lines),
    batchId: batch.id,
    batchState: batch.state,
    campaignId: batch.campaignId,
    position: row.position,
    assigneeId: findAssignee(row),
    expectedAt: row.expectedAt ?? batch.expectedAt,
    deliveryPoint: describePoint(actor, context.points.get(row.deliveryPointId)!),
    lines: row.lines.map((line) => describeLine(line, context)),
    trackingNumbers: context.trackingNumbers.get(row.id) ?? [],
    standingConfirmationId: row.standingConfirmationId,
    changedAt: row.changedAt,
    version: row.version,
  };
}

function describePoint(actor: Actor, point: DeliveryPointBrief): ConsignmentPointDto {
  const sees = seesContacts(actor);
  return {
    id: point.id,
    code: point.code,
    name: point.name,
    kind: point.kind,
    municipalityCode: point.municipalityCode,
    settlement: point.settlement,
    address: point.address,
    postcode: point.postcode,
    contact: sees ? point.contact : null,
    latitude: point.latitude,
    longitude: point.longitude,
    hours: point.hours,
    note: sees ? point.note : null,
    confidential: point.confidential,
  };
}

function describeLine(line: ConsignmentLineRow, context: Context): ConsignmentLineDto {
  return {
    materialId: line.materialId,
    materialName: context.materials.get(line.materialId)!.name,
    quantity: line.quantity,
    sent: line.sent,
    delivered: line.delivered,
    damaged: line.damaged,
    missing: line.missing,
    refused: line.refused,
    returned: line.returned,
    lost: line.lost,
    surplus: line.surplus,
    inTransit: countInTransit(line),
    lots: line.lots.map(({ lotId, quantity }) => ({
      lotId,
      lotNumber: context.lotNumbers.get(lotId)!,
      quantity,
    })),
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
