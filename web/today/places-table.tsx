import { Group, Select, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, useCallback, useMemo } from 'react';
import type { CoverageRow } from '../api/use-coverage.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import cells from '../parts/cells.module.css';
import { type Column, DataTable } from '../parts/data-table.js';
import { ShareBar } from '../parts/share-bar.js';
import { StateBadge } from '../parts/state-badge.js';
import { useStep } from './in-step.js';
import {
  countLacking,
  countStandings,
  rankNeed,
  STANDINGS,
  standingOf,
  sumRows,
} from './standing.js';
import type { View } from './view.js';

interface Props {
  readonly rows: readonly CoverageRow[];
  readonly show: View['show'];
  readonly onShow: (changes: { readonly show: View['show'] }) => void;
  /** Who changed since yesterday. */
  readonly changedCodes: ReadonlySet<string>;
}

const BY_NEED = { key: 'state', isDescending: false } as const;

/** The same municipalities as on the map, who needs a hand first on top. */
export const PlacesTable = memo(function PlacesTable(props: Props) {
  const { rows, show, onShow, changedCodes } = props;
  const { t } = useTranslation('today');
  const { code, point } = useStep();
  const shown = useMemo(
    () => rows.filter((row) => isShown(row, show, changedCodes)),
    [rows, show, changedCodes],
  );
  const columns = useColumns(shown);
  const pointAt = useCallback((row: CoverageRow | undefined) => point(row?.code), [point]);
  return (
    <div>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h4" id="places">
          {t('table.title')}
        </Title>
        <ShowChoice rows={rows} show={show} onShow={onShow} changedCount={changedCodes.size} />
      </Group>
      <DataTable
        label={t('table.title')}
        rows={shown}
        columns={columns}
        idOf={codeOf}
        nameOf={nameOf}
        initialSorting={BY_NEED}
        highlightedId={code}
        onHover={pointAt}
        empty={t('table.empty')}
        height="34rem"
      />
    </div>
  );
});

function codeOf({ code }: CoverageRow): string {
  return code;
}

function nameOf({ name }: CoverageRow): string {
  return name;
}

function isShown(row: CoverageRow, show: View['show'], changed: ReadonlySet<string>): boolean {
  if (show === undefined) return true;
  return show === 'changed' ? changed.has(row.code) : standingOf(row) === show;
}

function ShowChoice({
  rows,
  show,
  onShow,
  changedCount,
}: {
  rows: readonly CoverageRow[];
  show: View['show'];
  onShow: Props['onShow'];
  changedCount: number;
}) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const counts = countStandings(rows);
  const option = (standing: string, number: number): string =>
    t('table.option', { standing, number: format.number(number) });
  const standings = STANDINGS.filter((standing) => counts[standing] > 0 || standing === show);
  return (
    <Select
      aria-label={t('table.show')}
      w={{ base: '100%', xs: 290 }}
      allowDeselect={false}
      value={show ?? 'all'}
      data={[
        { value: 'all', label: option(t('table.all'), rows.length) },
        ...standings.map((standing) => ({
          value: standing,
          label: option(t(`standing.${standing}`), counts[standing]),
        })),
        ...(changedCount > 0 || show === 'changed'
          ? [{ value: 'changed', label: option(t('table.changed'), changedCount) }]
          : []),
      ]}
      onChange={(value) => onShow({ show: value === 'all' ? undefined : (value as View['show']) })}
    />
  );
}

function useColumns(rows: readonly CoverageRow[]): Column<CoverageRow>[] {
  const { t } = useTranslation(['today', 'language']);
  const format = useFormat();
  return useMemo(() => {
    const totals = sumRows(rows);
    const count = rows.length;
    return [
      {
        key: 'name',
        header: t('table.name'),
        sortBy: ({ name }) => name,
        cell: (row) => <NameCell row={row} />,
        width: 'minmax(8rem, 2fr)',
        total: t('language:count.municipalities', {
          count,
          replace: { count: format.number(count) },
        }),
      },
      {
        key: 'state',
        header: t('table.state'),
        sortBy: rankNeed,
        cell: (row) => <StateCell row={row} />,
        width: 'minmax(8.5rem, 1.6fr)',
      },
      {
        key: 'share',
        header: t('table.share'),
        sortBy: ({ share }) => share,
        cell: ({ share, name }) => <ShareBar share={share} label={t('table.shareOf', { name })} />,
        width: 'minmax(7rem, 1.3fr)',
        hiddenOn: 'phone',
        total: <ShareBar share={totals.share} label={t('table.share')} />,
      },
      {
        key: 'lacking',
        header: t('table.lacking'),
        sortBy: countLacking,
        cell: (row) => format.number(countLacking(row)),
        isNumber: true,
        hiddenOn: 'phone',
        total: format.number(totals.lacking),
      },
      {
        key: 'population',
        header: t('table.population'),
        sortBy: ({ population }) => population,
        cell: ({ population }) => format.number(population),
        isNumber: true,
        hiddenOn: 'tablet',
        total: format.number(totals.population.total),
      },
      {
        key: 'lastDelivered',
        header: t('table.lastDelivered'),
        sortBy: ({ lastDeliveredAt }) => lastDeliveredAt,
        cell: ({ lastDeliveredAt }) =>
          lastDeliveredAt === null ? '—' : format.date(lastDeliveredAt),
        isNumber: true,
        hiddenOn: 'tablet',
      },
    ];
  }, [rows, t, format]);
}

function NameCell({ row }: { row: CoverageRow }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { code, name, share } = row;
  return (
    <>
      <Link to="/coverage/$code" params={{ code }} className={cells.name}>
        {name}
      </Link>
      {share !== null && share < 1 && (
        <div className={`${cells.beneath} mantine-hidden-from-sm`}>
          {t('table.lackingOf', {
            share: format.percent(share),
            lacking: format.number(countLacking(row)),
          })}
        </div>
      )}
    </>
  );
}

function StateCell({ row: { state, outlook } }: { row: CoverageRow }) {
  const { t } = useTranslation();
  return (
    <>
      <StateBadge of="coverageState" state={state ?? 'no_target'} />
      {outlook !== null && <div className={cells.beneath}>{t(`outlook.${outlook}`)}</div>}
    </>
  );
}
