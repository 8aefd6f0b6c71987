import { useQueries, useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useCampaign } from '../api/use-campaigns.js';
import { coveragePageQuery, type CoverageRow } from '../api/use-coverage.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { distributionListQuery } from './use-distribution-list.js';

export type Issue = components['schemas']['IssueDto'];
export type Consignment = components['schemas']['ConsignmentDto'];
export type Flag = components['schemas']['FlagDto'];
export type Target = components['schemas']['TargetDto'];

/** A municipality of the register by its code; null where none has it. */
export function useMunicipality(code: string) {
  return useQuery({
    ...municipalitiesQuery,
    select: (items) => items.find((municipality) => municipality.code === code) ?? null,
  });
}

/** Coverage of the municipality and its neighbours in the district, all materials together. */
export function useDistrictCoverage(districtCode: string) {
  const { id } = useCampaign();
  return useQuery(
    coveragePageQuery({ campaign: id, district: districtCode, level: 'municipality' }),
  );
}

export interface MaterialCoverage {
  readonly materialId: string;
  /** Undefined until it is read. */
  readonly coverage: CoverageRow | undefined;
}

/** Coverage of the municipality, material by material. */
export function useMaterialCoverage(code: string, districtCode: string) {
  const { id, materialIds } = useCampaign();
  const queries = useQueries({
    queries: materialIds.map((material) =>
      coveragePageQuery({ campaign: id, material, district: districtCode, level: 'municipality' }),
    ),
  });
  const rows = queries.map(({ data }, index): MaterialCoverage => ({
    materialId: materialIds[index]!,
    coverage: data?.items.find((row) => row.code === code),
  }));
  return { rows, failed: queries.find(({ isError }) => isError) };
}

/** Targets and how they came about, one a material. */
export function useTargets(code: string) {
  const { id } = useCampaign();
  return useQuery({
    queryKey: ['targets', id, code],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/campaigns/{campaignId}/targets', {
            params: { path: { campaignId: id }, query: { municipality: code, ...page } },
          }),
        ),
      ),
  });
}

export function usePointsOf(code: string) {
  const { id } = useCampaign();
  return useQuery({
    ...distributionListQuery({ campaign: id, municipality: code }),
    // Another municipality's points under this one's name would be worse than none for a moment.
    placeholderData: undefined,
  });
}

/** What went out at the door or at a stand, for a point there or for passers-by. */
export function useIssuesOf(code: string) {
  const { id } = useCampaign();
  return useQuery({
    queryKey: ['issues', id, code],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/stock/issues', {
            params: { query: { campaign: id, municipality: code, ...page } },
          }),
        ),
      ),
  });
}

export function useConsignmentsOf(code: string) {
  const { id } = useCampaign();
  return useQuery({
    queryKey: ['consignments', id, code],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/consignments', {
            params: { query: { campaign: id, municipality: code, ...page } },
          }),
        ),
      ),
  });
}

export function useFlagsOf(code: string) {
  const { id } = useCampaign();
  return useQuery({
    queryKey: ['flags', 'municipality', id, code],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/flags', {
            params: { query: { campaign: id, municipality: code, ...page } },
          }),
        ),
      ),
  });
}

/** Where the municipality's delivery points lie, of those whose position is known. */
export function usePositionsOf(code: string) {
  return useQuery({
    queryKey: ['delivery-points', 'municipality', code],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/delivery-points', {
            params: { query: { municipality: code, active: true, ...page } },
          }),
        ),
      ),
  });
}
