/** What is taken out of transit by hand, while it is filled in: pieces of each line, none more than are under way. */
import {
  countInTransit,
  countRefusedPending,
  type LineCounters,
} from '../../src/distribution/consignment-state.js';

export interface TakingLine {
  /** Consignment and material. */
  readonly key: string;
  readonly consignmentId: string;
  readonly materialId: string;
  readonly inTransit: number;
  /** Of those in transit. */
  readonly refused: number;
}

interface Carrying {
  readonly id: string;
  readonly lines: readonly (LineCounters & { readonly materialId: string })[];
}

/** Lines of which something is in transit, in the order of the trip. */
export function listTakable(consignments: readonly Carrying[]): TakingLine[] {
  return consignments.flatMap(({ id, lines }) =>
    lines.flatMap((line) => {
      const inTransit = countInTransit(line);
      if (inTransit === 0) return [];
      const { materialId } = line;
      const refused = countRefusedPending(line);
      return [{ key: `${id} ${materialId}`, consignmentId: id, materialId, inTransit, refused }];
    }),
  );
}

export type Taken = ReadonlyMap<string, number>;

export function takeFrom(
  lines: readonly TakingLine[],
  countOf: (line: TakingLine) => number,
): Taken {
  return new Map(lines.map((line) => [line.key, countOf(line)]));
}

/** What is asked of the service: lines of which something is taken. */
export function writeTaking(
  lines: readonly TakingLine[],
  taken: Taken,
): { consignmentId: string; materialId: string; quantity: number }[] {
  return lines.flatMap(({ key, consignmentId, materialId }) => {
    const quantity = taken.get(key) ?? 0;
    return quantity > 0 ? [{ consignmentId, materialId, quantity }] : [];
  });
}

export function sumTaken(taken: Taken): number {
  return [...taken.values()].reduce((sum, quantity) => sum + quantity, 0);
}

export function isBeyond(lines: readonly TakingLine[], taken: Taken): boolean {
  return lines.some(({ key, inTransit }) => (taken.get(key) ?? 0) > inTransit);
}
