import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Language } from '../platform/http/language.js';
import type { Reader } from '../platform/database/transaction.js';
import { LedgerSums } from '../stock/ledger-sums.service.js';
import { CoveragePoints } from './coverage-points.service.js';
import { CoverageViews } from './coverage-views.service.js';
import { countByState, coverArea } from './coverage.js';
import { type Coverage, type CoverageRequest, CoverageService } from './coverage.service.js';
import type {
  CoverageSummaryDto,
  PieceSumsDto,
  PointSummaryDto,
  StateCountsDto,
} from './dto/coverage.dto.js';
import { countPoints, countPointsBy } from './points.js';

/** A campaign at a glance; the same figures as the table's, added up. */
@Injectable()
export class CoverageSummaries {
  constructor(
    private readonly coverage: CoverageService,
    private readonly views: CoverageViews,
    private readonly points: CoveragePoints,
    private readonly sums: LedgerSums,
  ) {}

  async summarise(
    reader: Reader,
    request: CoverageRequest,
    actor: Actor,
    language: Language,
  ): Promise<CoverageSummaryDto> {
    const coverage = await this.coverage.read(reader, request, actor);
    const area = coverArea(coverage.units);
    const isMeasured = coverage.lots === null;
    return {
      ...this.views.basis(coverage, language),
      state: isMeasured ? area.state : null,
      outlook: isMeasured ? area.outlook : null,
      share: isMeasured ? area.share : null,
      municipalities: tellCounts(coverage, () => 1),
      population: tellCounts(coverage, ({ population }) => population),
      pieces: {
        ...tellPieces(coverage, request),
        onHand: await this.countOnHand(reader, coverage),
      },
      firstDeliveredAt: area.firstDeliveredAt,
      lastDeliveredAt: area.lastDeliveredAt,
      points: await this.countPoints(reader, request, coverage, actor),
    };
  }

  private async countOnHand(reader: Reader, { scope, moment, lots }: Coverage): Promise<number> {
    const rows = await this.sums.onHand(reader, { campaignId: scope.campaign.id, ...moment });
    return rows
      .filter(
        ({ lotId, materialId }) =>
          scope.materialIds.has(materialId) && (lots?.some((lot) => lot.lotId === lotId) ?? true),
      )
      .reduce((sum, { onHand }) => sum + onHand, 0);
  }

  private async countPoints(
    reader: Reader,
    request: CoverageRequest,
    { scope, moment, lots, points: counted }: Coverage,
    actor: Actor,
  ): Promise<PointSummaryDto> {
    const { points, reachedIds } =
      counted ??
      (await this.points.read(
        reader,
        {
          campaignId: scope.campaign.id,
          materialIds: scope.materialIds,
          lotIds: lots?.map(({ lotId }) => lotId),
          codes: scope.codes,
          kind: request.pointKind,
          tag: request.tag,
        },
        moment,
        actor,
      ));
    const kinds = countPointsBy(points, reachedIds, ({ kind }) => [kind]);
    const tags = countPointsBy(points, reachedIds, (point) => point.tags);
    return {
      ...countPoints(points, reachedIds),
      kinds: [...kinds].map(([kind, counts]) => ({ kind, ...counts })),
      tags: [...tags].map(([tag, counts]) => ({ tag, ...counts })),
    };
  }
}

function tellCounts(
  { units, lots }: Coverage,
  weight: (unit: { population: number }) => number,
): StateCountsDto {
  const counts = countByState(units, weight);
  if (lots === null) return counts;
  return {
    total: counts.total,
    reached: null,
    partlyReached: null,
    notReached: null,
    noTarget: null,
  };
}

function tellPieces(
  { units, lots }: Coverage,
  request: CoverageRequest,
): Omit<PieceSumsDto, 'onHand'> {
  const area = coverArea(units);
  return {
    target: lots === null ? area.target : null,
    delivered: area.delivered,
    ...(request.from === undefined ? {} : { deliveredSince: area.deliveredSince }),
    inTransit: area.inTransit,
    refused: area.refusedPending,
    planned: area.planned,
    withdrawn: area.withdrawn,
    damaged: area.damaged,
    lost: area.lost,
  };
}
