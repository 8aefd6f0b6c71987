/** Figures of very different size in a few steps that can be told apart on a map: as many municipalities in each as can be. */

/** The upper end of each step, ascending; figures of 0 belong to none. At most `count` steps. */
export function drawSteps(figures: readonly number[], count: number): number[] {
  const sorted = figures.filter((figure) => figure > 0).toSorted((a, b) => a - b);
  const ends = Array.from({ length: count }, (_, step) => {
    const last = Math.ceil(((step + 1) * sorted.length) / count) - 1;
    return sorted[last];
  });
  return [...new Set(ends.filter((end) => end !== undefined))];
}

/** Which step a figure belongs to; undefined for 0. */
export function stepOf(figure: number, ends: readonly number[]): number | undefined {
  if (figure <= 0) return undefined;
  const step = ends.findIndex((end) => figure <= end);
  return step === -1 ? ends.length - 1 : step;
}

/** How dark a step is drawn, from 0 (exclusive) to 1. */
export function depthOf(step: number, ends: readonly number[]): number {
  return ends.length === 1 ? 1 : Math.max(step / (ends.length - 1), 0.01);
}
