import { ActionIcon, Badge, Group, Menu, Stack, Text } from '@mantine/core';
import {
  IconDots,
  IconKey,
  IconPencil,
  IconTrash,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../api/campaigns-query.js';
import { districtsQuery } from '../api/use-register.js';
import { useMyself } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { isLastAdministrator } from './person-draft.js';
import type { usePersonCommands } from './use-keep-person.js';
import type { Person } from './use-people.js';
import classes from './people.module.css';

interface Props {
  readonly people: readonly Person[];
  /** Only those of this role. */
  readonly role: string | undefined;
  readonly commands: ReturnType<typeof usePersonCommands>;
  readonly onEdit: (person: Person) => void;
}

/** Everybody with an account. */
export function PeopleTable({ people, role, commands, onEdit }: Props) {
  const { t } = useTranslation(['people', 'language']);
  const stateOf = useStateOf();
  const columns: Column<Person>[] = [
    {
      key: 'name',
      header: t('name'),
      width: 'minmax(11rem, 3fr)',
      sortBy: ({ name }) => name,
      cell: (person) => <PersonCell person={person} />,
    },
    {
      key: 'role',
      header: t('role'),
      width: '8rem',
      hiddenOn: 'phone',
      sortBy: (person) => t(`language:role.${person.role}`),
      cell: (person) => t(`language:role.${person.role}`),
    },
    {
      key: 'works',
      header: t('works'),
      width: 'minmax(9rem, 2fr)',
      hiddenOn: 'tablet',
      cell: (person) => <Limits person={person} />,
    },
    {
      key: 'access',
      header: t('access'),
      width: '10rem',
      hiddenOn: 'phone',
      sortBy: stateOf,
      cell: (person) => <AccessBadge person={person} />,
    },
    {
      key: 'actions',
      header: '',
      width: '2.5rem',
      cell: (person) => (
        <PersonMenu
          person={person}
          isLast={isLastAdministrator(person, people)}
          commands={commands}
          onEdit={onEdit}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={t('title')}
      rows={people.filter((person) => role === undefined || person.role === role)}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      initialSorting={{ key: 'name', isDescending: false }}
    />
  );
}

function PersonCell({ person }: { person: Person }) {
  const { t } = useTranslation(['people', 'language']);
  const myself = useMyself();
  return (
    <Stack gap={2}>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {person.name}
        </Text>
        {person.id === myself.id && (
          <Badge variant="light" styles={{ root: { textTransform: 'none' } }}>
            {t('me')}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {person.email}
      </Text>
      <Group gap={6} className={classes.onlyPhone}>
        <Text size="xs" c="dimmed" span>
          {t(`language:role.${person.role}`)}
        </Text>{' '}
        <AccessBadge person={person} />
      </Group>
    </Stack>
  );
}

function useStateOf(): (person: Person) => string {
  const { t } = useTranslation('people');
  return ({ active, hasPassword }) => {
    if (!active) return t('state_off');
    return t(hasPassword ? 'state_on' : 'state_noPassword');
  };
}

function AccessBadge({ person }: { person: Person }) {
  const stateOf = useStateOf();
  const color = person.active && person.hasPassword ? 'reach' : 'gray';
  return (
    <Badge color={color} variant="light" styles={{ root: { textTransform: 'none' } }}>
      {stateOf(person)}
    </Badge>
  );
}

function Limits({ person: { campaignIds, districtCodes, role } }: { person: Person }) {
  const { t } = useTranslation('people');
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const { data: districts = [] } = useQuery(districtsQuery);
  const named = (
    chosen: readonly string[] | null,
    names: readonly { readonly key: string; readonly name: string }[],
    all: string,
  ): string =>
    chosen === null
      ? all
      : chosen.map((key) => names.find((each) => each.key === key)?.name ?? key).join(', ');
  return (
    <Stack gap={0}>
      <Text size="sm">
        {named(
          campaignIds,
          campaigns.map(({ id, name }) => ({ key: id, name })),
          t('allCampaigns'),
        )}
      </Text>
      {role === 'coordinator' && (
        <Text size="xs" c="dimmed">
          {named(
            districtCodes,
            districts.map(({ code, name }) => ({ key: code, name })),
            t('allDistricts'),
          )}
        </Text>
      )}
    </Stack>
  );
}

interface MenuProps {
  readonly person: Person;
  readonly isLast: boolean;
  readonly commands: Props['commands'];
  readonly onEdit: (person: Person) => void;
}

function PersonMenu({ person, isLast, commands, onEdit }: MenuProps) {
  const { t } = useTranslation(['people', 'parts']);
  return (
    <Menu position="bottom-end" withinPortal width={260}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('actionsFor', { name: person.name })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => onEdit(person)}
        >
          {t('parts:edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKey size={16} aria-hidden />}
          onClick={() => commands.resetPassword(person)}
        >
          {t('resetPassword')}
        </Menu.Item>
        {person.active ? (
          <Menu.Item
            color="red"
            disabled={isLast}
            leftSection={<IconUserOff size={16} aria-hidden />}
            onClick={() => commands.switchOff(person)}
          >
            {t('switchOff')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconUserCheck size={16} aria-hidden />}
            onClick={() => commands.switchOn(person)}
          >
            {t('switchOn')}
          </Menu.Item>
        )}
        <Menu.Item
          color="red"
          disabled={isLast}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => commands.remove(person)}
        >
          {t('removeConfirm')}
        </Menu.Item>
        {isLast && (
          <Menu.Label style={{ whiteSpace: 'normal' }}>{t('lastAdministrator')}</Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
