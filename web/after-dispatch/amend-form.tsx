import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AmendingStep } from '../../src/delivery/amendment.js';
import { completeLines } from '../../src/delivery/told.js';
import { api, read } from '../api/client.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { Foresight } from './foresight.js';
import { foreseeRebooking, takeOutAll } from './told-draft.js';
import { useCount } from './use-count.js';
import { useDrawer } from './use-drawer.js';
import { useStops } from './use-stops.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly step: Exclude<AmendingStep, 'correct'>;
  readonly confirmation: Confirmation;
  /** What gives way where it is preferred. */
  readonly standing: readonly Confirmation[];
  readonly onClose: () => void;
}

/** Ends a conflict, one way or the other, with a reason; says beforehand what that does. */
export function AmendForm({ batch, step, confirmation, standing, onClose }: Props) {
  const { t } = useTranslation('after-dispatch');
  const { isOpen, leave } = useDrawer(onClose);
  const stops = useStops(batch);
  const [reason, setReason] = useState('');
  const command = useAmend(confirmation.id, step, leave);
  return (
    <SideForm
      title={t(`${step}.title`)}
      isOpen={isOpen}
      onClose={leave}
      onSubmit={() => command.mutate(reason.trim())}
      submit={t(`command.${step}`)}
      isPending={command.isPending}
      error={command.error}
      isDisabled={reason.trim() === ''}
    >
      <Text fw={600}>{stops.nameOf(confirmation.consignmentId)}</Text>
      {step === 'dismiss' ? (
        <Text size="sm">{t('dismiss.text')}</Text>
      ) : (
        <Preference batch={batch} confirmation={confirmation} standing={standing} />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </SideForm>
  );
}

function Preference({
  batch,
  confirmation,
  standing,
}: Pick<Props, 'batch' | 'confirmation' | 'standing'>) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  const stop = useStops(batch).of(confirmation.consignmentId);
  const lines = takeOutAll(stop?.lines ?? []);
  return (
    <>
      <Stack gap={4}>
        <Text size="sm">
          {standing.length === 0 ? t('prefer.textNone') : t('prefer.text', count(standing.length))}
        </Text>
        <Text size="sm">{t('prefer.reversal')}</Text>
      </Stack>
      {stop !== undefined && (
        <Foresight
          foreseen={foreseeRebooking(lines, completeLines(confirmation.lines))}
          isClosed={batch.state === 'closed'}
          isRebooking
        />
      )}
    </>
  );
}

export function ReasonField({
  value,
  onChange,
}: {
  value: string;
  onChange: (reason: string) => void;
}) {
  const { t } = useTranslation('after-dispatch');
  return (
    <Textarea
      label={t('amend.reason')}
      description={t('amend.reasonHint')}
      required
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function useAmend(id: string, step: Props['step'], onDone: () => void) {
  const { t } = useTranslation('after-dispatch');
  return useCommand<string>({
    run: (reason, commandId) => {
      const question = { params: { path: { id } }, body: { commandId, reason } };
      return step === 'prefer'
        ? read(api.POST('/api/v1/confirmations/{id}/prefer', question))
        : read(api.POST('/api/v1/confirmations/{id}/dismiss', question));
    },
    done: () => t(`${step}.done`),
    onDone,
  });
}
