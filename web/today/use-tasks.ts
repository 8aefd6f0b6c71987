import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import type { CoverageRow, CoverageSummary } from '../api/use-coverage.js';
import { batchesQuery } from './batches-query.js';
import { flagsQuery } from './flags-query.js';
import { printOrdersQuery } from './print-orders-query.js';
import { listTasks, type Task } from './to-do.js';
import { waitingQuery } from './waiting-query.js';

/** What is to be done, once all that it is judged by is there; and the first question that got no answer. */
export function useTasks(facts: {
  readonly campaign: Campaign;
  readonly rows: readonly CoverageRow[] | undefined;
  readonly summary: CoverageSummary | undefined;
  readonly now: string;
}): { tasks: readonly Task[] | undefined; failed: UseQueryResult | undefined } {
  const { campaign, rows, summary, now } = facts;
  const [flags, batches, waiting, printOrders] = useQueries({
    queries: [
      flagsQuery(campaign.id, 'open'),
      batchesQuery(campaign.id),
      waitingQuery(campaign.id),
      printOrdersQuery(campaign.id),
    ],
  });
  const tasks = useMemo(() => {
    if (!rows || !summary || !flags.data || !batches.data || !waiting.data || !printOrders.data)
      return undefined;
    return listTasks({
      now,
      campaign,
      rows,
      flags: flags.data,
      batches: batches.data,
      waiting: waiting.data,
      printOrders: printOrders.data,
      onHand: summary.pieces.onHand,
    });
  }, [now, campaign, rows, summary, flags.data, batches.data, waiting.data, printOrders.data]);
  return {
    tasks,
    failed: [flags, batches, waiting, printOrders].find(
      ({ isError, data }) => isError && data === undefined,
    ),
  };
}
