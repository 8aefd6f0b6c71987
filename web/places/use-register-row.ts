import { useQuery } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';

interface UseInstead {
  /** Why the register's row is no municipality of ours. */
  readonly why: string;
  readonly units: readonly { readonly code: string; readonly name: string }[];
}

const REGISTER_CODE = /^\d{5}$/;

/**
 * What to use instead of a register row that is no coverage unit, such as `79014` (Beograd); undefined for everything else
 * that is typed.
 */
export function useInsteadOf(typed: string, known: ReadonlySet<string>): UseInstead | undefined {
  const code = typed.trim();
  const { data } = useQuery({
    queryKey: ['municipalities', 'instead', code],
    queryFn: () => findInstead(code),
    enabled: REGISTER_CODE.test(code) && known.size > 0 && !known.has(code),
    staleTime: Infinity,
  });
  return data ?? undefined;
}

async function findInstead(code: string): Promise<UseInstead | null> {
  try {
    await read(api.GET('/api/v1/municipalities/{code}', { params: { path: { code } } }));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return readUseInstead(error) ?? null;
    throw error;
  }
}

/** The units that a refusal names to be used instead. */
export function readUseInstead(refusal: Refusal): UseInstead | undefined {
  const { useInstead } = refusal.problem as { useInstead?: UseInstead['units'] };
  return useInstead === undefined ? undefined : { why: refusal.problem.detail, units: useInstead };
}
