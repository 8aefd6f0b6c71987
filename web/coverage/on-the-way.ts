import type { Consignment } from './use-municipality.js';

type Facts = Pick<Consignment, 'state' | 'batchState' | 'lines'>;

/** Promised and not there yet: being prepared, or with pieces still in transit. A draft is a thought, not a promise. */
export function isAwaited({ state, batchState, lines }: Facts): boolean {
  if (state === 'pending') return batchState !== 'draft';
  return lines.some(({ inTransit }) => inTransit > 0);
}

/** Pieces that are still to come: what is to be sent, or what is left in transit. */
export function countAwaited({ state, lines }: Facts): number {
  return lines.reduce(
    (sum, { quantity, inTransit }) => sum + (state === 'pending' ? quantity : inTransit),
    0,
  );
}
