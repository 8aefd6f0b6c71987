/** Many consignments that arrived in full, told at once: one confirmation each, sent in parts so that progress shows. */
import type { ConfirmationSource, ConfirmedLine } from '../../src/delivery/confirmation.js';
import type { Instant } from '../../src/time.js';
import { isBlank, type LineNow, tellAllArrived } from './told-draft.js';

/** Far below what the service takes in one request, so that the bar moves. */
export const PART_SIZE = 25;

export interface Arrival {
  readonly id: string;
  readonly consignmentId: string;
  readonly kind: 'delivery';
  readonly source: ConfirmationSource;
  readonly deviceTime: Instant;
  readonly follows?: string;
  readonly lines: ConfirmedLine[];
}

interface Arriving {
  readonly id: string;
  readonly standingConfirmationId: string | null;
  readonly lines: readonly LineNow[];
}

/** One for each consignment of which there is something to tell; it adds to what stands. */
export function tellArrivals(
  consignments: readonly Arriving[],
  source: ConfirmationSource,
  deviceTime: Instant,
  makeId: () => string,
): Arrival[] {
  return consignments.flatMap(({ id, standingConfirmationId, lines }) => {
    const told = tellAllArrived(lines);
    if (isBlank(told)) return [];
    return [
      {
        id: makeId(),
        consignmentId: id,
        kind: 'delivery' as const,
        source,
        deviceTime,
        ...(standingConfirmationId === null ? {} : { follows: standingConfirmationId }),
        lines: told,
      },
    ];
  });
}

export function splitInParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
