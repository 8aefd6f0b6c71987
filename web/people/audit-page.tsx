import { Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { actionOf } from './audit-action.js';
import { ForAdministrators } from './for-administrators.js';
import { PeopleTabs } from './people-tabs.js';
import { type AuditEntry, auditQuery } from './use-audit.js';
import { peopleQuery } from './use-people.js';
import classes from './people.module.css';

/** Who did what, when, from where. */
export function AuditPage() {
  const { t } = useTranslation('people');
  return (
    <ForAdministrators title={t('audit.title')}>
      <PageHeader title={t('audit.title')} lead={t('audit.lead')} />
      <PeopleTabs />
      <Filters />
      <Entries />
    </ForAdministrators>
  );
}

const OUTCOMES = ['done', 'refused'] as const;

function Filters() {
  const { t } = useTranslation(['people', 'parts']);
  const [{ who, outcome, from, to }, setAddress] = useAddress();
  const { data: people = [] } = useQuery(peopleQuery);
  return (
    <Group gap="sm" align="flex-end" mb="md">
      <Choice
        label={t('audit.who')}
        placeholder={t('audit.everybody')}
        clearable
        value={who ?? null}
        onChange={(id) => setAddress({ who: id ?? undefined })}
        options={people.map(({ id, name, email }) => ({ value: id, label: name, also: email }))}
      />
      <Select
        label={t('audit.outcome')}
        placeholder={t('audit.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('parts:clear') }}
        w={160}
        value={outcome ?? null}
        onChange={(value) => setAddress({ outcome: value ?? undefined })}
        data={OUTCOMES.map((value) => ({ value, label: t(`audit.${value}`) }))}
      />
      {(['from', 'to'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          w={160}
          label={t(`audit.${field}`)}
          value={(field === 'from' ? from : to) ?? ''}
          onChange={({ currentTarget }) =>
            setAddress({ [field]: currentTarget.value === '' ? undefined : currentTarget.value })
          }
        />
      ))}
    </Group>
  );
}

function Entries() {
  const { t } = useTranslation('people');
  const format = useFormat();
  const [{ who, outcome, from, to }] = useAddress();
  const known = OUTCOMES.find((each) => each === outcome);
  const entries = useInfiniteQuery(
    auditQuery({
      ...(who === undefined ? {} : { actor: who }),
      ...(known === undefined ? {} : { outcome: known }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }),
  );
  const columns = useColumns();
  return (
    <Loaded query={entries} height={320}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        return (
          <Stack gap="sm">
            <DataTable
              label={t('audit.title')}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              empty={t('audit.empty')}
            />
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {t('audit.shown', {
                  shown: format.number(rows.length),
                  total: format.number(pages[0]?.total ?? 0),
                })}
              </Text>
              {entries.hasNextPage && (
                <Button
                  variant="default"
                  loading={entries.isFetchingNextPage}
                  onClick={() => void entries.fetchNextPage()}
                >
                  {t('audit.more')}
                </Button>
              )}
            </Group>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function useColumns(): readonly Column<AuditEntry>[] {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { data: people = [] } = useQuery(peopleQuery);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const actorOf = ({ actorId }: AuditEntry): string =>
    actorId === null ? t('audit.nobody') : (names.get(actorId) ?? t('audit.formerly'));
  const wordOf = (entry: AuditEntry): string => {
    const action = actionOf(entry);
    const { method, route } = entry;
    return action === undefined ? t('audit.otherAction', { method, route }) : t(`action.${action}`);
  };
  return [
    {
      key: 'when',
      header: t('audit.when'),
      width: '9.5rem',
      cell: ({ recordedAt }) => format.dateTime(recordedAt),
    },
    {
      key: 'who',
      header: t('audit.who'),
      width: 'minmax(8rem, 1.5fr)',
      hiddenOn: 'phone',
      cell: actorOf,
    },
    {
      key: 'what',
      header: t('audit.what'),
      width: 'minmax(9rem, 3fr)',
      cell: (entry) => (
        <Stack gap={2}>
          <Group gap={6}>
            <Text size="sm">{wordOf(entry)}</Text>
            {entry.outcome === 'refused' && (
              <Badge color="orange" variant="light" styles={{ root: { textTransform: 'none' } }}>
                {t('audit.refused')}
              </Badge>
            )}
          </Group>
          <Text size="xs" c="dimmed" className={classes.onlyPhone}>
            {actorOf(entry)}
          </Text>
          <Subjects entry={entry} names={names} />
        </Stack>
      ),
    },
    {
      key: 'where',
      header: t('audit.where'),
      width: '9rem',
      hiddenOn: 'tablet',
      cell: ({ ip }) => ip,
    },
  ];
}

/** People by name where they are known; everything else by its id, as it is on record. */
function Subjects({
  entry: { subjectIds, actorId },
  names,
}: {
  entry: AuditEntry;
  names: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation('people');
  const others = subjectIds.filter((id) => id !== actorId);
  if (others.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('audit.subject', { subject: others.map((id) => names.get(id) ?? id).join(', ') })}
    </Text>
  );
}
