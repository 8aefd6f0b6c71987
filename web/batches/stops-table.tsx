import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LineWish } from '../../src/distribution/fill.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { countPieces, type Stop, type StopPoint } from './stops.js';

interface Props {
  readonly stops: readonly Stop[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (pointIds: ReadonlySet<string>) => void;
  readonly onChange: (stop: Stop) => void;
  readonly onRemove: (stop: Stop) => void;
  readonly empty: ReactNode;
}

/** The stops of a draft while it is written. */
export function StopsTable({ stops, selected, onSelect, onChange, onRemove, empty }: Props) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const nameOf = useMunicipalityNames();
  const describeLines = useLineWords();
  const columns: Column<Stop>[] = [
    {
      key: 'point',
      header: t('column.point'),
      width: 'minmax(10rem, 2fr)',
      sortBy: ({ point }) => `${nameOf(point.municipalityCode)} ${point.name}`,
      cell: ({ point, lines }) => <PointCell point={point} below={describeLines(lines)} />,
    },
    {
      key: 'lines',
      header: t('column.content'),
      width: 'minmax(10rem, 2fr)',
      hiddenOn: 'phone',
      cell: ({ lines }) =>
        lines.length === 0 ? (
          <Text size="sm" c="orange" fw={600}>
            {t('stop.empty')}
          </Text>
        ) : (
          describeLines(lines)
        ),
    },
    {
      key: 'pieces',
      header: t('column.pieces'),
      width: '5.5rem',
      isNumber: true,
      sortBy: ({ lines }) => countPieces(lines),
      cell: ({ lines }) => format.number(countPieces(lines)),
      total: format.number(stops.reduce((sum, { lines }) => sum + countPieces(lines), 0)),
    },
    {
      key: 'actions',
      header: t('column.actions'),
      width: '5rem',
      cell: (stop) => (
        <RowActions stop={stop} onChange={() => onChange(stop)} onRemove={() => onRemove(stop)} />
      ),
    },
  ];
  return (
    <DataTable
      label={t('stops')}
      rows={stops}
      columns={columns}
      idOf={({ point }) => point.id}
      nameOf={({ point }) => point.name}
      selected={selected}
      onSelect={onSelect}
      empty={empty}
      height="55vh"
    />
  );
}

/** `Letak za decu 100 · Plakat 2`. */
export function useLineWords(): (lines: readonly LineWish[]) => string {
  const format = useFormat();
  const materialName = useMaterialNames();
  return (lines) =>
    lines
      .map(({ materialId, quantity }) => `${materialName(materialId)} ${format.number(quantity)}`)
      .join(' · ');
}

function PointCell({ point, below }: { point: StopPoint; below: string }) {
  const { t } = useTranslation('language');
  const nameOf = useMunicipalityNames();
  return (
    <>
      <Text size="sm" fw={600}>
        {point.name}
      </Text>
      <Text size="xs" c="dimmed">
        {`${nameOf(point.municipalityCode)} · ${t(`pointKind.${point.kind as 'school'}`)}`}
      </Text>
      <Text size="xs" hiddenFrom="sm">
        {below}
      </Text>
    </>
  );
}

function RowActions({
  stop,
  onChange,
  onRemove,
}: {
  stop: Stop;
  onChange: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('batches');
  const { name } = stop.point;
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <Tooltip label={t('stop.change')}>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('stop.changeOf', { name })}
          onClick={onChange}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('stop.remove')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('stop.removeOf', { name })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
