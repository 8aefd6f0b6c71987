import { contentOf } from './chain.js';
import type { Movement } from './ledger.js';

/**
 * A movement as the interface writes it: what the hash was made of, and the hash. A point that the reader may not know
 * is written `confidential`, without its id and its consignment, so that a figure stays and a place does not show.
 */
export function viewMovement(movement: Movement): MovementView {
  return { ...contentOf(movement), hash: movement.hash } as unknown as MovementView;
}

export type MovementView = Omit<Movement, 'municipalityCode'> & {
  batchId?: string;
  consignmentId?: string;
  deliveryPointId?: string;
  reverses?: string;
};

export function maskPoint(movement: Movement, confidential: ReadonlySet<string>): Movement {
  const { deliveryPointId } = movement;
  if (deliveryPointId === undefined || !confidential.has(deliveryPointId)) return movement;
  const hide = (account: Movement['from']): Movement['from'] =>
    account === `delivered:${deliveryPointId}` ? 'delivered:confidential' : account;
  return {
    ...movement,
    from: hide(movement.from),
    to: hide(movement.to),
    deliveryPointId: undefined,
    consignmentId: undefined,
  };
}
