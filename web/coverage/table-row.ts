import type { CoverageRow, CoverageSummary } from '../api/use-coverage.js';
import type { PlaceGroup } from '../api/use-place-groups.js';
import type { TableLevel } from './place-part.js';

/** A row of the table of coverage: a region, a district, a municipality, or a place group with where it is from. */
export type TableRow = Pick<
  CoverageRow,
  | 'code'
  | 'name'
  | 'target'
  | 'delivered'
  | 'deliveredSince'
  | 'fundedPieces'
  | 'inTransit'
  | 'planned'
  | 'withdrawn'
  | 'lastDeliveredAt'
  | 'state'
  | 'outlook'
  | 'share'
  | 'population'
  | 'populationStatus'
  | 'municipalitiesReachedShare'
  | 'populationReachedShare'
> & {
  readonly level: TableLevel;
  readonly source?: string;
  readonly validOn?: string;
};

/** A group's totals as a row beside other groups. */
export function rowOfGroup(group: PlaceGroup, summary: CoverageSummary): TableRow {
  const { pieces, municipalities, population } = summary;
  return {
    level: 'group',
    code: group.id,
    name: group.name,
    source: group.source,
    validOn: group.validOn,
    target: pieces.target,
    delivered: pieces.delivered,
    deliveredSince: pieces.deliveredSince,
    inTransit: pieces.inTransit,
    planned: pieces.planned,
    withdrawn: pieces.withdrawn,
    lastDeliveredAt: summary.lastDeliveredAt,
    state: summary.state,
    outlook: summary.outlook,
    share: summary.share,
    population: population.total,
    populationStatus: summary.unverifiedPopulations.length > 0 ? 'unverified' : 'sourced',
    municipalitiesReachedShare: divide(municipalities.reached, municipalities.total),
    populationReachedShare: divide(population.reached, population.total),
  };
}

function divide(part: number | null, whole: number): number | null {
  return part === null || whole === 0 ? null : part / whole;
}
