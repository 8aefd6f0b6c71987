import { Injectable } from '@nestjs/common';
import { compareSerbian } from '../places/serbian-order.js';
import { Register } from '../places/register.service.js';
import type { Language } from '../platform/http/language.js';
import { type PointCounts, countPointsBy } from './points.js';
import { COUNTRY_CODE, type CoverageLevel, leastSure, rollUp } from './coverage-table.js';
import type { AreaCoverage } from './coverage.js';
import type { Coverage, CoverageRequest, CoveredUnit } from './coverage.service.js';
import type { CoverageSort } from './dto/coverage-query.dto.js';
import type { CoverageBasisDto, CoverageRowDto } from './dto/coverage.dto.js';

/** A plain object of that shape. */
type CoverageBasis = Pick<CoverageBasisDto, keyof CoverageBasisDto>;

const COUNTRY = { nameLatn: 'Srbija', nameCyrl: 'Србија', nameEn: 'Serbia' };
const NO_POINTS: PointCounts = { total: 0, reached: 0, notReached: 0 };

/** Coverage as it is told: rows with names in the caller's language, and what they rest on. */
@Injectable()
export class CoverageViews {
  constructor(private readonly register: Register) {}

  /** By name, in Serbian order. */
  rows(
    coverage: Coverage,
    request: CoverageRequest,
    level: CoverageLevel,
    language: Language,
  ): CoverageRowDto[] {
    const areas = rollUp(coverage.units, level);
    const points = this.countPoints(coverage, level);
    const rows = areas.map(({ code, units, coverage: area }) => ({
      ...this.describeRow(coverage, request, area, units),
      code,
      name: this.nameOf(code, level, language),
      ...(level === 'municipality'
        ? {}
        : {
            municipalitiesReachedShare:
              coverage.lots === null ? area.municipalitiesReachedShare : null,
            populationReachedShare: coverage.lots === null ? area.populationReachedShare : null,
          }),
      ...(points === undefined ? {} : { points: points.get(code) ?? NO_POINTS }),
    }));
    if (level === 'municipality') return rows;
    return rows.sort((a, b) =>
      compareSerbian(this.nameOf(a.code, level, 'sr-Latn'), this.nameOf(b.code, level, 'sr-Latn')),
    );
  }

  basis({ scope, moment, lots }: Coverage, language: Language): CoverageBasis {
    return {
      campaignId: scope.campaign.id,
      sequence: moment.sequence,
      knownAt: moment.known,
      asOf: moment.at,
      group: scope.group,
      lots:
        lots?.map(({ lotId, lotNumber, materialId, withdrawnAt, funding }) => ({
          lotId,
          lotNumber,
          materialId,
          withdrawnAt,
          funding: [...funding],
        })) ?? null,
      unverifiedPopulations: scope.units
        .filter(({ populationStatus }) => populationStatus === 'unverified')
        .map((unit) => ({
          code: unit.code,
          name: this.register.nameOf(unit, language),
          population: unit.population,
        })),
    };
  }

  private describeRow(
    { scope, lots }: Coverage,
    request: CoverageRequest,
    area: AreaCoverage,
    units: readonly CoveredUnit[],
  ): Omit<CoverageRowDto, 'code' | 'name'> {
    // Targets belong to the place: of one funder or print run there is none, so nothing is measured against it.
    const isMeasured = lots === null;
    return {
      ...(request.materialId === undefined ? {} : { materialId: [...scope.materialIds][0]! }),
      target: isMeasured ? area.target : null,
      planned: area.planned,
      inTransit: area.inTransit,
      refused: area.refusedPending,
      delivered: area.delivered,
      ...(request.from === undefined ? {} : { deliveredSince: area.deliveredSince }),
      ...(request.funder === undefined ? {} : { fundedPieces: sumFunded(units) }),
      withdrawn: area.withdrawn,
      damaged: area.damaged,
      lost: area.lost,
      firstDeliveredAt: area.firstDeliveredAt,
      lastDeliveredAt: area.lastDeliveredAt,
      state: isMeasured ? area.state : null,
      outlook: isMeasured ? area.outlook : null,
      share: isMeasured ? area.share : null,
      population: area.population,
      populationStatus: leastSure(units.map(({ populationStatus }) => populationStatus)),
    };
  }

  private countPoints(
    { points, units }: Coverage,
    level: CoverageLevel,
  ): Map<string, PointCounts> | undefined {
    if (points === null) return undefined;
    const areaOf = new Map(
      rollUp(units, level).flatMap((area) => area.units.map(({ code }) => [code, area.code])),
    );
    return countPointsBy(points.points, points.reachedIds, ({ municipalityCode }) => {
      const area = areaOf.get(municipalityCode);
      return area === undefined ? [] : [area];
    });
  }

  nameOf(code: string, level: CoverageLevel, language: Language): string {
    const place = {
      municipality: () => this.register.unit(code),
      district: () => this.register.districts.find((district) => district.code === code),
      region: () => this.register.regions.find((region) => region.code === code),
      country: () => (code === COUNTRY_CODE ? COUNTRY : undefined),
    }[level]();
    return place === undefined ? code : this.register.nameOf(place, language);
  }
}

/** Of equal rows the one that came first stays first, so names order what a figure does not. */
export function sortRows(
  rows: readonly CoverageRowDto[],
  sort: CoverageSort = 'name',
): CoverageRowDto[] {
  const [figure, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort as string, 1];
  if (figure === 'name') return sign === 1 ? [...rows] : [...rows].reverse();
  const valueOf = (row: CoverageRowDto): number | null =>
    figure === 'share' ? row.share : row.population;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

/** Pieces of a shared run are parts of pieces: two decimals tell enough. */
function sumFunded(units: readonly CoveredUnit[]): number {
  return Math.round(units.reduce((sum, unit) => sum + unit.fundedPieces, 0) * 100) / 100;
}
