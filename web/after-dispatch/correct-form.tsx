import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ConfirmedLine } from '../../src/delivery/confirmation.js';
import { completeLines } from '../../src/delivery/told.js';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';
import { useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { ReasonField } from './amend-form.js';
import { FigureFields } from './figure-fields.js';
import { Foresight } from './foresight.js';
import { FIGURES, foreseeRebooking, leaveBlank, takeOut } from './told-draft.js';
import type { ConfirmationAnswer } from './use-answer.js';
import { useDrawer } from './use-drawer.js';
import { useSpoken } from './use-spoken.js';
import { useStops } from './use-stops.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly stop: BatchConsignment;
  readonly confirmation: Confirmation;
  readonly onClose: () => void;
}

/** Puts an accepted confirmation right: its figures anew, with a reason. */
export function CorrectForm({ batch, stop, confirmation, onClose }: Props) {
  const { t } = useTranslation('after-dispatch');
  const spoken = useSpoken();
  const { isOpen, leave } = useDrawer(onClose);
  const stops = useStops(batch);
  // As it stood when the form was opened.
  const [counted] = useState(() => completeLines(confirmation.counted ?? []));
  const [lines] = useState(() => takeOut(stop.lines, counted));
  const [told, setTold] = useState<ConfirmedLine[]>(() =>
    leaveBlank(lines).map(
      (blank) => counted.find(({ materialId }) => materialId === blank.materialId) ?? blank,
    ),
  );
  const [reason, setReason] = useState('');
  const command = useCorrect(confirmation.id, leave);
  const foreseen = foreseeRebooking(lines, told);
  const isSame = isAsCounted(told, counted);
  const objections = foreseen.decision.status === 'refused' ? foreseen.decision.problem.errors : [];
  return (
    <SideForm
      title={t('correct.title')}
      isOpen={isOpen}
      onClose={leave}
      onSubmit={() => command.mutate({ lines: told, reason: reason.trim() })}
      submit={t('correct.submit')}
      isPending={command.isPending}
      error={command.error}
      isDisabled={reason.trim() === '' || isSame || foreseen.decision.status === 'refused'}
      size="lg"
    >
      <Text fw={600}>{stop.deliveryPoint.name}</Text>
      <Text size="sm">{t('correct.text')}</Text>
      <FigureFields
        lines={lines}
        materialOf={stops.materialOf}
        told={told}
        onChange={setTold}
        errors={{
          ...(command.error instanceof Refusal ? command.error.fieldErrors : {}),
          ...Object.fromEntries(objections.map(({ path, message }) => [path, spoken(message)])),
        }}
      />
      {isSame ? (
        <Text size="sm" c="dimmed">
          {t('correct.same')}
        </Text>
      ) : (
        <Foresight foreseen={foreseen} isClosed={batch.state === 'closed'} isRebooking />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </SideForm>
  );
}

function isAsCounted(told: readonly ConfirmedLine[], counted: readonly ConfirmedLine[]): boolean {
  return told.every((line) => {
    const booked = counted.find(({ materialId }) => materialId === line.materialId);
    return FIGURES.every((figure) => line[figure] === (booked?.[figure] ?? 0));
  });
}

interface Correction {
  readonly lines: readonly ConfirmedLine[];
  readonly reason: string;
}

function useCorrect(id: string, onDone: () => void) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  return useCommand<Correction, ConfirmationAnswer>({
    run: ({ lines, reason }, commandId) =>
      read(
        api.POST('/api/v1/confirmations/{id}/correct', {
          params: { path: { id } },
          body: { commandId, lines: [...lines], reason },
        }),
      ),
    done: ({ consignment }) =>
      t('correct.done', { state: t(`language:consignmentState.${consignment.state}`) }),
    onDone,
  });
}
