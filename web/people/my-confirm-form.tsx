import {
  Button,
  Fieldset,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConfirmationKind, ConfirmedLine } from '../../src/delivery/confirmation.js';
import { countInTransit } from '../../src/distribution/consignment-state.js';
import { instantAtWallClock, wallClockOf } from '../../src/time.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { countLeft, FIGURES, isTellable, tellAllFine, tellFigure } from './my-confirmation.js';
import { type MyConsignment, useTell } from './use-my-consignments.js';

interface Props {
  readonly consignment: MyConsignment;
  readonly onClose: () => void;
}

const MINUTES = 16;
const KINDS = ['delivery', 'failed_attempt'] as const satisfies readonly ConfirmationKind[];

/** What was handed over, in the volunteer's own word. */
export function MyConfirmForm({ consignment, onClose }: Props) {
  const { t } = useTranslation('people');
  const [kind, setKind] = useState<ConfirmationKind>('delivery');
  const [at, setAt] = useState(() => wallClockOf(new Date().toISOString()).slice(0, MINUTES));
  const [told, setTold] = useState(() => tellAllFine(openLines(consignment)));
  const [receivedBy, setReceivedBy] = useState('');
  const [note, setNote] = useState('');
  const tell = useTell(consignment, onClose);
  const isDelivery = kind === 'delivery';
  const isDated = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(at);
  const isReady = isDated && (!isDelivery || isTellable(consignment.lines, told));
  return (
    <SideForm
      title={t('confirm.title', { name: consignment.deliveryPoint.name })}
      isOpen
      onClose={onClose}
      onSubmit={() =>
        isReady && tell.mutate({ kind, at: instantAtWallClock(at), lines: told, receivedBy, note })
      }
      submit={t('confirm.submit')}
      isPending={tell.isPending}
      isDisabled={!isReady}
      error={tell.error}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('confirm.kind')}
        value={kind}
        onChange={setKind}
        data={KINDS.map((value) => ({ value, label: t(`confirm.${value}`) }))}
      />
      {isDelivery && (
        <>
          <Lines consignment={consignment} told={told} onChange={setTold} />
          <TextInput
            label={t('confirm.receivedBy')}
            maxLength={200}
            value={receivedBy}
            onChange={({ currentTarget }) => setReceivedBy(currentTarget.value)}
          />
        </>
      )}
      <TextInput
        required
        type="datetime-local"
        label={t('confirm.when')}
        value={at}
        onChange={({ currentTarget }) => setAt(currentTarget.value)}
      />
      <Textarea
        label={t(isDelivery ? 'confirm.note' : 'confirm.noteFailed')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </SideForm>
  );
}

function openLines({ lines }: MyConsignment): MyConsignment['lines'] {
  return lines.filter((line) => countInTransit(line) > 0);
}

interface LinesProps {
  readonly consignment: MyConsignment;
  readonly told: readonly ConfirmedLine[];
  readonly onChange: (told: ConfirmedLine[]) => void;
}

function Lines({ consignment, told, onChange }: LinesProps) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const lines = openLines(consignment);
  return (
    <Stack gap="md">
      <Button
        variant="light"
        leftSection={<IconChecks size={16} aria-hidden />}
        onClick={() => onChange(tellAllFine(lines))}
      >
        {t('confirm.allFine')}
      </Button>
      {lines.map((line) => {
        const own = told.find(({ materialId }) => materialId === line.materialId);
        if (own === undefined) return null;
        const left = countLeft(line, own);
        const quantity = format.number(countInTransit(line));
        return (
          <Fieldset
            key={line.materialId}
            legend={t('confirm.onTheWay', { material: line.materialName, quantity })}
          >
            <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
              {FIGURES.map((figure) => (
                <NumberInput
                  key={figure}
                  label={t(`confirm.${figure}`)}
                  min={0}
                  allowDecimal={false}
                  allowNegative={false}
                  value={own[figure]}
                  onChange={(typed) => onChange(tellFigure(told, line.materialId, figure, typed))}
                />
              ))}
            </SimpleGrid>
            {left !== 0 && (
              <Text size="sm" mt="xs" role="status" c={left < 0 ? 'red' : undefined}>
                {left < 0
                  ? t('confirm.tooMuch', { quantity })
                  : t('confirm.open', { quantity: format.number(left) })}
              </Text>
            )}
          </Fieldset>
        );
      })}
    </Stack>
  );
}
