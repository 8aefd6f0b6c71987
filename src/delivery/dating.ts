/**
 * When a delivery happened. A phone's clock may be wrong: device time is kept as told, and a delivery is dated by it where it
 * lies from dispatch to receipt, both included; else by receipt, or by dispatch where that is later (a confirmation that
 * was held). The difference is shown.
 */
import type { Instant } from '../time.js';

export interface DeliveryTimes {
  readonly deviceTime: Instant;
  /** When the server got it. */
  readonly receivedAt: Instant;
  /** Null where the batch never left. */
  readonly dispatchedAt: Instant | null;
}

export interface DeliveryDate {
  readonly occurredAt: Instant;
  readonly datedBy: 'device' | 'receipt' | 'dispatch';
  /** How far the device's clock is ahead of the date that was taken; negative: behind it; 0 where it was taken. */
  readonly clockDifferenceMs: number;
}

export function dateDelivery(times: DeliveryTimes): DeliveryDate {
  const { deviceTime, receivedAt, dispatchedAt } = times;
  const afterDispatch = dispatchedAt === null || deviceTime >= dispatchedAt;
  if (afterDispatch && deviceTime <= receivedAt) return dateBy('device', deviceTime, deviceTime);
  if (dispatchedAt !== null && dispatchedAt > receivedAt) {
    return dateBy('dispatch', dispatchedAt, deviceTime);
  }
  return dateBy('receipt', receivedAt, deviceTime);
}

function dateBy(
  datedBy: DeliveryDate['datedBy'],
  occurredAt: Instant,
  deviceTime: Instant,
): DeliveryDate {
  const clockDifferenceMs = Date.parse(deviceTime) - Date.parse(occurredAt);
  return { occurredAt, datedBy, clockDifferenceMs };
}
