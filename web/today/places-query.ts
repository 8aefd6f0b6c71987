import { coverageQuery, coverageSummaryQuery } from '../api/use-coverage.js';
import { AGAIN_MS } from './again.js';
import { questionOf, type View } from './view.js';

type Asked = Partial<Pick<View, 'material' | 'asOf'>>;

/** The 161: the map, the table and their sums rest on this one answer. */
export function placesQuery(campaign: string, asked: Asked = {}) {
  return {
    ...coverageQuery({ ...questionOf(campaign, asked), level: 'municipality' }),
    refetchInterval: AGAIN_MS,
  };
}

/** What the rows do not say: schools, and what lies in warehouses. */
export function schoolsQuery(campaign: string, asked: Asked = {}) {
  return {
    ...coverageSummaryQuery({ ...questionOf(campaign, asked), pointKind: 'school' }),
    refetchInterval: AGAIN_MS,
  };
}
