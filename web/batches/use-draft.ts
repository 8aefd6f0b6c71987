import { useState } from 'react';
import type { DraftHead } from './draft-head.js';
import type { Stop } from './stops.js';

export interface DraftContent {
  readonly head: DraftHead;
  readonly stops: readonly Stop[];
}

export interface Draft extends DraftContent {
  readonly setHead: (head: DraftHead) => void;
  readonly setStops: (stops: readonly Stop[]) => void;
  /** Whether anything differs from what it began with. */
  readonly isChanged: boolean;
}

/** A draft while it is written: in this page only, until it is saved. */
export function useDraft(initial: DraftContent): Draft {
  const [begun] = useState(initial);
  const [head, setHead] = useState(begun.head);
  const [stops, setStops] = useState(begun.stops);
  return {
    head,
    stops,
    setHead,
    setStops,
    isChanged: head !== begun.head || stops !== begun.stops,
  };
}
