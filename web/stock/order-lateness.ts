import { type Day, daysBetween } from '../../src/time.js';

/** How many days an order is late: 0 while it is not, or where nothing is to come any more. */
export function countDaysLate(
  order: { readonly state: string; readonly expectedOn: Day },
  today: Day,
): number {
  return order.state === 'open' ? Math.max(0, daysBetween(order.expectedOn, today)) : 0;
}
