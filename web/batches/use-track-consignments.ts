import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import type { TrackingChange } from './tracking-paste.js';

/** `null`: saved; else why not. */
type Outcomes = ReadonlyMap<string, Error | null>;

interface Tracking {
  readonly save: (changes: readonly TrackingChange[]) => Promise<void>;
  readonly outcomes: Outcomes;
  /** How many are to be saved in this go; 0 while nothing is being saved. */
  readonly total: number;
}

/** So many are asked for at the same time; the service takes them one after another. */
const AT_ONCE = 4;

/** Saves tracking numbers, each consignment by itself: what is refused stands in nobody else's way. */
export function useTrackConsignments(): Tracking {
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [total, setTotal] = useState(0);
  const save = async (changes: readonly TrackingChange[]): Promise<void> => {
    setOutcomes(new Map());
    setTotal(changes.length);
    const waiting = [...changes];
    const work = async (): Promise<void> => {
      for (let change = waiting.shift(); change !== undefined; change = waiting.shift()) {
        const { id } = change.stop;
        const outcome = await saveOne(change);
        setOutcomes((before) => new Map(before).set(id, outcome));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await client.invalidateQueries();
    setTotal(0);
  };
  return { save, outcomes, total };
}

async function saveOne({ stop, trackingNumbers }: TrackingChange): Promise<Error | null> {
  try {
    await read(
      api.PUT('/api/v1/consignments/{id}/tracking', {
        params: {
          path: { id: stop.id },
          // Only other numbers in the place of some are somebody's to overwrite.
          header: stop.trackingNumbers.length === 0 ? {} : { 'If-Match': `"${stop.version}"` },
        },
        body: { trackingNumbers: [...trackingNumbers] },
      }),
    );
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
