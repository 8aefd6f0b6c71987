import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';

const SHOWN = 50;

/** What the last check found about stock and nobody has settled: what runs short, and what lies idle with partners. */
export function stockFlagsQuery(campaign: string) {
  return queryOptions({
    queryKey: ['flags', 'stock', campaign],
    queryFn: async () => {
      const ask = (rule: 'stock_short' | 'idle_stock') =>
        read(api.GET('/api/v1/flags', { params: { query: { campaign, rule, limit: SHOWN } } }));
      const [short, idle] = await Promise.all([ask('stock_short'), ask('idle_stock')]);
      return [...short.items, ...idle.items].filter(({ state }) => state !== 'resolved');
    },
  });
}
