import { kindOfAccount } from './account.js';
import type { Movement } from './ledger.js';

/**
 * A movement as the interface writes it: what the hash was made of, and the hash. A point that the reader may not know
 * is written `confidential`, without its id and its consignment, so that a figure stays and a place does not show.
 */
export function viewMovement(movement: Movement): MovementView {
  const { batchId, consignmentId, deliveryPointId, reverses } = movement;
  return {
    id: movement.id,
    sequence: movement.sequence,
    campaignId: movement.campaignId,
    lotId: movement.lotId,
    materialId: movement.materialId,
    from: movement.from,
    to: movement.to,
    quantity: movement.quantity,
    cause: { kind: movement.cause.kind, id: movement.cause.id },
    ...(batchId === undefined ? {} : { batchId }),
    ...(consignmentId === undefined ? {} : { consignmentId }),
    ...(deliveryPointId === undefined ? {} : { deliveryPointId }),
    actorId: movement.actorId,
    occurredAt: movement.occurredAt,
    recordedAt: movement.recordedAt,
    ...(reverses === undefined ? {} : { reverses }),
    hash: movement.hash,
  };
}

export type MovementView = Omit<Movement, 'municipalityCode'> & {
  batchId?: string;
  consignmentId?: string;
  deliveryPointId?: string;
  reverses?: string;
};

/**
 * Hides a point that the reader may not know, and with it the trip and the command that would lead back to its
 * municipality.
 */
export function maskPoint(movement: Movement, confidential: ReadonlySet<string>): Movement {
  const { deliveryPointId } = movement;
  if (deliveryPointId === undefined || !confidential.has(deliveryPointId)) return movement;
  return {
    ...movement,
    from: hideAccount(movement.from),
    to: hideAccount(movement.to),
    cause: { kind: movement.cause.kind, id: 'confidential' },
    batchId: undefined,
    deliveryPointId: undefined,
    consignmentId: undefined,
  };
}

function hideAccount(account: Movement['from']): Movement['from'] {
  switch (kindOfAccount(account)) {
    case 'delivered':
      return 'delivered:confidential';
    case 'in_transit':
      return 'in_transit:confidential';
    default:
      return account;
  }
}
