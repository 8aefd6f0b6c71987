import { Autocomplete, SimpleGrid, Text } from '@mantine/core';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { type Known, type ReceiptDraft, takeOrder } from './receipt-draft.js';
import { StockedMaterialChoice } from './stocked-material-choice.js';
import type { Lot } from './use-lots.js';
import type { PrintOrder } from './use-print-orders.js';

interface Props {
  readonly draft: ReceiptDraft;
  readonly orders: readonly PrintOrder[];
  readonly lots: readonly Lot[];
  readonly known: Known<Lot, PrintOrder>;
  readonly onChange: (changes: Partial<ReceiptDraft>) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** Which print run it is: of an order, or named by material and lot number. */
export function PrintRunFields({ draft, orders, lots, known, onChange, errorOf }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const awaited = orders.filter(({ state, id }) => state === 'open' || id === draft.orderId);
  const choose = (id: string | null): void => {
    const order = orders.find((each) => each.id === id);
    onChange(order === undefined ? { orderId: null } : takeOrder(draft, order));
  };
  return (
    <>
      {awaited.length > 0 && (
        <Choice
          clearable
          size="md"
          label={t('receive.order')}
          placeholder={t('receive.noOrder')}
          value={draft.orderId}
          onChange={choose}
          error={errorOf('printOrderId')}
          options={awaited.map((order) => ({
            value: order.id,
            label: t('receive.orderOption', {
              lot: order.lotNumber,
              material: materialName(order.materialId),
              pieces: format.number(order.expected),
              date: format.date(order.expectedOn),
            }),
            also: order.supplier,
          }))}
        />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <StockedMaterialChoice
          required
          disabled={draft.orderId !== null}
          value={draft.materialId}
          onChange={(materialId) => onChange({ materialId })}
          error={errorOf('materialId')}
        />
        <Autocomplete
          required
          label={t('lotNumber')}
          placeholder={t('lotNumberHint')}
          disabled={draft.orderId !== null}
          value={draft.lotNumber}
          onChange={(lotNumber) => onChange({ lotNumber })}
          data={lots
            .filter(({ materialId }) => materialId === draft.materialId)
            .map(({ lotNumber }) => lotNumber)}
          error={errorOf('lotNumber')}
        />
      </SimpleGrid>
      <RunNotes known={known} isOrderChosen={draft.orderId !== null} />
    </>
  );
}

/** Whether it adds to a run that is known, or begins one. */
function RunNotes({
  known,
  isOrderChosen,
}: {
  known: Known<Lot, PrintOrder>;
  isOrderChosen: boolean;
}) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const { lot, order } = known;
  if (lot === undefined && (order === undefined || isOrderChosen)) return null;
  const funding = (lot ?? order)!.funding.map(({ funder, percent }) =>
    t('funderShare', { funder, percent: format.decimal(percent, 2) }),
  );
  return (
    <Text size="sm" c="dimmed">
      {lot === undefined
        ? t('receive.ofOrder', { lot: order!.lotNumber, payers: format.list(funding) })
        : t('receive.addsTo', {
            lot: lot.lotNumber,
            pieces: format.number(lot.printed),
            payers: format.list(funding),
          })}
    </Text>
  );
}
