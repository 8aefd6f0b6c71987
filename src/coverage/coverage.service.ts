import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { PointKind } from '../places/point-kind.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { LedgerSums, type LotFacts } from '../stock/ledger-sums.service.js';
import { type CoverageCell, CoverageCells } from './coverage-cells.service.js';
import {
  type AskedMoment,
  type CoverageMoment,
  CoverageMoments,
} from './coverage-moment.service.js';
import { CoveragePoints, type PointsReached } from './coverage-points.service.js';
import {
  type CoverageScope,
  CoverageScopes,
  type ScopeRequest,
  type ScopeUnit,
} from './coverage-scope.service.js';
import { coverUnit, needOf, type Figures, type UnitCoverage } from './coverage.js';
import type { TargetFigure } from './timeline.js';

export interface CoverageRequest extends ScopeRequest, AskedMoment {
  readonly funder?: string | undefined;
  readonly lotId?: string | undefined;
  readonly from?: Instant | undefined;
  /** Counts points of this kind and tag, where one is named. */
  readonly pointKind?: PointKind | undefined;
  readonly tag?: string | undefined;
}

/** One municipality, its materials judged together. */
export interface CoveredUnit extends UnitCoverage, ScopeUnit {
  readonly fundedPieces: number;
}

export interface CoverageFrame {
  readonly scope: CoverageScope;
  readonly moment: CoverageMoment;
  /** The print runs looked at, where a funder or one run was asked for; null: all, whoever paid. */
  readonly lots: readonly LotFacts[] | null;
}

/** Coverage of the municipalities asked for. */
export interface Coverage extends CoverageFrame {
  readonly units: readonly CoveredUnit[];
  readonly targets: readonly TargetFigure[];
  readonly points: PointsReached | null;
}

/** Figures of one municipality and material. */
export interface CoverageFigures extends Figures {
  readonly municipalityCode: string;
  readonly materialId: string;
}

/** Reads coverage: of each of the municipalities, always all of them. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly scopes: CoverageScopes,
    private readonly moments: CoverageMoments,
    private readonly cells: CoverageCells,
    private readonly points: CoveragePoints,
    private readonly sums: LedgerSums,
  ) {}

  /** What is asked, made definite: campaign, municipalities, materials, print runs and moment. */
  async frame(reader: Reader, request: CoverageRequest, actor: Actor): Promise<CoverageFrame> {
    const moment = await this.moments.resolve(reader, request);
    const scope = await this.scopes.resolve(reader, request, moment, actor);
    return { scope, moment, lots: await this.chooseLots(reader, request, scope, moment) };
  }

  /** @param reader a snapshot, so that all figures are of one moment */
  async read(reader: Reader, request: CoverageRequest, actor: Actor): Promise<Coverage> {
    const frame = await this.frame(reader, request, actor);
    const { scope, moment, lots } = frame;
    const asked = { campaignId: scope.campaign.id, materialIds: scope.materialIds };
    const lotIds = lots?.map(({ lotId }) => lotId);
    const { funder, from, pointKind, tag } = request;
    const cells = await this.cells.read(reader, { ...asked, lotIds, funder, from }, moment);
    const points =
      pointKind === undefined && tag === undefined
        ? null
        : await this.points.read(
            reader,
            { ...asked, lotIds, codes: scope.codes, kind: pointKind, tag },
            moment,
            actor,
          );
    return { ...frame, units: coverUnits(scope.units, cells), targets: targetsIn(cells), points };
  }

  /**
   * Figures by municipality and material, for other capabilities; what is not there is zero of everything. Of all kinds of
   * materials, unless some are named.
   */
  async rows(
    reader: Reader,
    request: AskedMoment & {
      readonly campaignId: string;
      readonly materialIds?: readonly string[] | undefined;
    },
  ): Promise<CoverageFigures[]> {
    const { campaignId } = request;
    const moment = await this.moments.resolve(reader, request);
    const materialIds =
      request.materialIds === undefined ? undefined : new Set(request.materialIds);
    const cells = await this.cells.read(reader, { campaignId, materialIds }, moment);
    return cells.map(({ municipalityCode, materialId, figures }) => ({
      ...figures,
      municipalityCode,
      materialId,
    }));
  }

  /** What municipalities still lack; those that lack nothing are left out. */
  async needs(
    reader: Reader,
    campaignId: string,
    materialIds: readonly string[],
  ): Promise<{ municipalityCode: string; materialId: string; need: number }[]> {
    const rows = await this.rows(reader, { campaignId, materialIds });
    return rows
      .map((row) => ({
        municipalityCode: row.municipalityCode,
        materialId: row.materialId,
        need: needOf(row),
      }))
      .filter(({ need }) => need > 0);
  }

  /** The print runs of a funder, or the one named; null: all there are, whoever paid. */
  private async chooseLots(
    reader: Reader,
    { funder, lotId }: CoverageRequest,
    { campaign }: CoverageScope,
    moment: CoverageMoment,
  ): Promise<LotFacts[] | null> {
    if (funder === undefined && lotId === undefined) return null;
    if (funder !== undefined && !campaign.funders.some(({ name }) => name === funder)) {
      throw refuseFunder(funder, campaign.funders);
    }
    const all = await this.sums.lots(reader, { campaignId: campaign.id, ...moment });
    if (lotId !== undefined && !all.some((lot) => lot.lotId === lotId)) throw refuseLot(lotId);
    return all.filter(
      (lot) =>
        (lotId ?? lot.lotId) === lot.lotId &&
        (funder === undefined || lot.funding.some((share) => share.funder === funder)),
    );
  }
}

function targetsIn(cells: readonly CoverageCell[]): TargetFigure[] {
  return cells
    .filter(({ figures }) => figures.target > 0)
    .map(({ municipalityCode, materialId, figures }) => ({
      municipalityCode,
      materialId,
      quantity: figures.target,
    }));
}

function coverUnits(units: readonly ScopeUnit[], cells: readonly CoverageCell[]): CoveredUnit[] {
  const cellsOf = new Map<string, CoverageCell[]>(units.map(({ code }) => [code, []]));
  for (const cell of cells) cellsOf.get(cell.municipalityCode)?.push(cell);
  return units.map((unit) => {
    const own = cellsOf.get(unit.code)!;
    return {
      ...unit,
      ...coverUnit(own.map(({ figures }) => figures)),
      fundedPieces: own.reduce((sum, cell) => sum + cell.fundedPieces, 0),
    };
  });
}

function refuseFunder(funder: string, funders: readonly { readonly name: string }[]): Problem {
  const names = funders.map(({ name }) => `"${name}"`).join(', ');
  const message = {
    en: `"${funder}" is not a funder of this campaign. Its funders: ${names || 'none'}.`,
    sr: `„${funder}“ nije finansijer ove kampanje. Njeni finansijeri: ${names || 'nema ih'}.`,
  };
  return new Problem('unknown_reference', { errors: [{ path: 'funder', message }] });
}

function refuseLot(lotId: string): Problem {
  const message = {
    en: `This campaign has no print run with the id ${lotId}. Take an id from /stock/lots.`,
    sr: `Ova kampanja nema štampu sa oznakom ${lotId}. Uzmite oznaku sa spiska /stock/lots.`,
  };
  return new Problem('unknown_reference', { errors: [{ path: 'lot', message }] });
}
