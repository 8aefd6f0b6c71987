import { Group, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import { FundingFields } from './funding-fields.js';
import { useNumberStyle } from './number-style.js';
import type { PrintOrderDraft } from './print-order-draft.js';
import { StockedMaterialChoice } from './stocked-material-choice.js';

interface Props {
  readonly draft: PrintOrderDraft;
  readonly onChange: (changes: Partial<PrintOrderDraft>) => void;
  readonly errorOf: (...paths: readonly string[]) => string | undefined;
  /** An order's material stays. */
  readonly isOld: boolean;
  /** Once something came of it, its lot number and who paid stay too. */
  readonly hasArrived: boolean;
}

/** What is ordered, until when, and who pays. */
export function PrintOrderFields({ draft, onChange, errorOf, isOld, hasArrived }: Props) {
  const { t } = useTranslation(['stock', 'parts']);
  const numbers = useNumberStyle();
  return (
    <>
      <StockedMaterialChoice
        required
        disabled={isOld}
        value={draft.materialId}
        onChange={(materialId) => onChange({ materialId })}
        error={errorOf('materialId')}
      />
      <Group grow align="flex-start">
        <TextInput
          required
          label={t('lotNumber')}
          description={hasArrived ? t('orders.staysSinceReceived') : t('lotNumberHint')}
          disabled={hasArrived}
          value={draft.lotNumber}
          onChange={({ currentTarget }) => onChange({ lotNumber: currentTarget.value })}
          error={errorOf('lotNumber')}
        />
        <NumberInput
          required
          {...numbers}
          label={t('orders.orderedPieces')}
          description={t('orders.orderedHint')}
          min={1}
          allowDecimal={false}
          value={draft.quantity}
          onChange={(quantity) => onChange({ quantity })}
          error={errorOf('quantity')}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          required
          label={t('supplier')}
          value={draft.supplier}
          onChange={({ currentTarget }) => onChange({ supplier: currentTarget.value })}
          error={errorOf('supplier')}
        />
        <TextInput
          required
          type="date"
          label={t('orders.expectedOn')}
          value={draft.expectedOn}
          onChange={({ currentTarget }) => onChange({ expectedOn: currentTarget.value })}
          error={errorOf('expectedOn')}
        />
      </Group>
      <FundingFields
        shares={draft.shares}
        onChange={(shares) => onChange({ shares })}
        disabled={hasArrived}
        error={errorOf('funding')}
      />
      <Group grow align="flex-start">
        <NumberInput
          {...numbers}
          label={t('cost')}
          placeholder={t('parts:optional')}
          min={0}
          decimalScale={2}
          value={draft.amount}
          onChange={(amount) => onChange({ amount })}
          error={errorOf('cost.amount', 'cost')}
        />
        <TextInput
          label={t('currency')}
          maxLength={3}
          value={draft.currency}
          onChange={({ currentTarget }) =>
            onChange({ currency: currentTarget.value.toUpperCase() })
          }
          error={errorOf('cost.currency')}
        />
      </Group>
    </>
  );
}
