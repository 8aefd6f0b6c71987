import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { LineWish } from '../../src/distribution/fill.js';
import { useTranslation } from '../language/i18n.js';
import { PointChoice } from '../parts/point-choice.js';
import { SideForm } from '../parts/side-form.js';
import { LineFields } from './line-fields.js';
import type { Stop, StopPoint } from './stops.js';

interface AddProps {
  readonly onClose: () => void;
  readonly onAdd: (stop: Stop) => void;
  /** What the last one carried: the next is often the same. */
  readonly usualLines: readonly LineWish[];
}

/** One more delivery point, by hand. */
export function AddStopForm({ onClose, onAdd, usualLines }: AddProps) {
  const { t } = useTranslation('batches');
  const [point, setPoint] = useState<StopPoint | undefined>();
  const [lines, setLines] = useState<readonly LineWish[]>(usualLines);
  return (
    <SideForm
      title={t('stop.add')}
      isOpen
      onClose={onClose}
      submit={t('stop.addThis')}
      isPending={false}
      error={null}
      isDisabled={point === undefined || lines.length === 0}
      onSubmit={() => point !== undefined && onAdd({ point, lines })}
    >
      <PointChoice
        required
        value={point?.id ?? null}
        onChange={(_, chosen) => setPoint(chosen && readPoint(chosen))}
      />
      <LineFields lines={lines} onChange={setLines} />
    </SideForm>
  );
}

function readPoint({ id, name, kind, municipalityCode }: StopPoint): StopPoint {
  return { id, name, kind, municipalityCode };
}

interface ChangeProps {
  readonly stops: readonly Stop[];
  readonly onClose: () => void;
  readonly onChange: (lines: readonly LineWish[]) => void;
}

/** What one stop carries, or several at once. */
export function ChangeStopsForm({ stops, onClose, onChange }: ChangeProps) {
  const { t } = useTranslation(['batches', 'parts', 'language']);
  const [lines, setLines] = useState<readonly LineWish[]>(stops[0]?.lines ?? []);
  const [only] = stops;
  return (
    <SideForm
      title={t('stop.change')}
      isOpen
      onClose={onClose}
      submit={t('parts:save')}
      isPending={false}
      error={null}
      isDisabled={lines.length === 0}
      onSubmit={() => onChange(lines)}
    >
      <Stack gap={4}>
        <Text fw={600}>
          {stops.length === 1
            ? only!.point.name
            : t('language:count.points', { count: stops.length })}
        </Text>
        {stops.length > 1 && (
          <Text size="sm" c="dimmed">
            {t('stop.sameForAll')}
          </Text>
        )}
      </Stack>
      <LineFields lines={lines} onChange={setLines} />
    </SideForm>
  );
}
