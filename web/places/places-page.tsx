import { Button, Grid, Group, Paper, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMapPin, IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ButtonLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { useCounted } from '../parts/use-counted.js';
import { PlacesTabs } from './places-tabs.js';
import { filterPoints, readUse } from './point-filter.js';
import { PointFilters } from './point-filters.js';
import { PointForm } from './point-form.js';
import { PointMap } from './point-map.js';
import { PointCommandsContext } from './point-row-menu.js';
import { PointTable } from './point-table.js';
import { useRemovePoint } from './use-keep-point.js';
import { useIndexedPoints } from './use-points.js';

type Shown = 'none' | 'new' | DeliveryPoint;

/** Delivery points, on a list and on a map. */
export function PlacesPage() {
  const { t } = useTranslation('places');
  const mayWrite = useMayWrite();
  const { points, indexed, tags } = useIndexedPoints();
  const [{ municipality }] = useAddress();
  const [shown, setShown] = useState<Shown>('none');
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setShown('new')}>
      {t('points.make')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('points.title')}
        lead={t('points.lead')}
        {...(mayWrite && { actions: make })}
      />
      <PlacesTabs />
      <Loaded query={points} height={420}>
        {(all) =>
          all.length === 0 ? (
            <EmptyPage
              icon={<IconMapPin />}
              title={t('points.emptyTitle')}
              {...(mayWrite && { action: make })}
            >
              {t(mayWrite ? 'points.emptyText' : 'points.emptyForReader')}
            </EmptyPage>
          ) : (
            <>
              <PointFilters tags={tags} />
              <Points indexed={indexed} onEdit={setShown} />
            </>
          )
        }
      </Loaded>
      {shown !== 'none' && (
        <PointForm
          key={shown === 'new' ? 'new' : shown.id}
          point={shown === 'new' ? undefined : shown}
          municipalityCode={municipality}
          tags={tags}
          onClose={() => setShown('none')}
        />
      )}
    </>
  );
}

interface PointsProps {
  readonly indexed: ReturnType<typeof useIndexedPoints>['indexed'];
  readonly onEdit: (point: DeliveryPoint) => void;
}

function Points({ indexed, onEdit }: PointsProps) {
  const mayWrite = useMayWrite();
  const found = useFound(indexed);
  const [address, setAddress] = useAddress();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [pointedCode, setPointedCode] = useState<string>();
  const isWide = useMediaQuery('(min-width: 75em)') ?? true;
  const { switchTo, remove } = useRemovePoint();
  const commands = { edit: onEdit, switchTo, remove };
  const list = (
    <PointCommandsContext value={commands}>
      <PointTable
        points={found}
        selected={selected}
        onHover={(point) => setPointedCode(point?.municipalityCode)}
        {...(mayWrite && { onSelect: setSelected })}
      />
    </PointCommandsContext>
  );
  const map = (
    <PointMap
      points={found}
      pointedCode={pointedCode}
      chosenCode={address['municipality']}
      onChoose={(code) =>
        setAddress({
          municipality: code === address['municipality'] ? undefined : code,
          district: undefined,
          ...(isWide ? {} : { view: undefined }),
        })
      }
    />
  );
  const chosen = found.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  return (
    <>
      {chosen.length > 0 && <SelectionBar ids={chosen} onClear={() => setSelected(new Set())} />}
      {isWide ? (
        <Grid gap="lg">
          <Grid.Col span={8}>{list}</Grid.Col>
          <Grid.Col span={4}>{map}</Grid.Col>
        </Grid>
      ) : (
        <>
          <ViewChoice />
          {address['view'] === 'map' ? map : list}
        </>
      )}
    </>
  );
}

function useFound(indexed: PointsProps['indexed']): readonly DeliveryPoint[] {
  const [{ q, kind, tag, district, municipality, use }] = useAddress();
  // The field follows the keys at once, thousands of rows a moment later.
  const typed = useDeferredValue(q);
  return useMemo(
    () => filterPoints(indexed, { q: typed, kind, tag, district, municipality, use: readUse(use) }),
    [indexed, typed, kind, tag, district, municipality, use],
  );
}

function ViewChoice() {
  const { t } = useTranslation('places');
  const [{ view }, setAddress] = useAddress();
  return (
    <SegmentedControl
      fullWidth
      mb="md"
      aria-label={t('points.view')}
      value={view === 'map' ? 'map' : 'list'}
      onChange={(value) => setAddress({ view: value === 'map' ? 'map' : undefined })}
      data={[
        { value: 'list', label: t('points.asList') },
        { value: 'map', label: t('points.asMap') },
      ]}
    />
  );
}

function SelectionBar({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const { t } = useTranslation(['places', 'parts']);
  const counted = useCounted();
  return (
    <Paper withBorder p="xs" mb="sm" radius="md">
      <Group justify="space-between">
        <Text size="sm">{t('parts:selected', counted(ids.length))}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClear}>
            {t('points.clearSelection')}
          </Button>
          <ButtonLink
            to="/batches/new"
            search={{ points: ids.join(',') }}
            leftSection={<IconTruckDelivery size={16} aria-hidden />}
          >
            {t('points.sendTo', counted(ids.length))}
          </ButtonLink>
        </Group>
      </Group>
    </Paper>
  );
}
