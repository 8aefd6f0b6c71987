import { Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type Campaign, campaignsQuery, rememberCampaign } from '../api/campaigns-query.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { StateBadge } from '../parts/state-badge.js';

/** The others: opening one turns every page to it. */
export function CampaignList({ current }: { current: Campaign }) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const format = useFormat();
  const { data } = useSuspenseQuery(campaignsQuery);
  if (data.length < 2) return null;
  const columns: Column<Campaign>[] = [
    {
      key: 'name',
      header: t('field.name'),
      sortBy: ({ name }) => name,
      width: 'minmax(10rem, 3fr)',
      cell: ({ id, name, startsOn, endsOn }) => (
        <>
          {id === current.id ? (
            <Text size="sm" fw={600}>
              {name}
            </Text>
          ) : (
            <TextLink
              to="/campaign"
              search={{ campaign: id }}
              size="sm"
              onClick={() => rememberCampaign(id)}
            >
              {name}
            </TextLink>
          )}
          <Text size="xs" c="dimmed" hiddenFrom="sm">
            {t('period', { from: format.date(startsOn), to: format.date(endsOn) })}
          </Text>
        </>
      ),
    },
    {
      key: 'startsOn',
      header: t('field.startsOn'),
      sortBy: ({ startsOn }) => startsOn,
      cell: ({ startsOn }) => format.date(startsOn),
      hiddenOn: 'phone',
    },
    {
      key: 'endsOn',
      header: t('field.endsOn'),
      sortBy: ({ endsOn }) => endsOn,
      cell: ({ endsOn }) => format.date(endsOn),
      hiddenOn: 'phone',
    },
    {
      key: 'state',
      header: t('parts:state'),
      cell: ({ state }) => <StateBadge of="campaignState" state={state} />,
    },
  ];
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('all')}
      </Title>
      <DataTable label={t('all')} rows={data} columns={columns} idOf={({ id }) => id} />
    </Stack>
  );
}
