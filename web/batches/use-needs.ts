import { useQueries } from '@tanstack/react-query';
import type { MunicipalityNeed } from '../../src/distribution/fill.js';
import { coverageQuery } from '../api/use-coverage.js';
import { readNeeds } from './rule-preview.js';

interface Needs {
  readonly needs: readonly MunicipalityNeed[];
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** What each municipality still lacks of these materials, as far as it is read. */
export function useNeeds(campaign: string, materialIds: readonly string[]): Needs {
  return useQueries({
    queries: materialIds.map((material) =>
      coverageQuery({ campaign, level: 'municipality', material }),
    ),
    combine: (answers) => ({
      needs: answers.flatMap(({ data }, index) =>
        data === undefined ? [] : readNeeds(materialIds[index]!, data),
      ),
      isPending: answers.some((answer) => answer.isPending),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
    }),
  });
}
