import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import type { Municipality } from '../api/use-register.js';
import type { Position } from './position.js';

const PAUSE_MS = 350;

/** The municipality that holds a position; null: none does; undefined: nothing is known yet. */
export function useMunicipalityAt(
  position: Position | null | undefined,
): Municipality | null | undefined {
  const [asked] = useDebouncedValue(position ?? null, PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['municipalities', 'at', asked],
    queryFn: () => findMunicipality(asked!),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return asked === null || position === null || position === undefined ? undefined : data;
}

async function findMunicipality({ latitude, longitude }: Position): Promise<Municipality | null> {
  try {
    return await read(
      api.GET('/api/v1/municipalities/at', { params: { query: { latitude, longitude } } }),
    );
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}
