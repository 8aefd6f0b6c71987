import { Group, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMaterialNames } from '../api/use-materials.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { ButtonLink, TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { StateBadge } from '../parts/state-badge.js';
import { gatherPoints, type PointWithPieces } from './arrivals.js';
import { PointKindLine } from './point-kind-line.js';
import { Section } from '../parts/section.js';
import { usePointsOf } from './use-municipality.js';

/** Each delivery point here with what it got. */
export function PointsSection({ code }: { code: string }) {
  const { t } = useTranslation('coverage');
  const points = usePointsOf(code);
  const columns = useColumns();
  const mayWrite = useMayWrite();
  return (
    <Section
      title={t('place.points')}
      aside={
        mayWrite && (
          <ButtonLink variant="default" size="xs" to="/places" search={{ municipality: code }}>
            {t('place.toPoints')}
          </ButtonLink>
        )
      }
    >
      <Loaded query={points} height={200}>
        {({ items }) => {
          const rows = gatherPoints(items);
          if (rows.length === 0) return <Text c="dimmed">{t('place.noPoints')}</Text>;
          return (
            <DataTable
              label={t('place.points')}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              nameOf={({ name }) => name}
              height="30rem"
            />
          );
        }}
      </Loaded>
    </Section>
  );
}

function useColumns(): readonly Column<PointWithPieces>[] {
  const { t } = useTranslation(['coverage', 'parts']);
  const format = useFormat();
  const nameOf = useMaterialNames();
  return useMemo(
    () => [
      {
        key: 'point',
        header: t('parts:point'),
        width: 'minmax(6.5rem, 2fr)',
        sortBy: ({ name }) => name,
        cell: (row) => <PointCell row={row} />,
      },
      {
        key: 'got',
        header: t('column.got'),
        width: 'minmax(8rem, 3fr)',
        hiddenOn: 'phone',
        cell: ({ got, outlook }) =>
          got.length > 0 ? (
            <Text size="sm">
              {format.list(
                got.map(({ materialId, quantity }) =>
                  t('gotLine', { material: nameOf(materialId), quantity: format.number(quantity) }),
                ),
              )}
            </Text>
          ) : (
            outlook !== null && <StateBadge of="outlook" state={outlook} />
          ),
      },
      {
        key: 'total',
        header: t('column.pieces'),
        width: '5rem',
        isNumber: true,
        sortBy: ({ total }) => total,
        cell: ({ total }) => format.number(total),
      },
      {
        key: 'last',
        header: t('column.lastDelivered'),
        width: '6.25rem',
        sortBy: ({ lastDeliveredAt }) => lastDeliveredAt,
        cell: ({ lastDeliveredAt }) =>
          lastDeliveredAt === null ? '—' : format.date(lastDeliveredAt),
      },
    ],
    [t, format, nameOf],
  );
}

function PointCell({ row }: { row: PointWithPieces }) {
  return (
    <Stack gap={2}>
      <Group gap={6} wrap="nowrap">
        <TextLink to="/places/points/$id" params={{ id: row.id }} size="sm" fw={600}>
          {row.name}
        </TextLink>
        {row.isConfidential && <ConfidentialMark />}
      </Group>
      <PointKindLine kind={row.kind} tags={row.tags} />
    </Stack>
  );
}

/** Only those who deliver there and coordinators see the point at all: they should know that others do not. */
export function ConfidentialMark() {
  const { t } = useTranslation('coverage');
  return (
    <span role="img" aria-label={t('confidential')} title={t('confidential')}>
      <IconEyeOff size={15} aria-hidden />
    </span>
  );
}
