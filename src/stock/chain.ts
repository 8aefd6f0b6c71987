import type { Movement } from './ledger.js';

/**
 * Tamper evidence. Movements are numbered without gaps, and each carries the SHA-256 of the one before it and of its own
 * content as canonical JSON: instants in milliseconds, no personal data but the actor's id, the same on both engines.
 * The content is the movement as the interface writes it, without its hash; what is absent there is absent here. The
 * municipality is left out: it follows from the point, and the register's codes may one day be renumbered.
 */

/** What the first movement has for a previous hash. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

export type UnhashedMovement = Omit<Movement, 'hash'>;

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export type Sha256 = (text: string) => string;

/**
 * The movement as canonical JSON: the members in the order of their names, without those that are absent. Written out, since
 * whoever verifies a million of them would feel a sort for each.
 */
export function writeCanonical(movement: UnhashedMovement): string {
  return JSON.stringify({
    actorId: movement.actorId,
    batchId: movement.batchId,
    campaignId: movement.campaignId,
    cause: { id: movement.cause.id, kind: movement.cause.kind },
    consignmentId: movement.consignmentId,
    deliveryPointId: movement.deliveryPointId,
    from: movement.from,
    id: movement.id,
    lotId: movement.lotId,
    materialId: movement.materialId,
    occurredAt: movement.occurredAt,
    quantity: movement.quantity,
    recordedAt: movement.recordedAt,
    reverses: movement.reverses,
    sequence: movement.sequence,
    to: movement.to,
  });
}

export function hashMovement(
  previousHash: string,
  movement: UnhashedMovement,
  sha256: Sha256,
): string {
  return sha256(previousHash + writeCanonical(movement));
}

/** Where the chain stands: what the next movement has to fit. */
export interface ChainLink {
  readonly sequence: number;
  readonly hash: string;
  readonly recordedAt: string;
}

export const CHAIN_START: ChainLink = { sequence: 0, hash: FIRST_PREVIOUS_HASH, recordedAt: '' };

/** Follows the chain over the next movements; answers where it stands then, and the first movement that does not fit. */
export function followChain(
  start: ChainLink,
  movements: readonly Movement[],
  sha256: Sha256,
): { link: ChainLink; firstOffender?: string } {
  let link = start;
  for (const movement of movements) {
    const fault = findFault(link, movement, sha256);
    if (fault !== undefined) return { link, firstOffender: fault };
    link = { sequence: movement.sequence, hash: movement.hash, recordedAt: movement.recordedAt };
  }
  return { link };
}

function findFault(link: ChainLink, movement: Movement, sha256: Sha256): string | undefined {
  const expected = link.sequence + 1;
  if (movement.sequence !== expected) return `sequence ${expected} is missing`;
  if (movement.recordedAt < link.recordedAt)
    return `sequence ${movement.sequence} was recorded before the one that it follows`;
  if (hashMovement(link.hash, movement, sha256) !== movement.hash)
    return `sequence ${movement.sequence} does not fit its hash`;
  return undefined;
}
