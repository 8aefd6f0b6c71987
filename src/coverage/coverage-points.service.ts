import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import type { PointKind } from '../places/point-kind.js';
import { seesConfidential } from '../places/visibility.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { LedgerSums, type LotFacts } from '../stock/ledger-sums.service.js';
import type { CoverageMoment } from './coverage-moment.service.js';
import { type PointFacts, pointsThatCount } from './points.js';

export interface PointsRequest {
  readonly campaignId: string;
  readonly materialIds: ReadonlySet<string>;
  readonly lotIds?: readonly string[] | undefined;
  readonly codes: ReadonlySet<string>;
  readonly kind?: PointKind | undefined;
  readonly tag?: string | undefined;
}

export interface PointsReached {
  /** The points that count for whoever asks, reached or not. */
  readonly points: readonly (DeliveryPointBrief & PointFacts)[];
  readonly reachedIds: ReadonlySet<string>;
  /** All print runs of the campaign, and which of them were withdrawn by the moment. */
  readonly lots: readonly LotFacts[];
}

interface PointPieces {
  readonly deliveryPointId: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly delivered: number;
}

/** Which delivery points there are, and which of them got something that still counts. */
@Injectable()
export class CoveragePoints {
  constructor(
    private readonly points: DeliveryPointService,
    private readonly sums: LedgerSums,
  ) {}

  async read(
    reader: Reader,
    request: PointsRequest,
    moment: CoverageMoment,
    actor: Actor,
  ): Promise<PointsReached> {
    const { campaignId, kind, tag } = request;
    const chosen = await this.points.select(reader, {
      kind,
      tag,
      municipalityCodes: [...request.codes],
    });
    const lots = await this.sums.lots(reader, { campaignId, ...moment });
    const withdrawn = new Set(
      lots.flatMap(({ lotId, withdrawnAt }) => (withdrawnAt === null ? [] : [lotId])),
    );
    const pieces = moment.isPresent
      ? await readPresent(reader, campaignId)
      : await this.sums.points(reader, { campaignId, ...moment });
    const reachedIds = new Set(
      pieces
        .filter(
          ({ delivered, materialId, lotId }) =>
            delivered > 0 &&
            request.materialIds.has(materialId) &&
            !withdrawn.has(lotId) &&
            (request.lotIds?.includes(lotId) ?? true),
        )
        .map(({ deliveryPointId }) => deliveryPointId),
    );
    const points = pointsThatCount(chosen, reachedIds, seesConfidential(actor));
    return { points, reachedIds, lots };
  }
}

function readPresent(reader: Reader, campaignId: string): Promise<PointPieces[]> {
  return reader.query<PointPieces>(
    sql`SELECT delivery_point_id AS "deliveryPointId", material_id AS "materialId",
        lot_id AS "lotId", delivered
      FROM coverage_point WHERE campaign_id = ${campaignId} AND delivered > 0`,
  );
}
