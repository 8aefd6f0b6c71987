/** What became of the pieces of a batch, added up over lines; nothing is left out, so that the parts are what was sent. */
import {
  countInTransit,
  countRefusedPending,
  countUnexplained,
  type LineCounters,
} from '../../src/distribution/consignment-state.js';

export type TalliedLine = LineCounters & { readonly surplus: number };

/** All in pieces. `refused` and `unexplained` are the two parts of what is in transit; `surplus` was never sent. */
export interface Tally {
  readonly sent: number;
  readonly delivered: number;
  readonly damaged: number;
  /** Missing on arrival and declared lost. */
  readonly lost: number;
  readonly returned: number;
  readonly refused: number;
  readonly unexplained: number;
  readonly inTransit: number;
  readonly surplus: number;
}

export function tallyLines(lines: readonly TalliedLine[]): Tally {
  const sum = (countOf: (line: TalliedLine) => number): number =>
    lines.reduce((total, line) => total + countOf(line), 0);
  return {
    sent: sum(({ sent }) => sent),
    delivered: sum(({ delivered }) => delivered),
    damaged: sum(({ damaged }) => damaged),
    lost: sum(({ missing, lost }) => missing + lost),
    returned: sum(({ returned }) => returned),
    refused: sum(countRefusedPending),
    unexplained: sum(countUnexplained),
    inTransit: sum(countInTransit),
    surplus: sum(({ surplus }) => surplus),
  };
}

/** Parts of what was sent, in the order in which a bar shows them. */
export const SENT_PARTS = [
  'delivered',
  'damaged',
  'lost',
  'returned',
  'refused',
  'unexplained',
] as const satisfies readonly (keyof Tally)[];

/** Those of which something is still under way. */
export function findUnderWay<Consignment extends { readonly lines: readonly TalliedLine[] }>(
  consignments: readonly Consignment[],
): Consignment[] {
  return consignments.filter(({ lines }) => lines.some((line) => countInTransit(line) > 0));
}
