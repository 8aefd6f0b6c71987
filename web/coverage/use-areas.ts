import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import {
  districtsQuery,
  type Municipality,
  municipalitiesQuery,
  regionsQuery,
} from '../api/use-register.js';

/** The register's names of regions and districts in the reader's language, by code. */
export function useAreaNames(): (code: string) => string {
  const { data: regions = [] } = useQuery(regionsQuery);
  const { data: districts = [] } = useQuery(districtsQuery);
  return (code) => [...regions, ...districts].find((area) => area.code === code)?.name ?? code;
}

export interface Belonging {
  readonly district: string;
  readonly region: string;
}

/** In which district and region a municipality lies; undefined until the register is there. */
export function useBelonging(): (code: string) => Belonging | undefined {
  const { data } = useQuery({ ...municipalitiesQuery, select: mapBelongings });
  return useCallback((code) => data?.get(code), [data]);
}

function mapBelongings(municipalities: readonly Municipality[]): Map<string, Belonging> {
  return new Map(
    municipalities.map(({ code, districtCode, regionCode }) => [
      code,
      { district: districtCode, region: regionCode },
    ]),
  );
}
