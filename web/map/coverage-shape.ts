/** How a municipality's coverage looks on the map: by its state, or by its share of the target. */
import type { CoverageRow } from '../api/use-coverage.js';

export type Shading = 'state' | 'share';

const STATE_FILLS = {
  reached: 'var(--reached)',
  partly_reached: 'var(--partly-reached)',
  not_reached: 'var(--not-reached)',
  no_target: 'hatched',
} as const;

/** Steps of a share that can be told apart: each up to, and without, its end. */
export const SHARE_STEPS = [
  { from: 0, below: 0 },
  { from: 0.01, below: 0.25 },
  { from: 0.25, below: 0.5 },
  { from: 0.5, below: 0.75 },
  { from: 0.75, below: 1 },
  { from: 1, below: 1 },
] as const;

/** A CSS colour, or `hatched` where there is no target. */
export function fillOf(row: Pick<CoverageRow, 'state' | 'share'>, shading: Shading): string {
  if (row.state === null || row.state === 'no_target' || row.share === null) return 'hatched';
  if (shading === 'state') return STATE_FILLS[row.state];
  return shareFill(row.share);
}

/** Nothing is orange, as among the states; from there lighter to darker, a fifth a step. */
export function shareFill(share: number): string {
  if (share === 0) return 'var(--not-reached)';
  const fifths = 1 + Math.floor(Math.min(share, 1) * 4);
  return `color-mix(in oklab, var(--reached) ${fifths * 20}%, var(--no-target))`;
}
