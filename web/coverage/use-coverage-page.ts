import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type CoveragePage,
  coveragePageQuery,
  type CoverageQuestion,
  type CoverageSummary,
  coverageSummaryQuery,
} from '../api/use-coverage.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { askKnownToday, askPresent } from './coverage-question.js';
import { type Change, compareRows } from './figures.js';
import type { TableLevel } from './place-part.js';
import { rowOfGroup, type TableRow } from './table-row.js';

export interface Changes {
  /** Recorded later about the same moment: only where it is shown as it was once known. */
  readonly recordedLater?: ReadonlyMap<string, Change>;
  /** From the moment shown to now: only where a past moment is shown. */
  readonly sinceThen?: ReadonlyMap<string, Change>;
}

export interface Figures {
  /** Rows of the table, once they are there. */
  readonly rows: readonly TableRow[] | undefined;
  /** What is waited for until then, or why it does not come. */
  readonly awaited: UseQueryResult<unknown>;
  /** Each municipality of the part that is looked at: what the map shows. */
  readonly units: UseQueryResult<CoveragePage>;
  readonly summary: UseQueryResult<CoverageSummary>;
  readonly changes: Changes;
}

/** Everything that the page shows, asked for at once. */
export function useCoverageFigures(question: CoverageQuestion, level: TableLevel): Figures {
  const units = useQuery(coveragePageQuery({ ...question, level: 'municipality' }));
  const areas = useQuery({
    ...coveragePageQuery({ ...question, level: level === 'group' ? 'municipality' : level }),
    select: readRows,
  });
  const groups = useGroupRows(question, level === 'group');
  return {
    ...(level === 'group' ? groups : { rows: areas.data, awaited: areas }),
    units,
    summary: useQuery(coverageSummaryQuery(question)),
    changes: useChanges(question, level, units.data),
  };
}

function readRows({ items, level }: CoveragePage): readonly TableRow[] {
  return items.map((row) => ({ ...row, level: level === 'country' ? 'region' : level }));
}

/** A row for each place group, from its totals: groups overlap, so they have no answer in common. */
function useGroupRows(
  question: CoverageQuestion,
  isWanted: boolean,
): Pick<Figures, 'rows' | 'awaited'> {
  const groups = useQuery({ ...placeGroupsQuery, enabled: isWanted });
  const active = (groups.data ?? []).filter(
    (group) => group.active && (question.group === undefined || question.group === group.id),
  );
  const summaries = useQueries({
    queries: active.map(({ id }) => ({
      ...coverageSummaryQuery({ ...question, group: id }),
      enabled: isWanted,
    })),
  });
  const unread = summaries.find(({ data }) => data === undefined);
  if (groups.data === undefined || unread !== undefined)
    return { rows: undefined, awaited: unread ?? groups };
  const rows = active.map((group, index) => rowOfGroup(group, summaries[index]!.data!));
  return { rows, awaited: groups };
}

function useChanges(
  question: CoverageQuestion,
  level: TableLevel,
  basis: CoveragePage | undefined,
): Changes {
  const asked = level === 'group' ? 'municipality' : level;
  const wasKnown = question.knownAt !== undefined;
  const isPast = wasKnown || question.asOf !== undefined;
  const isCompared = level !== 'group';
  const shown = useQuery({
    ...coveragePageQuery({ ...question, level: asked }),
    enabled: isPast && isCompared,
  });
  const today = useQuery({
    ...coveragePageQuery({ ...askKnownToday(question, basis?.asOf ?? ''), level: asked }),
    enabled: wasKnown && isCompared && basis !== undefined,
  });
  const present = useQuery({
    ...coveragePageQuery({ ...askPresent(question), level: asked }),
    enabled: isPast && isCompared,
  });
  return useMemo(() => {
    const then = shown.data?.items;
    if (then === undefined || !isPast || !isCompared) return {};
    return {
      ...(wasKnown && today.data !== undefined
        ? { recordedLater: compareRows(then, today.data.items) }
        : {}),
      ...(present.data === undefined ? {} : { sinceThen: compareRows(then, present.data.items) }),
    };
  }, [shown.data, today.data, present.data, isPast, wasKnown, isCompared]);
}
