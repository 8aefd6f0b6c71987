import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { components } from '../api/schema.js';
import { type Arrival, PART_SIZE, splitInParts } from './arrivals.js';

type Outcome = components['schemas']['SyncResultDto'];

/**
 * Sends many confirmations, part by part. What was sent keeps its ids: where no answer came, sending goes on from there and
 * nothing is booked twice.
 */
export function useSendArrivals(makeArrivals: (makeId: () => string) => Arrival[]) {
  const client = useQueryClient();
  const [arrivals, setArrivals] = useState<readonly Arrival[]>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const mutation = useMutation({
    mutationFn: async (): Promise<void> => {
      const all = arrivals ?? makeArrivals(newId);
      setArrivals(all);
      for (const part of splitInParts(all.slice(outcomes.length), PART_SIZE)) {
        const confirmations = part.map((each) => ({ ...each }));
        const { results } = await read(
          api.POST('/api/v1/confirmations/sync', { body: { confirmations } }),
        );
        setOutcomes((former) => [...former, ...results]);
      }
    },
    onSettled: () => client.invalidateQueries(),
  });
  return {
    arrivals,
    outcomes,
    isDone: arrivals !== undefined && outcomes.length === arrivals.length,
    send: () => mutation.mutate(),
    isPending: mutation.isPending,
    error: mutation.error,
  };
}
