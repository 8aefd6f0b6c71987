import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, read } from './client.js';
import type { components } from './schema.js';

export type Municipality = components['schemas']['MunicipalityDto'];

/** Names follow the reader's language, and nothing else changes them. */
const REGISTER_FRESH_MS = Infinity;

/** The 161 municipalities, in Serbian order. */
export const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: async () =>
    (await read(api.GET('/api/v1/municipalities', { params: { query: { limit: 500 } } }))).items,
  staleTime: REGISTER_FRESH_MS,
});

export const districtsQuery = queryOptions({
  queryKey: ['districts'],
  queryFn: async () =>
    (await read(api.GET('/api/v1/districts', { params: { query: { limit: 500 } } }))).items,
  staleTime: REGISTER_FRESH_MS,
});

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: async () =>
    (await read(api.GET('/api/v1/regions', { params: { query: { limit: 500 } } }))).items,
  staleTime: REGISTER_FRESH_MS,
});

/** The municipality's name in the reader's language, by its code; the code itself until the register is there. */
export function useMunicipalityNames(): (code: string) => string {
  const { data } = useQuery({
    ...municipalitiesQuery,
    select: (items) => new Map(items.map(({ code, name }) => [code, name])),
  });
  return (code) => data?.get(code) ?? code;
}
