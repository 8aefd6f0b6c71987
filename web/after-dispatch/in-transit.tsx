import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { dayOf, daysBetween } from '../../src/time.js';
import { useMayWrite } from '../api/use-session.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { useAddress } from '../parts/use-address.js';
import classes from './after-dispatch.module.css';
import { ArrivedForm } from './arrived-form.js';
import { findUnderWay, type Tally, tallyLines } from './tally.js';
import { TakeForm } from './take-form.js';
import { useCount } from './use-count.js';
import { type Stops, useStops } from './use-stops.js';

interface Row {
  readonly stop: BatchConsignment;
  readonly tally: Tally;
  /** Days since it was expected; 0 where it is not late. */
  readonly lateDays: number;
}

type Act = 'arrived' | 'return' | 'lose';

/** Consignments of which something is still under way, and what can be said of several at once. */
export function InTransit({ batch }: { batch: BatchDetail }) {
  const { t } = useTranslation('after-dispatch');
  const stops = useStops(batch);
  const [, setAddress] = useAddress();
  const mayAct = useMayWrite() && batch.state === 'dispatched';
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<Act>();
  const columns = useColumns(stops, mayAct);
  const rows = findUnderWay(batch.consignments).map(describeRow);
  const chosen = rows.filter(({ stop }) => selected.has(stop.id)).map(({ stop }) => stop);
  const begin = (chosenAct: Act): void => {
    setAct(chosenAct);
    // The form says what became of each: it stays, also once nothing is in transit any more.
    setAddress({ after: 'transit' });
  };
  const finish = (): void => {
    setAct(undefined);
    setSelected(new Set());
  };
  return (
    <Stack gap="sm">
      {rows.length === 0 && (
        <Text c="dimmed">
          {t(batch.state === 'closed' ? 'transit.emptyClosed' : 'transit.empty')}
        </Text>
      )}
      {rows.length > 0 && mayAct && <SelectionBar count={chosen.length} onAct={begin} />}
      {rows.length > 0 && (
        <DataTable
          label={t('tabs.transit')}
          rows={rows}
          columns={columns}
          idOf={({ stop }) => stop.id}
          nameOf={({ stop }) => stop.deliveryPoint.name}
          initialSorting={{ key: 'expected', isDescending: false }}
          {...(mayAct ? { selected, onSelect: setSelected } : {})}
        />
      )}
      {act === 'arrived' && <ArrivedForm batch={batch} consignments={chosen} onClose={finish} />}
      {(act === 'return' || act === 'lose') && (
        <TakeForm step={act} batch={batch} consignments={chosen} onClose={finish} />
      )}
    </Stack>
  );
}

function describeRow(stop: BatchConsignment): Row {
  const today = dayOf(new Date().toISOString());
  const lateDays = stop.expectedAt === null ? 0 : daysBetween(dayOf(stop.expectedAt), today);
  return { stop, tally: tallyLines(stop.lines), lateDays: Math.max(0, lateDays) };
}

function SelectionBar({ count, onAct }: { count: number; onAct: (act: Act) => void }) {
  const { t } = useTranslation('after-dispatch');
  const counted = useCount();
  return (
    <Group gap="xs" mih={36}>
      {count === 0 ? (
        <Text size="sm" c="dimmed">
          {t('transit.hint')}
        </Text>
      ) : (
        <>
          <Text size="sm" fw={600} mr="xs" aria-live="polite">
            {t('take.selected', counted(count))}
          </Text>
          <Button size="sm" onClick={() => onAct('arrived')}>
            {t('command.arrived')}
          </Button>
          <Button size="sm" variant="default" onClick={() => onAct('return')}>
            {t('command.return')}
          </Button>
          <Button size="sm" variant="default" onClick={() => onAct('lose')}>
            {t('command.lose')}
          </Button>
        </>
      )}
    </Group>
  );
}

function useColumns(stops: Stops, mayAct: boolean): Column<Row>[] {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const columns: Column<Row>[] = [
    {
      key: 'point',
      header: t('list.point'),
      width: 'minmax(7rem, 3fr)',
      sortBy: ({ stop }) => stop.deliveryPoint.name,
      cell: (row) => <StopCell row={row} stops={stops} />,
    },
    {
      key: 'sent',
      header: t('figure.sent'),
      isNumber: true,
      hiddenOn: 'tablet',
      sortBy: ({ tally }) => tally.sent,
      cell: ({ tally }) => format.number(tally.sent),
    },
    {
      key: 'delivered',
      header: t('figure.delivered'),
      isNumber: true,
      hiddenOn: 'phone',
      sortBy: ({ tally }) => tally.delivered,
      cell: ({ tally }) => format.number(tally.delivered),
    },
    {
      key: 'refused',
      header: t('figure.refused'),
      isNumber: true,
      hiddenOn: 'tablet',
      sortBy: ({ tally }) => tally.refused,
      cell: ({ tally }) => format.number(tally.refused),
    },
    {
      key: 'transit',
      header: t('figure.inTransit'),
      isNumber: true,
      width: 'minmax(4rem, 1fr)',
      sortBy: ({ tally }) => tally.inTransit,
      cell: ({ tally }) => format.number(tally.inTransit),
    },
    {
      key: 'expected',
      header: t('transit.expected'),
      width: 'minmax(8rem, 1.4fr)',
      hiddenOn: 'phone',
      sortBy: ({ stop }) => stop.expectedAt,
      cell: (row) => <ExpectedCell row={row} />,
    },
  ];
  if (mayAct) {
    columns.push({
      key: 'act',
      header: t('list.act'),
      width: '5.75rem',
      cell: ({ stop }) => <ConfirmButton stop={stop} />,
    });
  }
  return columns;
}

function StopCell({ row, stops }: { row: Row; stops: Stops }) {
  return (
    <>
      <Text size="sm" fw={500}>
        {row.stop.deliveryPoint.name}
      </Text>
      <Text size="xs" c="dimmed">
        {stops.placeOf(row.stop.id)}
      </Text>
      <Text size="xs" c="dimmed" component="div" hiddenFrom="xs">
        <ExpectedCell row={row} />
      </Text>
    </>
  );
}

function ExpectedCell({ row }: { row: Row }) {
  const format = useFormat();
  const { expectedAt } = row.stop;
  return (
    <>
      {expectedAt !== null && <div>{format.date(expectedAt)}</div>}
      <Word row={row} />
    </>
  );
}

/** What is known of it: late without a word stands out. */
function Word({ row: { stop, lateDays, tally } }: { row: Row }) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  if (tally.refused === tally.inTransit) return <Text size="xs">{t('transit.refused')}</Text>;
  if (stop.standingConfirmationId !== null)
    return (
      <Text size="xs" c="dimmed">
        {t('transit.someWord')}
      </Text>
    );
  if (lateDays === 0)
    return (
      <Text size="xs" c="dimmed">
        {t('transit.noWord')}
      </Text>
    );
  return (
    <Text size="xs" className={classes.late}>
      {t('transit.late', count(lateDays))}
    </Text>
  );
}

function ConfirmButton({ stop }: { stop: BatchConsignment }) {
  const { t } = useTranslation('after-dispatch');
  const [, setAddress] = useAddress();
  return (
    <Button
      size="compact-sm"
      h={36}
      variant="light"
      aria-label={t('command.confirmOf', { name: stop.deliveryPoint.name })}
      onClick={() => setAddress({ do: 'confirm', consignment: stop.id })}
    >
      {t('command.confirmShort')}
    </Button>
  );
}
