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

export interface Hashing {
  readonly canonicalJson: (value: unknown) => string;
  readonly sha256: (text: string) => string;
}

export function contentOf(movement: UnhashedMovement): Record<string, unknown> {
  const content: Record<string, unknown> = {
    id: movement.id,
    sequence: movement.sequence,
    campaignId: movement.campaignId,
    lotId: movement.lotId,
    materialId: movement.materialId,
    from: movement.from,
    to: movement.to,
    quantity: movement.quantity,
    cause: { kind: movement.cause.kind, id: movement.cause.id },
    batchId: movement.batchId,
    consignmentId: movement.consignmentId,
    deliveryPointId: movement.deliveryPointId,
    actorId: movement.actorId,
    occurredAt: movement.occurredAt,
    recordedAt: movement.recordedAt,
    reverses: movement.reverses,
  };
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
}

export function hashMovement(
  previousHash: string,
  movement: UnhashedMovement,
  hashing: Hashing,
): string {
  return hashing.sha256(previousHash + hashing.canonicalJson(contentOf(movement)));
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
  hashing: Hashing,
): { link: ChainLink; firstOffender?: string } {
  let link = start;
  for (const movement of movements) {
    const fault = findFault(link, movement, hashing);
    if (fault !== undefined) return { link, firstOffender: fault };
    link = { sequence: movement.sequence, hash: movement.hash, recordedAt: movement.recordedAt };
  }
  return { link };
}

function findFault(link: ChainLink, movement: Movement, hashing: Hashing): string | undefined {
  const expected = link.sequence + 1;
  if (movement.sequence !== expected) return `sequence ${expected} is missing`;
  if (movement.recordedAt < link.recordedAt)
    return `sequence ${movement.sequence} was recorded before the one that it follows`;
  if (hashMovement(link.hash, movement, hashing) !== movement.hash)
    return `sequence ${movement.sequence} does not fit its hash`;
  return undefined;
}
