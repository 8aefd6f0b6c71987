import { Stack, Text } from '@mantine/core';
import { useMaterialOf } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import type { MaterialStock } from './balances.js';

interface Props {
  readonly sums: readonly MaterialStock[];
  readonly hasExpected: boolean;
}

/** How much there is of each material in all, how much of it can still be given, and what is to come. */
export function MaterialTable({ sums, hasExpected }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialOf = useMaterialOf();
  const nameOf = (id: string): string => materialOf(id)?.name ?? '…';
  const figure = (value: number): string => (value === 0 ? '—' : format.number(value));
  const columns: Column<MaterialStock>[] = [
    {
      key: 'material',
      header: t('column.material'),
      width: 'minmax(7rem, 2.2fr)',
      sortBy: ({ materialId }) => nameOf(materialId),
      cell: (row) => <MaterialCell row={row} name={nameOf(row.materialId)} />,
    },
    {
      key: 'onHand',
      header: t('column.onHand'),
      isNumber: true,
      width: 'minmax(5.2rem, 1fr)',
      sortBy: ({ onHand }) => onHand,
      cell: ({ onHand }) => figure(onHand),
    },
    {
      key: 'reserved',
      header: t('column.reserved'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ reserved }) => reserved,
      cell: ({ reserved }) => figure(reserved),
    },
    {
      key: 'available',
      header: t('column.available'),
      isNumber: true,
      width: 'minmax(6.7rem, 1fr)',
      sortBy: ({ available }) => available,
      cell: ({ available }) => <b>{format.number(available)}</b>,
    },
    ...(hasExpected
      ? [
          {
            key: 'expected',
            header: t('column.expected'),
            isNumber: true,
            hiddenOn: 'phone' as const,
            sortBy: ({ expected }: MaterialStock) => expected,
            cell: ({ expected, materialId }: MaterialStock) =>
              expected === 0 ? (
                '—'
              ) : (
                <TextLink to="/stock/print-orders" search={{ material: materialId }} inherit>
                  {format.number(expected)}
                </TextLink>
              ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('byMaterial')}
      rows={sums}
      columns={columns}
      idOf={({ materialId }) => materialId}
      initialSorting={{ key: 'material', isDescending: false }}
      height="none"
    />
  );
}

function MaterialCell({ row, name }: { row: MaterialStock; name: string }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const counted = (count: number) => ({ count, replace: { count: format.number(count) } });
  const facts = [
    ...(row.withPartners > 0 ? [t('withPartners', counted(row.withPartners))] : []),
    ...(row.heldBack > 0 ? [t('heldBack', counted(row.heldBack))] : []),
  ];
  return (
    <Stack gap={0}>
      <Text inherit fw={600}>
        {name}
      </Text>
      {facts.map((fact) => (
        <Text key={fact} size="xs" c="dimmed">
          {fact}
        </Text>
      ))}
      {(row.reserved > 0 || row.expected > 0) && (
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {t('reservedAndExpected', {
            reserved: format.number(row.reserved),
            expected: format.number(row.expected),
          })}
        </Text>
      )}
    </Stack>
  );
}
