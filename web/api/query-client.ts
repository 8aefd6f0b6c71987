import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './refusal.js';

const FRESH_MS = 15_000;
const RETRIES = 2;

/** What was read is shown at once and read anew behind it; a refusal is an answer and is not asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Whether there is a network is found out by asking: what is not answered is said, not kept waiting without a word.
        networkMode: 'always',
        staleTime: FRESH_MS,
        retry: (failures, error) => !(error instanceof Refusal) && failures < RETRIES,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
