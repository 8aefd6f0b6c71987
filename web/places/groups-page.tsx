import { Group, Stack, Text } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PlaceGroup, placeGroupsQuery } from '../api/use-place-groups.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Column } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { useCounted } from '../parts/use-counted.js';
import { GroupForm } from './group-form.js';
import { KeptPage } from './kept-page.js';
import { RetiredBadge } from './point-name.js';
import { RowMenu } from './row-menu.js';
import { useRemoveGroup } from './use-groups.js';

/** Named lists of municipalities. */
export function GroupsPage() {
  const groups = useQuery(placeGroupsQuery);
  const [shown, setShown] = useState<'none' | 'new' | PlaceGroup>('none');
  const columns = useColumns(setShown);
  return (
    <KeptPage
      of="groups"
      icon={<IconMap2 />}
      query={groups}
      columns={columns}
      onMake={() => setShown('new')}
    >
      {shown !== 'none' && (
        <GroupForm
          key={shown === 'new' ? 'new' : shown.id}
          group={shown === 'new' ? undefined : shown}
          onClose={() => setShown('none')}
        />
      )}
    </KeptPage>
  );
}

function useColumns(onEdit: (group: PlaceGroup) => void): readonly Column<PlaceGroup>[] {
  const { t } = useTranslation(['places', 'language']);
  const format = useFormat();
  const counted = useCounted();
  const mayWrite = useMayWrite();
  const { data: municipalities = [] } = useQuery(municipalitiesQuery);
  const { switchTo, remove } = useRemoveGroup();
  const populationOf = ({ municipalityCodes }: PlaceGroup): number =>
    municipalities
      .filter(({ code }) => municipalityCodes.includes(code))
      .reduce((sum, { population }) => sum + population, 0);
  const actions: Column<PlaceGroup> = {
    key: 'actions',
    header: '',
    width: '2.5rem',
    cell: (group) => (
      <RowMenu
        name={group.name}
        active={group.active}
        onEdit={() => onEdit(group)}
        onSwitch={(active) => switchTo(group, active)}
        onRemove={() => remove(group)}
      />
    ),
  };
  return [
    {
      key: 'name',
      header: t('name'),
      width: 'minmax(11rem, 3fr)',
      sortBy: ({ name }) => name,
      cell: ({ name, source, validOn, active }) => (
        <Stack gap={2}>
          <Group gap={6}>
            <Text size="sm" fw={600}>
              {name}
            </Text>
            {!active && <RetiredBadge />}
          </Group>
          <Text size="xs" c="dimmed">
            {t('groups.dated', { source, date: format.date(validOn) })}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'members',
      header: t('groups.members'),
      width: 'minmax(8rem, 2fr)',
      sortBy: ({ municipalityCodes }) => municipalityCodes.length,
      cell: (group) => (
        <Stack gap={2}>
          <Text size="sm">
            {t('language:count.municipalities', counted(group.municipalityCodes.length))}
          </Text>
          <Text size="xs" c="dimmed">
            {t('language:count.people', counted(populationOf(group)))}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'coverage',
      header: '',
      width: '10rem',
      hiddenOn: 'phone',
      cell: ({ id }) => (
        <TextLink to="/coverage" search={{ group: id }} size="sm">
          {t('groups.seeCoverage')}
        </TextLink>
      ),
    },
    ...(mayWrite ? [actions] : []),
  ];
}
