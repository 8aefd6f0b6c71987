import { Group, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { Choice } from '../parts/choice.js';
import { ShareBar } from '../parts/share-bar.js';
import { StateBadge } from '../parts/state-badge.js';
import { useAddress } from '../parts/use-address.js';
import { Arrival } from './arrival.js';
import classes from './batch-board.module.css';
import { BatchSize } from './batch-size.js';
import { useBatchName } from './batch-name.js';
import { BOARD_STATES, type BoardState, layOutBoard } from './batch-list.js';
import type { Batch } from './use-batches.js';

/** Cards of one column; older ones are in the list. */
const SHOWN_CARDS = 25;

/** Batches by state, from left to right as they live; on a phone one state at a time. */
export function BatchBoard({ batches }: { batches: readonly Batch[] }) {
  const { t } = useTranslation(['batches', 'language', 'parts']);
  const [address, setAddress] = useAddress();
  const isNarrow = useMediaQuery('(max-width: 75em)', false, {
    getInitialValueInEffect: false,
  });
  const board = layOutBoard(batches);
  const wished = BOARD_STATES.find((state) => state === address['state']);
  const column = wished ?? BOARD_STATES.find((state) => board[state].length > 0) ?? 'draft';
  const states = isNarrow ? [column] : BOARD_STATES;
  return (
    <Stack gap="sm">
      {isNarrow && (
        <Choice
          label={t('parts:state')}
          searchable={false}
          allowDeselect={false}
          value={column}
          onChange={(state) => setAddress({ state: state ?? undefined })}
          options={BOARD_STATES.map((state) => ({
            value: state,
            label: t('stateCount', {
              state: t(`language:batchState.${state}`),
              number: board[state].length,
            }),
          }))}
        />
      )}
      <div className={classes.board} data-single={isNarrow || undefined}>
        {states.map((state) => (
          <BoardColumn key={state} state={state} batches={board[state]} />
        ))}
      </div>
    </Stack>
  );
}

function BoardColumn({ state, batches }: { state: BoardState; batches: readonly Batch[] }) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  const further = batches.length - SHOWN_CARDS;
  return (
    <section className={classes.column} aria-label={t(`language:batchState.${state}`)}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Title order={2} size="sm">
          <StateBadge of="batchState" state={state} />
        </Title>
        <Text size="sm" c="dimmed" className="number">
          {format.number(batches.length)}
        </Text>
      </Group>
      {batches.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('board.empty')}
        </Text>
      )}
      <Stack component="ul" gap="xs" className={classes.cards}>
        {batches.slice(0, SHOWN_CARDS).map((batch) => (
          <li key={batch.id}>
            <BatchCard batch={batch} />
          </li>
        ))}
      </Stack>
      {further > 0 && (
        <TextLink to="/batches" search={{ state }} size="sm">
          {t('board.further', { count: further })}
        </TextLink>
      )}
    </section>
  );
}

function BatchCard({ batch }: { batch: Batch }) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  const nameOf = useBatchName();
  const warehouseName = useWarehouseNames();
  const isUnderWay = batch.state === 'dispatched';
  return (
    <Link to="/batches/$id" params={{ id: batch.id }} className={classes.card}>
      <Text size="sm" fw={600}>
        {nameOf(batch)}
      </Text>
      <Text size="xs" c="dimmed">
        {t('madeOn', {
          warehouse: warehouseName(batch.warehouseId),
          date: format.date(batch.createdAt),
        })}
      </Text>
      <Text size="xs" mt={4}>
        <BatchSize batch={batch} />
      </Text>
      {isUnderWay && (
        <Stack gap={4} mt={6}>
          <ShareBar
            share={batch.pieces === 0 ? null : Math.min(1, batch.delivered / batch.pieces)}
            label={t('column.delivered')}
          />
          <Arrival batch={batch} />
        </Stack>
      )}
    </Link>
  );
}
