import { Stack, Text } from '@mantine/core';
import type { CoverageRow } from '../api/use-coverage.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Column } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { ShareBar } from '../parts/share-bar.js';
import { StateBadge } from '../parts/state-badge.js';
import classes from './coverage.module.css';
import { type Change, rankState, type Summed } from './figures.js';
import { addressBelow } from './place-part.js';
import type { TableRow } from './table-row.js';
import type { Changes } from './use-coverage-page.js';

export interface Shown {
  readonly isMeasured: boolean;
  readonly isAboveMunicipality: boolean;
  readonly hasPeriod: boolean;
  readonly hasFundedPieces: boolean;
  readonly changes: Changes;
  /** Beneath the rows; absent where rows overlap. */
  readonly totals:
    | (Summed & {
        readonly reached: Readonly<Record<'municipalities' | 'population', number | null>>;
      })
    | undefined;
}

/** The columns that the question calls for. */
export function useCoverageColumns(shown: Shown): readonly Column<TableRow>[] {
  const name = useNameColumn(shown);
  const measured = useMeasuredColumns(shown);
  const pieces = usePieceColumns(shown);
  const about = useAboutColumns(shown);
  const changes = useChangeColumns(shown.changes);
  const [state, target, share] = measured;
  return [
    name,
    ...(shown.isMeasured ? [state!, target!] : []),
    ...pieces,
    ...(shown.isMeasured ? [share!] : []),
    ...changes,
    ...about,
  ];
}

function useNameColumn({ totals }: Shown): Column<TableRow> {
  const { t } = useTranslation('coverage');
  return {
    key: 'name',
    header: t('column.name'),
    width: 'minmax(7.5rem, 2fr)',
    sortBy: (row) => row.name,
    cell: (row) => <NameCell row={row} />,
    total: totals === undefined ? undefined : t('total'),
  };
}

function NameCell({ row }: { row: TableRow }) {
  const { t } = useTranslation(['coverage', 'language']);
  const format = useFormat();
  const people = t('language:count.people', {
    count: row.population,
    replace: { count: format.number(row.population) },
  });
  return (
    <Stack gap={2}>
      <RowLink row={row} />
      {row.source !== undefined && row.validOn !== undefined && (
        <Text size="xs" c="dimmed">
          {t('groupSource', { source: row.source, date: format.date(row.validOn) })}
        </Text>
      )}
      <Text size="xs" c="dimmed" className={classes.onlyNarrow} component="div">
        <div>{people}</div>
        {row.municipalitiesReachedShare != null && (
          <div>{t('reachedLine', { share: format.percent(row.municipalitiesReachedShare) })}</div>
        )}
        {row.lastDeliveredAt !== null && (
          <div>{t('lastLine', { date: format.date(row.lastDeliveredAt) })}</div>
        )}
      </Text>
      <div className={classes.onlyPhone}>
        <States row={row} />
      </div>
    </Stack>
  );
}

function RowLink({ row: { level, code, name } }: { row: TableRow }) {
  if (level === 'municipality')
    return (
      <TextLink to="/coverage/$code" params={{ code }} size="sm" fw={600}>
        {name}
      </TextLink>
    );
  return (
    <TextLink
      to="/coverage"
      search={(former: object) => ({ ...former, ...addressBelow(level, code) })}
      size="sm"
      fw={600}
    >
      {name}
    </TextLink>
  );
}

function States({ row: { state, outlook } }: { row: Pick<TableRow, 'state' | 'outlook'> }) {
  return (
    <Stack gap={3} align="flex-start">
      {state !== null && <StateBadge of="coverageState" state={state} />}
      {outlook !== null && <StateBadge of="outlook" state={outlook} />}
    </Stack>
  );
}

/** What has changed is why a past moment is looked at: where it is narrow, others stand back. */
function makesRoom({ sinceThen }: Changes): 'phone' | 'tablet' {
  return sinceThen === undefined ? 'phone' : 'tablet';
}

function useMeasuredColumns({ totals, changes }: Shown): readonly Column<TableRow>[] {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  return [
    {
      key: 'state',
      header: t('column.state'),
      width: '11.5rem',
      hiddenOn: 'phone',
      sortBy: rankState,
      cell: (row) => <States row={row} />,
    },
    {
      key: 'target',
      header: t('column.target'),
      width: '4.5rem',
      isNumber: true,
      hiddenOn: makesRoom(changes),
      sortBy: (row) => row.target,
      cell: (row) => (row.target === null ? '—' : format.number(row.target)),
      total: totals?.target == null ? undefined : format.number(totals.target),
    },
    {
      key: 'share',
      header: t('column.share'),
      width: '5.75rem',
      sortBy: (row) => row.share,
      cell: (row) => (
        <>
          <ShareBar share={row.share} label={t('shareOf', { name: row.name })} />
          <Text size="xs" c="dimmed" ta="right" className={classes.onlyPhone}>
            {t('deliveredOf', {
              delivered: format.number(row.delivered),
              target: format.number(row.target ?? 0),
            })}
          </Text>
        </>
      ),
      total:
        totals === undefined ? undefined : (
          <ShareBar share={totals.share} label={t('shareOf', { name: t('total') })} />
        ),
    },
  ];
}

type PieceKey = 'delivered' | 'deliveredSince' | 'fundedPieces' | 'inTransit' | 'planned';

const PIECE_WIDTHS: Readonly<Record<PieceKey, string>> = {
  delivered: '6.75rem',
  deliveredSince: '5.25rem',
  fundedPieces: '5.5rem',
  inTransit: '5rem',
  planned: '5.25rem',
};

function usePieceColumns(shown: Shown): readonly Column<TableRow>[] {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const { totals, isMeasured, hasPeriod, hasFundedPieces } = shown;
  const column = (key: PieceKey, hiddenOn: 'phone' | 'tablet' | undefined): Column<TableRow> => ({
    key,
    header: t(`column.${key}`),
    width: PIECE_WIDTHS[key],
    isNumber: true,
    ...(hiddenOn === undefined ? {} : { hiddenOn }),
    sortBy: (row) => row[key] ?? null,
    cell: (row) => format.number(row[key] ?? 0),
    total: totals === undefined ? undefined : format.number(totals[key]),
  });
  return [
    // Beside a share its caption says on a phone how much came; without one the figure itself does.
    column('delivered', isMeasured ? 'phone' : undefined),
    ...(hasPeriod ? [column('deliveredSince', 'phone')] : []),
    ...(hasFundedPieces ? [column('fundedPieces', 'phone')] : []),
    column('inTransit', makesRoom(shown.changes)),
    column('planned', 'tablet'),
  ];
}

function useAboutColumns(shown: Shown): readonly Column<TableRow>[] {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const { totals, isAboveMunicipality, isMeasured } = shown;
  const reached: Column<TableRow> = {
    key: 'reached',
    header: t('column.reached'),
    width: '6.75rem',
    isNumber: true,
    hiddenOn: 'tablet',
    sortBy: (row) => row.municipalitiesReachedShare ?? null,
    cell: (row) => (
      <ReachedShares
        municipalities={row.municipalitiesReachedShare}
        population={row.populationReachedShare}
      />
    ),
    total: totals && <ReachedShares {...totals.reached} />,
  };
  return [
    ...(isAboveMunicipality && isMeasured ? [reached] : []),
    {
      key: 'population',
      header: t('column.population'),
      width: '6rem',
      isNumber: true,
      hiddenOn: 'tablet',
      sortBy: (row) => row.population,
      cell: (row) => <Population row={row} />,
      total: totals && format.number(totals.population),
    },
    {
      key: 'lastDelivered',
      header: t('column.lastDelivered'),
      width: '6.5rem',
      hiddenOn: 'tablet',
      sortBy: (row) => row.lastDeliveredAt,
      cell: (row) => (row.lastDeliveredAt === null ? '—' : format.date(row.lastDeliveredAt)),
      total: totals?.lastDeliveredAt == null ? undefined : format.date(totals.lastDeliveredAt),
    },
  ];
}

/** Of its municipalities, and of those who live in it. */
function ReachedShares(shares: {
  municipalities: number | null | undefined;
  population: number | null | undefined;
}) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const { municipalities, population } = shares;
  if (municipalities == null) return '—';
  return (
    <>
      <div>{t('ofMunicipalities', { share: format.percent(municipalities) })}</div>
      {population != null && <div>{t('ofPopulation', { share: format.percent(population) })}</div>}
    </>
  );
}

/** What was not seen in a source bears a mark, which the line beneath the table explains. */
function Population({ row }: { row: Pick<CoverageRow, 'population' | 'populationStatus'> }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  if (row.populationStatus !== 'unverified') return format.number(row.population);
  return (
    <span title={t('unverifiedPopulation')}>
      {format.number(row.population)}
      <span aria-label={t('unverifiedPopulation')} role="img">
        *
      </span>
    </span>
  );
}

function useChangeColumns({ recordedLater, sinceThen }: Changes): readonly Column<TableRow>[] {
  const { t } = useTranslation('coverage');
  const column = (
    key: 'recordedLater' | 'sinceThen',
    changes: ReadonlyMap<string, Change> | undefined,
  ): readonly Column<TableRow>[] =>
    changes === undefined
      ? []
      : [
          {
            key,
            header: t(`column.${key}`),
            width: '5.5rem',
            isNumber: true,
            hiddenOn: 'phone',
            sortBy: ({ code }) => changes.get(code)?.delivered ?? 0,
            cell: ({ code }) => <ChangeCell change={changes.get(code)} />,
            total: <ChangeCell change={{ delivered: sumDelivered(changes), state: null }} />,
          },
        ];
  return [...column('recordedLater', recordedLater), ...column('sinceThen', sinceThen)];
}

function sumDelivered(changes: ReadonlyMap<string, Change>): number {
  return [...changes.values()].reduce((sum, { delivered }) => sum + delivered, 0);
}

function ChangeCell({ change }: { change: Change | undefined }) {
  const { t } = useTranslation(['coverage', 'language']);
  const format = useFormat();
  if (change === undefined) return <Text c="dimmed">—</Text>;
  const sign = change.delivered > 0 ? '+' : '';
  return (
    <Stack gap={0} align="flex-end">
      <span>{`${sign}${format.number(change.delivered)}`}</span>
      {change.state !== null && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
          {t('nowState', { state: t(`language:coverageState.${change.state}`) })}
        </Text>
      )}
    </Stack>
  );
}
