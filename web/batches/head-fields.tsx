import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { TRANSPORT_MODES, type TransportMode } from '../../src/distribution/transport-mode.js';
import { useTranslation } from '../language/i18n.js';
import { WarehouseChoice } from '../parts/goods-choice.js';
import type { DraftHead } from './draft-head.js';

interface Props {
  readonly head: DraftHead;
  readonly onChange: (head: DraftHead) => void;
  /** By the field's path. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Where a batch leaves from, and how. */
export function HeadFields({ head, onChange, errors }: Props) {
  const { t } = useTranslation(['batches', 'language', 'parts']);
  const set = (changes: Partial<DraftHead>): void => onChange({ ...head, ...changes });
  const text = (field: 'carrier' | 'vehicle' | 'driver') => ({
    label: t(field),
    value: head[field],
    error: errors[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [field]: event.currentTarget.value }),
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
      <WarehouseChoice
        required
        value={head.warehouseId}
        onChange={(warehouseId) => set({ warehouseId })}
        error={errors['warehouseId']}
      />
      <Select
        label={t('mode')}
        allowDeselect={false}
        value={head.mode}
        error={errors['mode']}
        onChange={(mode) => set({ mode: mode ?? head.mode })}
        data={TRANSPORT_MODES.map((mode: TransportMode) => ({
          value: mode,
          label: t(`language:mode.${mode}`),
        }))}
      />
      <TextInput
        type="date"
        label={t('expectedOn')}
        value={head.expectedOn}
        error={errors['expectedAt']}
        onChange={({ currentTarget: { value } }) => set({ expectedOn: value })}
      />
      {head.mode !== 'own_vehicle' && <TextInput maxLength={200} {...text('carrier')} />}
      {(head.mode === 'own_vehicle' || head.mode === 'partner' || head.mode === 'other') && (
        <>
          <TextInput maxLength={100} {...text('vehicle')} />
          <TextInput maxLength={200} {...text('driver')} />
        </>
      )}
    </SimpleGrid>
  );
}
