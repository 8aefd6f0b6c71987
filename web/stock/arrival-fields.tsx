import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { dayOf } from '../../src/time.js';
import { useTranslation } from '../language/i18n.js';
import { WarehouseChoice } from '../parts/goods-choice.js';
import { isAhead } from './booking-day.js';
import { useNumberStyle } from './number-style.js';
import type { ReceiptDraft } from './receipt-draft.js';

interface Props {
  readonly draft: ReceiptDraft;
  readonly onChange: (changes: Partial<ReceiptDraft>) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** The paper that came with it beside what was really counted. */
export function ArrivalFields({ draft, onChange, errorOf }: Props) {
  const { t } = useTranslation(['stock', 'parts']);
  const numbers = useNumberStyle();
  const now = new Date().toISOString();
  const optional = t('parts:optional');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <NumberInput
          {...numbers}
          size="md"
          label={t('receive.noted')}
          placeholder={optional}
          allowDecimal={false}
          min={0}
          value={draft.noted}
          onChange={(noted) => onChange({ noted })}
          error={errorOf('notedQuantity')}
        />
        <NumberInput
          {...numbers}
          required
          size="md"
          label={t('receive.counted')}
          allowDecimal={false}
          min={0}
          value={draft.counted}
          onChange={(counted) => onChange({ counted })}
          error={errorOf('quantity')}
        />
        <NumberInput
          {...numbers}
          size="md"
          label={t('receive.damaged')}
          placeholder={optional}
          allowDecimal={false}
          min={0}
          value={draft.damaged}
          onChange={(damaged) => onChange({ damaged })}
          error={errorOf('damaged')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <WarehouseChoice
          required
          label={t('receive.into')}
          value={draft.warehouseId}
          onChange={(warehouseId) => onChange({ warehouseId })}
          error={errorOf('warehouseId')}
        />
        <TextInput
          type="date"
          label={t('receive.day')}
          max={dayOf(now)}
          value={draft.day === '' ? dayOf(now) : draft.day}
          onChange={({ currentTarget }) => onChange({ day: currentTarget.value })}
          error={isAhead(draft.day, now) ? t('dayAhead') : errorOf('occurredAt')}
        />
        <TextInput
          label={t('receive.noteNumber')}
          placeholder={optional}
          value={draft.deliveryNoteNumber}
          onChange={({ currentTarget }) => onChange({ deliveryNoteNumber: currentTarget.value })}
          error={errorOf('deliveryNoteNumber')}
        />
        <TextInput
          label={t('supplier')}
          placeholder={optional}
          value={draft.supplier}
          onChange={({ currentTarget }) => onChange({ supplier: currentTarget.value })}
          error={errorOf('supplier')}
        />
      </SimpleGrid>
    </>
  );
}
