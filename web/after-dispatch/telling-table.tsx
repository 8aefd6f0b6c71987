import { Table, Text } from '@mantine/core';
import { completeLines } from '../../src/delivery/told.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { compareFigures } from './comparison.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly confirmation: Confirmation;
  readonly materialOf: (materialId: string) => string;
}

/** What was told, and what is booked of it: a correction changes the one and leaves the other. */
export function TellingTable({ confirmation, materialOf }: Props) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const told = completeLines(confirmation.lines);
  const counted = confirmation.counted === null ? null : completeLines(confirmation.counted);
  const ids = [...new Set(told.map(({ materialId }) => materialId))];
  const rows = compareFigures(ids, counted, told);
  return (
    <div>
      <Table aria-label={t('list.said')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('difference.material')}</Table.Th>
            <Table.Th ta="end">{t('detail.told')}</Table.Th>
            {counted !== null && <Table.Th ta="end">{t('detail.counted')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ materialId, figure, standing, other, differs }) => (
            <Table.Tr key={`${materialId} ${figure}`}>
              <Table.Td>
                {t('compare.ofMaterial', {
                  figure: t(`figure.${figure}`),
                  material: materialOf(materialId),
                })}
              </Table.Td>
              <Table.Td className="number">{format.number(other)}</Table.Td>
              {counted !== null && (
                <Table.Td className="number" fw={differs ? 650 : 400}>
                  {format.number(standing ?? 0)}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {counted === null && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('detail.nothingBooked')}
        </Text>
      )}
    </div>
  );
}
