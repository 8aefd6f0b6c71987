import type { MaterialKind } from '../materials/material.js';
import type { PointKind } from '../places/point-kind.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { clampMoment, type KnownAt, parseKnownAt, parsePeriodStart } from './moment.js';

/** What can be asked of coverage, as it comes in a query; a moment or period is read here. */
export interface CoverageQuestion {
  readonly campaign: string;
  readonly material?: string;
  readonly kind?: MaterialKind;
  readonly funder?: string;
  readonly lot?: string;
  readonly group?: string;
  readonly district?: string;
  readonly region?: string;
  readonly asOf?: Instant;
  readonly knownAt?: string;
  readonly from?: string;
  readonly pointKind?: PointKind;
  readonly tag?: string;
}

export interface CoverageAsked {
  readonly campaignId: string;
  readonly materialId?: string | undefined;
  readonly kind?: MaterialKind | undefined;
  readonly funder?: string | undefined;
  readonly lotId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly districtCode?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly asOf?: Instant | undefined;
  readonly knownAt?: KnownAt | undefined;
  readonly from?: Instant | undefined;
  readonly pointKind?: PointKind | undefined;
  readonly tag?: string | undefined;
}

/** @throws Problem `malformed` where `knownAt` or `from` cannot be read */
export function askCoverage(query: CoverageQuestion): CoverageAsked {
  const { knownAt, from } = query;
  return {
    campaignId: query.campaign,
    materialId: query.material,
    kind: query.kind,
    funder: query.funder,
    lotId: query.lot,
    groupId: query.group,
    districtCode: query.district,
    regionCode: query.region,
    asOf: query.asOf === undefined ? undefined : clampMoment(query.asOf),
    knownAt: knownAt === undefined ? undefined : parseKnownAt(knownAt),
    from: from === undefined ? undefined : parsePeriodStart(from),
    pointKind: query.pointKind,
    tag: query.tag,
  };
}

/** The list's `kind` is the point's, not the material's. */
export function askList(
  query: Omit<CoverageQuestion, 'kind'> & {
    readonly kind?: PointKind;
    readonly municipality?: string;
  },
): CoverageAsked & { readonly municipalityCode: string | undefined } {
  const { kind: _, ...rest } = query;
  return { ...askCoverage(rest), municipalityCode: query.municipality };
}

/** Nothing is measured for one funder or print run, so nothing is reached or not. */
export function refuseStateOfFunder(query: {
  readonly state?: string;
  readonly funder?: string;
  readonly lot?: string;
}): void {
  if (query.state === undefined || (query.funder ?? query.lot) === undefined) return;
  const message = {
    en: 'A funder or print run has no targets, so no state. Leave out `state`, or `funder` and `lot`.',
    sr: 'Finansijer ili štampa nema ciljeve, pa ni stanje. Izostavite `state`, ili `funder` i `lot`.',
  };
  throw new Problem('rule', { errors: [{ path: 'state', message }] });
}
