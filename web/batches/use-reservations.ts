import { useQueries, useQuery } from '@tanstack/react-query';
import { type Batch, batchesQuery } from './use-batches.js';
import { batchQuery } from '../api/use-batch.js';

export interface Reservation {
  readonly batch: Batch;
  readonly materialId: string;
  readonly quantity: number;
}

/** Beyond this many the list helps nobody; the stock page has them all. */
const ASKED_BATCHES = 20;

/** Which other batches have planned these materials out of the warehouse. Asks only where there is something to ask. */
export function useReservations(
  campaign: string,
  warehouseId: string | null,
  materialIds: readonly string[],
): Reservation[] {
  const isAsked = warehouseId !== null && materialIds.length > 0;
  const { data: batches = [] } = useQuery({ ...batchesQuery(campaign), enabled: isAsked });
  const holding = isAsked
    ? batches
        .filter(
          (batch) =>
            batch.warehouseId === warehouseId &&
            (batch.state === 'planned' || batch.state === 'packed'),
        )
        .slice(0, ASKED_BATCHES)
    : [];
  return useQueries({
    queries: holding.map(({ id }) => batchQuery(id)),
    combine: (answers) =>
      answers.flatMap(({ data }, index) =>
        materialIds.flatMap((materialId): Reservation[] => {
          const quantity = (data?.consignments ?? [])
            .flatMap(({ lines }) => lines)
            .reduce((sum, line) => sum + (line.materialId === materialId ? line.quantity : 0), 0);
          return quantity === 0 ? [] : [{ batch: holding[index]!, materialId, quantity }];
        }),
      ),
  });
}
