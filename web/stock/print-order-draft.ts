import type { FundingShare } from '../../src/stock/funding.js';
import {
  countMissingPercent,
  readShares,
  type SharesDraft,
  startShares,
} from './funding-shares.js';

/** A print order while it is being filled in. */
export interface PrintOrderDraft {
  readonly materialId: string | null;
  readonly lotNumber: string;
  readonly quantity: number | string;
  readonly supplier: string;
  readonly expectedOn: string;
  readonly shares: SharesDraft;
  readonly amount: number | string;
  readonly currency: string;
}

interface KnownOrder {
  readonly materialId: string;
  readonly lotNumber: string;
  readonly quantity: number;
  readonly supplier: string;
  readonly expectedOn: string;
  readonly funding: readonly FundingShare[];
  readonly cost: { readonly amount: number; readonly currency: string } | null;
}

export function startOrder(
  funders: readonly string[],
  order: KnownOrder | undefined,
): PrintOrderDraft {
  return {
    materialId: order?.materialId ?? null,
    lotNumber: order?.lotNumber ?? '',
    quantity: order?.quantity ?? '',
    supplier: order?.supplier ?? '',
    expectedOn: order?.expectedOn ?? '',
    shares: startShares(funders, order?.funding),
    amount: order?.cost?.amount ?? '',
    currency: order?.cost?.currency ?? 'RSD',
  };
}

export function isComplete(draft: PrintOrderDraft): boolean {
  return (
    draft.materialId !== null &&
    draft.lotNumber.trim() !== '' &&
    Number(draft.quantity) > 0 &&
    draft.supplier.trim() !== '' &&
    draft.expectedOn !== '' &&
    countMissingPercent(draft.shares) === 0
  );
}

/** What can be changed of an order, as the service takes it. */
export function readOrderDraft(draft: PrintOrderDraft) {
  return {
    lotNumber: draft.lotNumber.trim(),
    quantity: Number(draft.quantity),
    supplier: draft.supplier.trim(),
    expectedOn: draft.expectedOn,
    funding: readShares(draft.shares),
    cost:
      draft.amount === ''
        ? null
        : { amount: Number(draft.amount), currency: draft.currency.trim().toUpperCase() },
  };
}

type Content = ReturnType<typeof readOrderDraft>;

/** The fields in which two differ: only what was changed is sent, so that what another changed beside it stays. */
export function listChanges(before: Content, after: Content): Partial<Content> {
  const fields = Object.keys(after) as (keyof Content)[];
  return Object.fromEntries(
    fields
      .filter((field) => writeField(before[field]) !== writeField(after[field]))
      .map((field) => [field, after[field]]),
  );
}

function writeField(value: Content[keyof Content]): string {
  return JSON.stringify(
    Array.isArray(value)
      ? value.map(({ funder, percent }) => `${funder} ${percent}`).toSorted()
      : value,
  );
}
