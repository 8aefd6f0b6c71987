import { Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { WarehouseChoice } from '../parts/goods-choice.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { toPieces } from './figure-fields.js';
import { MomentField, readClock, toInstant } from './moment-field.js';
import {
  isBeyond,
  listTakable,
  sumTaken,
  type Taken,
  takeFrom,
  type TakingLine,
  writeTaking,
} from './taking.js';
import { useCount } from './use-count.js';
import { useDrawer } from './use-drawer.js';
import { type Stops, useStops } from './use-stops.js';

type Step = 'return' | 'lose';

interface Props {
  readonly step: Step;
  readonly batch: BatchDetail;
  readonly consignments: readonly BatchConsignment[];
  readonly onClose: () => void;
}

const NOTHING: Taken = new Map();

/** Takes pieces out of transit: back to a warehouse, or declared lost; whole consignments or a part. */
export function TakeForm({ step, batch, consignments, onClose }: Props) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  const { isOpen, leave } = useDrawer(onClose);
  const [lines] = useState(() => listTakable(consignments));
  const [taken, setTaken] = useState(NOTHING);
  const [warehouseId, setWarehouseId] = useState<string | null>(batch.warehouseId);
  const [at, setAt] = useState(readClock);
  const [isNow, setIsNow] = useState(true);
  const [reason, setReason] = useState('');
  const command = useTake(step, batch.id, leave);
  const pieces = sumTaken(taken);
  const errors = command.error instanceof Refusal ? command.error.fieldErrors : {};
  const send = (): void =>
    command.mutate({
      lines: writeTaking(lines, taken),
      ...(step === 'return' && warehouseId !== null ? { warehouseId } : {}),
      // Untouched, it is the moment in which the service books it.
      ...(isNow ? {} : { occurredAt: toInstant(at)! }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  return (
    <SideForm
      title={t(`take.${step}.title`)}
      isOpen={isOpen}
      onClose={leave}
      onSubmit={send}
      submit={pieces === 0 ? t(`take.${step}.title`) : t(`take.${step}.submit`, count(pieces))}
      isPending={command.isPending}
      error={command.error}
      isDisabled={
        pieces === 0 ||
        isBeyond(lines, taken) ||
        toInstant(at) === undefined ||
        (step === 'return' && warehouseId === null)
      }
      size="lg"
    >
      <Text size="sm">{t(`take.${step}.text`)}</Text>
      <TakingTable step={step} batch={batch} lines={lines} taken={taken} onChange={setTaken} />
      {step === 'return' && (
        <WarehouseChoice
          label={t('take.warehouse')}
          required
          value={warehouseId}
          onChange={setWarehouseId}
          error={errors['warehouseId']}
        />
      )}
      <MomentField
        label={t('take.at')}
        value={at}
        onChange={(local) => {
          setAt(local);
          setIsNow(false);
        }}
        error={errors['occurredAt']}
      />
      <Textarea
        label={t('take.reason')}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SideForm>
  );
}

interface TableProps {
  readonly step: Step;
  readonly batch: BatchDetail;
  readonly lines: readonly TakingLine[];
  readonly taken: Taken;
  readonly onChange: (taken: Taken) => void;
}

function TakingTable({ step, batch, lines, taken, onChange }: TableProps) {
  const { t } = useTranslation('after-dispatch');
  const stops = useStops(batch);
  const columns = useColumns(stops, taken, (key, pieces) =>
    onChange(new Map(taken).set(key, pieces)),
  );
  const hasRefused = lines.some(({ refused }) => refused > 0);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          size="xs"
          h={36}
          variant="light"
          onClick={() => onChange(takeFrom(lines, ({ inTransit }) => inTransit))}
        >
          {t('take.all')}
        </Button>
        {step === 'return' && hasRefused && (
          <Button
            size="xs"
            h={36}
            variant="light"
            onClick={() => onChange(takeFrom(lines, ({ refused }) => refused))}
          >
            {t('take.refusedOnly')}
          </Button>
        )}
        <Button size="xs" h={36} variant="subtle" onClick={() => onChange(NOTHING)}>
          {t('take.none')}
        </Button>
      </Group>
      <DataTable
        label={t('take.lines')}
        rows={lines}
        columns={columns}
        idOf={({ key }) => key}
        height="45vh"
      />
    </Stack>
  );
}

function useColumns(
  stops: Stops,
  taken: Taken,
  onTake: (key: string, pieces: number) => void,
): Column<TakingLine>[] {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  return [
    {
      key: 'line',
      header: t('list.point'),
      width: 'minmax(6rem, 3fr)',
      sortBy: ({ consignmentId }) => stops.nameOf(consignmentId),
      cell: (line) => (
        <>
          <Text size="sm">{stops.nameOf(line.consignmentId)}</Text>
          <Text size="xs" c="dimmed">
            {stops.materialOf(line.materialId)}
          </Text>
        </>
      ),
    },
    {
      key: 'transit',
      header: t('figure.inTransit'),
      isNumber: true,
      width: '5rem',
      sortBy: ({ inTransit }) => inTransit,
      cell: (line) => (
        <>
          <div>{format.number(line.inTransit)}</div>
          {line.refused > 0 && (
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
              {t('list.figure', {
                figure: t('figure.refused'),
                pieces: format.number(line.refused),
              })}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'pieces',
      header: t('take.pieces'),
      isNumber: true,
      width: '5.5rem',
      cell: (line) => (
        <TakenInput
          line={line}
          name={t('take.piecesOf', {
            material: stops.materialOf(line.materialId),
            name: stops.nameOf(line.consignmentId),
          })}
          pieces={taken.get(line.key) ?? 0}
          onTake={(pieces) => onTake(line.key, pieces)}
        />
      ),
    },
  ];
}

interface InputProps {
  readonly line: TakingLine;
  readonly name: string;
  readonly pieces: number;
  readonly onTake: (pieces: number) => void;
}

function TakenInput({ line, name, pieces, onTake }: InputProps) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  const isTooMuch = pieces > line.inTransit;
  return (
    <NumberInput
      size="sm"
      aria-label={name}
      value={pieces === 0 ? '' : pieces}
      placeholder="0"
      min={0}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      error={isTooMuch ? t('take.beyond', count(line.inTransit)) : undefined}
      onChange={(value) => onTake(toPieces(value))}
      styles={{ input: { textAlign: 'end' }, error: { whiteSpace: 'normal' } }}
    />
  );
}

interface Taking {
  readonly lines: ReturnType<typeof writeTaking>;
  readonly warehouseId?: string;
  readonly occurredAt?: string;
  readonly reason?: string;
}

function useTake(step: Step, batchId: string, onDone: () => void) {
  const { t } = useTranslation('after-dispatch');
  return useCommand<Taking>({
    run: (taking, commandId) => {
      const question = { params: { path: { id: batchId } }, body: { commandId, ...taking } };
      return step === 'return'
        ? read(api.POST('/api/v1/batches/{id}/return', question))
        : read(api.POST('/api/v1/batches/{id}/lose', question));
    },
    done: () => t(`take.${step}.done`),
    onDone,
  });
}
