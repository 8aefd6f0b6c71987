import { Progress, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { TrackPreview } from './track-preview.js';
import { listChanges, readPaste, type TrackedStop } from './tracking-paste.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useTrackConsignments } from './use-track-consignments.js';

interface Props {
  readonly batch: BatchDetail;
  readonly onClose: () => void;
}

/** The carrier's numbers, pasted in; what they mean is shown before anything is saved. */
export function TrackForm({ batch, onClose }: Props) {
  const { t } = useTranslation('batches');
  const [text, setText] = useState('');
  const { save, outcomes, total } = useTrackConsignments();
  const stops = batch.consignments.map(
    ({ id, waybillNumber, deliveryPoint, trackingNumbers, version }): TrackedStop => ({
      id,
      waybillNumber,
      name: deliveryPoint.name,
      code: deliveryPoint.code,
      trackingNumbers,
      version,
    }),
  );
  const rows = readPaste(text, stops);
  const changes = listChanges(rows, stops);
  const isSaving = total > 0;
  return (
    <SideForm
      title={t('track.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save(changes)}
      submit={t('track.save', { count: changes.length })}
      isPending={isSaving}
      error={null}
      isDisabled={changes.length === 0}
      size="lg"
    >
      <Textarea
        label={t('track.paste')}
        description={t('track.how')}
        placeholder={t('track.example')}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        disabled={isSaving}
        onChange={({ currentTarget: { value } }) => setText(value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      {isSaving && (
        <Stack gap={4} role="status">
          <Text size="sm">{t('track.progress', { done: outcomes.size, total })}</Text>
          <Progress value={(100 * outcomes.size) / total} aria-label={t('track.title')} animated />
        </Stack>
      )}
      <Outcome outcomes={outcomes} isSaving={isSaving} />
      {rows.length > 0 && <TrackPreview rows={rows} stops={stops} outcomes={outcomes} />}
    </SideForm>
  );
}

function Outcome({
  outcomes,
  isSaving,
}: {
  outcomes: ReadonlyMap<string, Error | null>;
  isSaving: boolean;
}) {
  const { t } = useTranslation('batches');
  if (isSaving || outcomes.size === 0) return null;
  const refused = [...outcomes.values()].filter((error) => error !== null).length;
  return (
    <Text size="sm" role="status" fw={600}>
      {t('track.saved', { count: outcomes.size - refused })}
      {refused > 0 && ` ${t('track.refused', { count: refused })}`}
    </Text>
  );
}
