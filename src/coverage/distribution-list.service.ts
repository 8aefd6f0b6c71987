import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Language } from '../platform/http/language.js';
import { pageOf } from '../platform/http/page.js';
import type { LotFacts } from '../stock/ledger-sums.service.js';
import { awaitedOf } from './coverage.js';
import { CoveragePoints } from './coverage-points.service.js';
import { CoverageTransits } from './coverage-transits.service.js';
import { CoverageViews } from './coverage-views.service.js';
import { type CoverageFrame, type CoverageRequest, CoverageService } from './coverage.service.js';
import type { DistributionListQuery } from './dto/coverage-query.dto.js';
import type { DistributionListDto, DistributionRowDto } from './dto/distribution-list.dto.js';
import {
  type Expected,
  type ListedPieces,
  type ListLine,
  listPoints,
  outlookOfPoint,
} from './distribution-list.js';
import { type DescribedArrival, PointArrivals } from './point-arrivals.service.js';

type Line = ListLine<DeliveryPointBrief>;

/** Who got what: the list that funders ask for. */
@Injectable()
export class DistributionLists {
  constructor(
    private readonly coverage: CoverageService,
    private readonly points: CoveragePoints,
    private readonly transits: CoverageTransits,
    private readonly arrivals: PointArrivals,
    private readonly views: CoverageViews,
  ) {}

  async read(
    reader: Reader,
    request: CoverageRequest,
    query: DistributionListQuery,
    actor: Actor,
    language: Language,
  ): Promise<DistributionListDto> {
    const basis = await this.coverage.frame(reader, request, actor);
    const { points, lots } = await this.points.read(
      reader,
      pointsAsked(basis, query),
      basis.moment,
      actor,
    );
    const lines = listPoints({
      points,
      pieces: await this.readPieces(reader, basis, request),
      withdrawnLotIds: new Set(
        lots.flatMap((lot) => (lot.withdrawnAt === null ? [] : [lot.lotId])),
      ),
      materialId: request.materialId ?? null,
    }).filter(({ state }) => (query.state ?? state) === state);
    const { items, ...page } = pageOf(lines, query);
    return {
      campaignId: basis.scope.campaign.id,
      sequence: basis.moment.sequence,
      knownAt: basis.moment.known,
      asOf: basis.moment.at,
      items: await this.describe(reader, basis, request, items, lots, language),
      ...page,
    };
  }

  private async describe(
    reader: Reader,
    basis: CoverageFrame,
    request: CoverageRequest,
    lines: readonly Line[],
    lots: readonly LotFacts[],
    language: Language,
  ): Promise<DistributionRowDto[]> {
    const lotOf = new Map(lots.map((lot) => [lot.lotId, lot]));
    const pointIds = [...new Set(lines.map(({ point }) => point.id))];
    const arrivals = await this.arrivals.read(
      reader,
      pointIds,
      whatIsListed(reader, basis, request),
    );
    const expected = basis.moment.isPresent
      ? await this.readExpected(reader, basis, pointIds)
      : undefined;
    return lines.map((line) => ({
      ...tellPoint(line.point),
      municipalityName: this.views.nameOf(line.point.municipalityCode, 'municipality', language),
      ...tellLots(line, lotOf),
      materialId: line.materialId,
      delivered: line.delivered,
      withdrawn: line.withdrawn,
      state: line.state,
      outlook:
        line.state === 'reached' || expected === undefined
          ? null
          : outlookOfPoint(expected.get(line.point.id)),
      ...tellArrivals(arrivals.get(`${line.point.id} ${line.materialId ?? ''}`) ?? []),
    }));
  }

  /** What is kept for the present; for a period or a past day the deliveries themselves are added up. */
  private async readPieces(
    reader: Reader,
    basis: CoverageFrame,
    request: CoverageRequest,
  ): Promise<ListedPieces[]> {
    const isWhole = basis.moment.isPresent && request.from === undefined;
    const rows = await reader.query<ListedPieces>(
      isWhole
        ? sql`SELECT d.delivery_point_id AS "deliveryPointId", d.material_id AS "materialId",
            d.lot_id AS "lotId", d.delivered
          FROM coverage_point d
          ${sql.where([sql`d.campaign_id = ${basis.scope.campaign.id}`, ...onlyLots(reader, basis)])}`
        : sql`SELECT d.delivery_point_id AS "deliveryPointId", d.material_id AS "materialId",
            d.lot_id AS "lotId", SUM(d.quantity) AS delivered
          FROM coverage_delivery d ${sql.where(whatIsListed(reader, basis, request))}
          GROUP BY d.delivery_point_id, d.material_id, d.lot_id`,
    );
    return rows.filter(({ materialId }) => basis.scope.materialIds.has(materialId));
  }

  private async readExpected(
    reader: Reader,
    { scope, moment }: CoverageFrame,
    pointIds: readonly string[],
  ): Promise<Map<string, Expected>> {
    const expected = new Map<string, Expected>(
      pointIds.map((id) => [id, { planned: 0, awaited: 0, silent: 0 }]),
    );
    const planned = await reader.query<{ id: string; materialId: string; planned: number }>(
      sql`SELECT delivery_point_id AS id, material_id AS "materialId", planned FROM coverage_point
        WHERE campaign_id = ${scope.campaign.id} AND planned > 0
          AND ${sql.isIn(reader.engine, sql`delivery_point_id`, pointIds)}`,
    );
    for (const row of planned) {
      const point = expected.get(row.id);
      if (point !== undefined && scope.materialIds.has(row.materialId))
        point.planned += row.planned;
    }
    for (const line of await this.transits.openLines(reader, scope.campaign.id, moment)) {
      const point = expected.get(line.deliveryPointId);
      if (point === undefined || !scope.materialIds.has(line.materialId)) continue;
      point.awaited += awaitedOf(line);
      point.silent += line.silent ? line.inTransit : 0;
    }
    return expected;
  }
}

function pointsAsked({ scope, lots }: CoverageFrame, { kind, tag }: DistributionListQuery) {
  return {
    campaignId: scope.campaign.id,
    materialIds: scope.materialIds,
    lotIds: lots?.map(({ lotId }) => lotId),
    codes: scope.codes,
    kind,
    tag,
  };
}

function onlyLots(reader: Reader, { lots }: CoverageFrame): Sql[] {
  if (lots === null) return [];
  const ids = lots.map(({ lotId }) => lotId);
  return [sql.isIn(reader.engine, sql`d.lot_id`, ids)];
}

/** Conditions on `coverage_delivery d`. */
function whatIsListed(reader: Reader, basis: CoverageFrame, { from }: CoverageRequest): Sql[] {
  return [
    sql`d.campaign_id = ${basis.scope.campaign.id}`,
    sql`d.delivery_point_id IS NOT NULL`,
    sql`d.quantity > 0`,
    sql`d.occurred_at <= ${basis.moment.at}`,
    ...(from === undefined ? [] : [sql`d.occurred_at >= ${from}`]),
    ...onlyLots(reader, basis),
  ];
}

function tellPoint({ id, name, kind, tags, municipalityCode, confidential }: DeliveryPointBrief) {
  return { deliveryPointId: id, name, kind, tags, municipalityCode, confidential };
}

function tellLots(
  { lotIds }: Line,
  lotOf: ReadonlyMap<string, LotFacts>,
): Pick<DistributionRowDto, 'lotNumbers' | 'funders'> {
  const lots = lotIds.flatMap((id) => lotOf.get(id) ?? []);
  const funders = lots.flatMap(({ funding }) => funding.map(({ funder }) => funder));
  return { lotNumbers: lots.map(({ lotNumber }) => lotNumber), funders: [...new Set(funders)] };
}

function tellArrivals(arrivals: readonly DescribedArrival[]) {
  const latest = arrivals[0];
  const firsts = arrivals.map(({ firstDeliveredAt }) => firstDeliveredAt).sort();
  return {
    firstDeliveredAt: firsts[0] ?? null,
    lastDeliveredAt: latest?.lastDeliveredAt ?? null,
    ...(latest?.waybillNumber === undefined ? {} : { waybillNumber: latest.waybillNumber }),
    ...(latest?.mode === undefined ? {} : { mode: latest.mode }),
    ...(latest?.by === undefined ? {} : { by: latest.by }),
    proof: latest?.proof ?? null,
    deliveries: [...arrivals],
  };
}
