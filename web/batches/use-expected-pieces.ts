import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';

/** What printers have still to bring of each material, by its id. */
export function useExpectedPieces(campaign: string): ReadonlyMap<string, number> {
  const { data } = useQuery({
    queryKey: ['print-orders', 'expected', campaign],
    queryFn: () =>
      readAllPages((page) =>
        read(
          api.GET('/api/v1/print-orders', {
            params: { query: { ...page, campaign, state: 'open' } },
          }),
        ),
      ),
    select: (orders) => {
      const expected = new Map<string, number>();
      for (const order of orders)
        expected.set(order.materialId, (expected.get(order.materialId) ?? 0) + order.expected);
      return expected;
    },
  });
  return data ?? NOTHING;
}

const NOTHING: ReadonlyMap<string, number> = new Map();
