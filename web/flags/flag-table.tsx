import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { SEVERITIES } from '../../src/flags/rules.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { StateBadge } from '../parts/state-badge.js';
import type { Flag } from './use-flags.js';

interface Props {
  readonly flags: readonly Flag[];
  readonly selected: ReadonlySet<string>;
  /** Absent for those who only read. */
  readonly onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
  /** Whether all that is shown is in one state, so that it needs no column. */
  readonly isAllOpen: boolean;
  readonly empty: React.ReactNode;
}

/** The worst first; of equal ones the latest. */
export function FlagTable({ flags, selected, onSelect, isAllOpen, empty }: Props) {
  const { t } = useTranslation('flags');
  return (
    <DataTable
      label={t('title')}
      rows={flags}
      columns={useColumns(isAllOpen)}
      idOf={({ id }) => id}
      nameOf={({ message }) => message}
      initialSorting={{ key: 'severity', isDescending: true }}
      {...(onSelect === undefined ? {} : { selected, onSelect })}
      isSelectable={({ allowed }) => allowed.length > 0}
      empty={empty}
    />
  );
}

function useColumns(isAllOpen: boolean): Column<Flag>[] {
  const { t } = useTranslation('flags');
  const format = useFormat();
  const { data: municipalities } = useQuery(municipalitiesQuery);
  // The same columns as long as nothing is said differently: thousands of rows are not put in order anew for each click.
  return useMemo(() => {
    const names = new Map(municipalities?.map(({ code, name }) => [code, name]));
    const nameOf = (code: string): string => names.get(code) ?? code;
    const columns: Column<Flag>[] = [
      {
        key: 'severity',
        header: t('column.severity'),
        width: '7rem',
        hiddenOn: 'phone',
        sortBy: ({ severity }) => SEVERITIES.indexOf(severity),
        cell: ({ severity }) => <StateBadge of="severity" state={severity} />,
      },
      {
        key: 'message',
        header: t('column.message'),
        width: 'minmax(12rem, 5fr)',
        sortBy: ({ message }) => message,
        cell: (flag) => <MessageCell flag={flag} />,
      },
      {
        key: 'place',
        header: t('column.place'),
        width: 'minmax(6rem, 1.4fr)',
        hiddenOn: 'tablet',
        sortBy: ({ municipalityCode }) =>
          municipalityCode === null ? null : nameOf(municipalityCode),
        cell: ({ municipalityCode }) =>
          municipalityCode === null ? (
            t('noPlace')
          ) : (
            <Anchor
              component={Link}
              to="/coverage/$code"
              params={{ code: municipalityCode } as never}
              inherit
            >
              {nameOf(municipalityCode)}
            </Anchor>
          ),
      },
      {
        key: 'since',
        header: t('column.since'),
        width: '7rem',
        hiddenOn: 'phone',
        sortBy: ({ raisedAt }) => Date.parse(raisedAt),
        cell: ({ raisedAt }) => format.date(raisedAt),
      },
      {
        key: 'owner',
        header: t('column.owner'),
        width: 'minmax(6rem, 1.2fr)',
        hiddenOn: 'tablet',
        sortBy: ({ assigneeName }) => assigneeName,
        cell: ({ assigneeName }) =>
          assigneeName ?? (
            <Text inherit c="dimmed">
              {t('noOwner')}
            </Text>
          ),
      },
      {
        key: 'state',
        header: t('column.state'),
        width: '8.5rem',
        hiddenOn: 'phone',
        sortBy: ({ state, acknowledgedUntil }) => `${state} ${acknowledgedUntil ?? ''}`,
        cell: (flag) => <StateCell flag={flag} />,
      },
    ];
    return isAllOpen ? columns.filter(({ key }) => key !== 'state') : columns;
  }, [t, format, municipalities, isAllOpen]);
}

/** The sentence, and on a phone beneath it what the hidden columns say. */
function MessageCell({ flag }: { flag: Flag }) {
  const { t } = useTranslation('flags');
  const format = useFormat();
  const { id, message, severity, raisedAt, assigneeName, state, acknowledgedUntil } = flag;
  const facts = [
    format.date(raisedAt),
    ...(assigneeName === null ? [] : [t('ownedBy', { name: assigneeName })]),
    ...(state === 'acknowledged' && acknowledgedUntil !== null
      ? [t('acknowledgedUntil', { date: format.dayAndMonth(acknowledgedUntil) })]
      : []),
  ];
  return (
    <Stack gap={4}>
      <Anchor component={Link} to="/flags/$id" params={{ id } as never} inherit>
        {message}
      </Anchor>
      <Text component="div" size="xs" c="dimmed" hiddenFrom="sm">
        <StateBadge of="severity" state={severity} /> {facts.join(' · ')}
      </Text>
    </Stack>
  );
}

function StateCell({ flag: { state, acknowledgedUntil, resolvedAt } }: { flag: Flag }) {
  const { t } = useTranslation('flags');
  const format = useFormat();
  return (
    <Stack gap={2} align="flex-start">
      <StateBadge of="flagState" state={state} />
      {state === 'acknowledged' && acknowledgedUntil !== null && (
        <Text size="xs" c="dimmed">
          {t('until', { date: format.date(acknowledgedUntil) })}
        </Text>
      )}
      {resolvedAt !== null && (
        <Text size="xs" c="dimmed">
          {format.date(resolvedAt)}
        </Text>
      )}
    </Stack>
  );
}
