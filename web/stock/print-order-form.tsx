import { useState } from 'react';
import { Refusal } from '../api/refusal.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ChangedByAnother, type Difference, isStale } from '../parts/changed-by-another.js';
import { SideForm } from '../parts/side-form.js';
import { isComplete, listChanges, readOrderDraft, startOrder } from './print-order-draft.js';
import { PrintOrderFields } from './print-order-fields.js';
import type { PrintOrder } from './use-print-orders.js';
import { useSavePrintOrder } from './use-save-print-order.js';

interface Props {
  readonly campaign: Campaign;
  /** Absent: a new one. */
  readonly order: PrintOrder | undefined;
  readonly onClose: () => void;
}

/** What is ordered from a printer, for which money. */
export function PrintOrderForm({ campaign, order, onClose }: Props) {
  const { t } = useTranslation(['stock', 'parts']);
  const funders = campaign.funders.map(({ name }) => name);
  const [draft, setDraft] = useState(() => startOrder(funders, order));
  const save = useSavePrintOrder({ campaign, order, onSaved: onClose });
  const change = (changes: Partial<typeof draft>): void =>
    setDraft((former) => ({ ...former, ...changes }));
  const errorOf = (...paths: readonly string[]) =>
    save.error instanceof Refusal
      ? paths.map((path) => (save.error as Refusal).fieldErrors[path]).find(Boolean)
      : undefined;
  return (
    <>
      <SideForm
        title={
          order === undefined ? t('orders.make') : t('orders.change', { order: order.lotNumber })
        }
        isOpen
        onClose={onClose}
        onSubmit={() => save.mutate(draft)}
        submit={order === undefined ? t('orders.make') : t('parts:save')}
        isPending={save.isPending}
        isDisabled={!isComplete(draft)}
        error={isStale(save.error) ? null : save.error}
      >
        <PrintOrderFields
          draft={draft}
          onChange={change}
          errorOf={errorOf}
          isOld={order !== undefined}
          hasArrived={order !== undefined && order.received > 0}
        />
      </SideForm>
      <ChangedByAnother
        isOpen={isStale(save.error) && save.theirs !== undefined}
        differences={useDifferences(order, save.theirs, draft)}
        onKeepTheirs={onClose}
        onSaveMine={() => save.saveOver(draft)}
      />
    </>
  );
}

/** What the other saved where I wanted something else. */
function useDifferences(
  order: PrintOrder | undefined,
  theirs: PrintOrder | undefined,
  draft: Parameters<typeof readOrderDraft>[0],
): Difference[] {
  const { t } = useTranslation(['stock', 'parts']);
  const format = useFormat();
  if (order === undefined || theirs === undefined) return [];
  const mine = readOrderDraft(draft);
  const now = readOrderDraft(startOrder(Object.keys(draft.shares), theirs));
  const write = (content: typeof mine): Record<keyof typeof mine, string> => ({
    lotNumber: content.lotNumber,
    quantity: format.number(content.quantity),
    supplier: content.supplier,
    expectedOn: format.date(content.expectedOn),
    funding: format.list(
      content.funding.map(({ funder, percent }) =>
        t('funderShare', { funder, percent: format.decimal(percent, 2) }),
      ),
    ),
    cost:
      content.cost === null
        ? t('parts:none')
        : t('money', {
            amount: format.decimal(content.cost.amount, 2),
            currency: content.cost.currency,
          }),
  });
  const labels: Record<keyof typeof mine, string> = {
    lotNumber: t('lotNumber'),
    quantity: t('orders.orderedPieces'),
    supplier: t('supplier'),
    expectedOn: t('orders.expectedOn'),
    funding: t('funding.legend'),
    cost: t('cost'),
  };
  const before = readOrderDraft(startOrder(Object.keys(draft.shares), order));
  // Where both changed something; what only they changed stays theirs.
  const changed = listChanges(before, mine);
  const fields = Object.keys(listChanges(now, mine)).filter((field) => field in changed);
  return (fields as (keyof typeof mine)[]).map((field) => ({
    field: labels[field],
    theirs: write(now)[field],
    mine: write(mine)[field],
  }));
}
