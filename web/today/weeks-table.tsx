import { Table } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { PlannedWeek } from './weekly-plan.js';

/** The chart's figures, for those who read or hear them. */
export function WeeksTable({ weeks }: { weeks: readonly PlannedWeek[] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const write = (pieces: number | null): string => (pieces === null ? '—' : format.number(pieces));
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('weeks.week')}</Table.Th>
            <Table.Th className="number">{t('weeks.dispatched')}</Table.Th>
            <Table.Th className="number">{t('weeks.deliveredShort')}</Table.Th>
            <Table.Th className="number">{t('weeks.planShort')}</Table.Th>
            <Table.Th className="number">{t('weeks.total')}</Table.Th>
            <Table.Th className="number">{t('weeks.planTotal')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map((week) => (
            <Table.Tr key={week.startsOn}>
              <Table.Th scope="row" fw={400}>
                {t('weeks.weekOf', {
                  from: format.dayAndMonth(week.startsOn),
                  to: format.dayAndMonth(week.endsOn),
                })}
              </Table.Th>
              <Table.Td className="number">{write(week.dispatched)}</Table.Td>
              <Table.Td className="number">{write(week.delivered)}</Table.Td>
              <Table.Td className="number">{write(week.plan)}</Table.Td>
              <Table.Td className="number">{write(week.deliveredTotal)}</Table.Td>
              <Table.Td className="number">{write(week.planTotal)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
