import { Problem } from '../problem.js';

/**
 * Amounts. Domet keeps no books: it stores what is known, in the currency in which it is known (three capital letters, ISO
 * 4217), and never adds currencies.
 */
export interface Cost {
  readonly amount: number;
  readonly currency: string;
}

/** @throws Problem `rule` at `cost.currency` */
export function requireCurrency(cost: Cost | null | undefined): void {
  if (cost === null || cost === undefined || /^[A-Z]{3}$/.test(cost.currency)) return;
  const message = {
    en: `"${cost.currency}" is no currency. Write three capital letters, as in RSD or EUR.`,
    sr: `„${cost.currency}“ nije valuta. Napišite tri velika slova, kao „RSD“ ili „EUR“.`,
  };
  throw new Problem('rule', { errors: [{ path: 'cost.currency', message }] });
}

/** How a cost lies in two columns. */
export function costColumns(cost: Cost | null | undefined): {
  cost_amount: number | null;
  cost_currency: string | null;
} {
  return { cost_amount: cost?.amount ?? null, cost_currency: cost?.currency ?? null };
}

export function readCost(amount: number | null, currency: string | null): Cost | null {
  return amount === null || currency === null ? null : { amount, currency };
}
