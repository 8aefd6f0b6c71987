import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconBuildingWarehouse } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { type Warehouse, warehousesQuery } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Column } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { useCounted } from '../parts/use-counted.js';
import { KeptPage } from './kept-page.js';
import { RetiredBadge } from './point-name.js';
import { RowMenu } from './row-menu.js';
import { useKeepers, useRemoveWarehouse } from './use-warehouse-keeping.js';
import { WarehouseForm } from './warehouse-form.js';
import classes from './places.module.css';

/** Where stock is kept: our own, and partners'. */
export function WarehousesPage() {
  const warehouses = useQuery(warehousesQuery);
  const [shown, setShown] = useState<'none' | 'new' | Warehouse>('none');
  const columns = useColumns(setShown);
  return (
    <KeptPage
      of="warehouses"
      icon={<IconBuildingWarehouse />}
      query={warehouses}
      columns={columns}
      onMake={() => setShown('new')}
    >
      {shown !== 'none' && (
        <WarehouseForm
          key={shown === 'new' ? 'new' : shown.id}
          warehouse={shown === 'new' ? undefined : shown}
          onClose={() => setShown('none')}
        />
      )}
    </KeptPage>
  );
}

function useColumns(onEdit: (warehouse: Warehouse) => void): readonly Column<Warehouse>[] {
  const { t } = useTranslation(['places', 'language']);
  const mayWrite = useMayWrite();
  const municipalityName = useMunicipalityNames();
  const { switchTo, remove } = useRemoveWarehouse();
  const actions: Column<Warehouse> = {
    key: 'actions',
    header: '',
    width: '2.5rem',
    cell: (warehouse) => (
      <RowMenu
        name={warehouse.name}
        active={warehouse.active}
        onEdit={() => onEdit(warehouse)}
        onSwitch={(active) => switchTo(warehouse, active)}
        onRemove={() => remove(warehouse)}
      />
    ),
  };
  return [
    {
      key: 'name',
      header: t('name'),
      width: 'minmax(10rem, 3fr)',
      sortBy: ({ name }) => name,
      cell: (warehouse) => <NameCell warehouse={warehouse} />,
    },
    {
      key: 'kind',
      header: t('kind'),
      width: '8rem',
      hiddenOn: 'phone',
      sortBy: ({ kind }) => t(`language:warehouseKind.${kind}`),
      cell: ({ kind }) => (
        <Badge
          color={kind === 'own' ? 'reach' : 'grape'}
          variant="light"
          styles={{ root: { textTransform: 'none' } }}
        >
          {t(`language:warehouseKind.${kind}`)}
        </Badge>
      ),
    },
    {
      key: 'municipality',
      header: t('municipality'),
      width: 'minmax(7rem, 1.5fr)',
      hiddenOn: 'phone',
      sortBy: ({ municipalityCode }) => municipalityName(municipalityCode),
      cell: ({ municipalityCode }) => municipalityName(municipalityCode),
    },
    {
      key: 'keepers',
      header: t('warehouses.keepers'),
      width: 'minmax(8rem, 2fr)',
      hiddenOn: 'tablet',
      cell: ({ keeperIds }) => <Keepers ids={keeperIds} />,
    },
    {
      key: 'stock',
      header: t('warehouses.stock'),
      width: '5rem',
      cell: ({ id }) => (
        <TextLink to="/stock" search={{ warehouse: id }} size="sm">
          {t('warehouses.stock')}
        </TextLink>
      ),
    },
    ...(mayWrite ? [actions] : []),
  ];
}

function NameCell({ warehouse }: { warehouse: Warehouse }) {
  const { t } = useTranslation('language');
  const municipalityName = useMunicipalityNames();
  const { name, contact, kind, municipalityCode, active, warnings } = warehouse;
  return (
    <Stack gap={2}>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {!active && <RetiredBadge />}
      </Group>
      <Text size="xs" c="dimmed" className={classes.onlyPhone}>
        {[t(`warehouseKind.${kind}`), municipalityName(municipalityCode)].join(' · ')}
      </Text>
      {contact !== null && (
        <Text size="xs" c="dimmed">
          {[contact.person, contact.phone].filter(Boolean).join(' · ')}
        </Text>
      )}
      {warnings.map(({ code, message }) => (
        <Text key={code} size="xs" c="var(--late)">
          {message}
        </Text>
      ))}
    </Stack>
  );
}

/** By name for those who may know names, else how many. */
function Keepers({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('places');
  const format = useFormat();
  const counted = useCounted();
  const nameOf = new Map(useKeepers().map(({ id, name }) => [id, name]));
  if (ids.length === 0) return '—';
  const names = ids.flatMap((id) => nameOf.get(id) ?? []);
  return names.length === ids.length
    ? format.list(names)
    : t('warehouses.keeperCount', counted(ids.length));
}
