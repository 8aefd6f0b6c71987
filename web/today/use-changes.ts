import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays, dayOf, startOfDay } from '../../src/time.js';
import { type CoverageRow, coverageQuery } from '../api/use-coverage.js';
import { flagsQuery } from './flags-query.js';
import { type Changes, compareWithYesterday } from './since-yesterday.js';

/** What changed since yesterday; undefined until everything that says so is there. */
export function useChanges(
  campaign: string,
  rows: readonly CoverageRow[] | undefined,
  now: string,
): Changes | undefined {
  const today = dayOf(now);
  const asOf = addDays(today, -1);
  const yesterday = useQuery(coverageQuery({ campaign, level: 'municipality', asOf }));
  const open = useQuery(flagsQuery(campaign, 'open'));
  const acknowledged = useQuery(flagsQuery(campaign, 'acknowledged'));
  const resolved = useQuery(flagsQuery(campaign, 'resolved'));
  const flags = useMemo(
    () =>
      open.data && acknowledged.data && resolved.data
        ? [...open.data, ...acknowledged.data, ...resolved.data]
        : undefined,
    [open.data, acknowledged.data, resolved.data],
  );
  return useMemo(() => {
    if (rows === undefined || yesterday.data === undefined || yesterday.isPlaceholderData)
      return undefined;
    if (flags === undefined) return undefined;
    return compareWithYesterday({
      now: rows,
      yesterday: yesterday.data,
      flags,
      today: startOfDay(today),
    });
  }, [rows, yesterday.data, yesterday.isPlaceholderData, flags, today]);
}
