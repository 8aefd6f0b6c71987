import { countExpected } from './lot-account.js';

/**
 * Print orders. An order is open while pieces are to come, received when all have, and closed short where somebody said that
 * the rest will not come; more than was ordered may be received.
 */
export const PRINT_ORDER_STATES = ['open', 'received', 'closed_short'] as const;
export type PrintOrderState = (typeof PRINT_ORDER_STATES)[number];

export function stateOfOrder(order: {
  readonly quantity: number;
  readonly received: number;
  readonly closedShort: boolean;
}): PrintOrderState {
  if (order.closedShort) return 'closed_short';
  return countExpected(order) > 0 ? 'open' : 'received';
}
