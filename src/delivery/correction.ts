/**
 * Taking back what was booked, and booking anew. A correction takes back what one confirmation has booked; a preference all that
 * was booked of the consignment but what came back to a warehouse, declared losses included. What is booked anew draws
 * from the front, as every confirmation does.
 */
import { kindOfAccount } from '../stock/account.js';
import type { Movement } from '../stock/ledger.js';
import { Problem } from '../problem.js';
import { effectOf } from './booking.js';
import {
  findBeyondTransit,
  findExcess,
  findMisnamed,
  toProblem,
  type Confirmation,
  type ConfirmedLine,
} from './confirmation.js';
import { addCounted, type BookableLine, type ConsignmentFacts } from './reception.js';

/** What the standing movements of a confirmation count, by material. Refused pieces move nothing, so they are told. */
export function countBooked(
  movements: readonly Movement[],
  refused: ReadonlyMap<string, number>,
): ConfirmedLine[] {
  const counted = new Map<string, Record<keyof Omit<ConfirmedLine, 'materialId'>, number>>();
  const of = (materialId: string) => {
    const known = counted.get(materialId) ?? {
      delivered: 0,
      damaged: 0,
      missing: 0,
      refused: refused.get(materialId) ?? 0,
      surplus: 0,
    };
    counted.set(materialId, known);
    return known;
  };
  for (const materialId of refused.keys()) of(materialId);
  for (const movement of movements) {
    of(movement.materialId)[effectOf(movement)] += movement.quantity;
  }
  return [...counted].map(([materialId, figures]) => ({ materialId, ...figures }));
}

/** The consignment without what the movements have booked: their pieces are in transit again. */
export function takeBack(
  facts: ConsignmentFacts,
  movements: readonly Movement[],
  counted: readonly ConfirmedLine[],
): ConsignmentFacts {
  const byMaterial = new Map(counted.map((line) => [line.materialId, line]));
  const back = sumByLot(movements);
  const lines = facts.lines.map((line): BookableLine => {
    const own = byMaterial.get(line.materialId);
    const lots = line.lots.map(({ lotId, quantity }) => ({
      lotId,
      quantity: quantity + (back.get(lotId) ?? 0),
    }));
    return { ...(own === undefined ? line : addCounted(line, own, -1)), lots };
  });
  return { ...facts, lines };
}

/** The consignment as if nobody had said anything of it; what was returned stays returned. */
export function takeBackAll(
  facts: ConsignmentFacts,
  movements: readonly Movement[],
): ConsignmentFacts {
  const back = sumByLot(movements);
  const lines = facts.lines.map((line) => ({
    ...line,
    delivered: 0,
    damaged: 0,
    missing: 0,
    refused: 0,
    lost: 0,
    surplus: 0,
    lots: line.lots.map(({ lotId, quantity }) => ({
      lotId,
      quantity: quantity + (back.get(lotId) ?? 0),
    })),
  }));
  return { ...facts, standing: null, lines };
}

/**
 * Refuses what cannot be booked on the consignment as it is once the old is taken back.
 *
 * @throws Problem
 */
export function requireBookable(facts: ConsignmentFacts, confirmation: Confirmation): void {
  const misnamed = findMisnamed(facts.lines, confirmation.lines);
  if (misnamed !== undefined) throw toProblem(misnamed);
  const alone = { batchState: 'dispatched', standing: null, lines: facts.lines } as const;
  const excess = findExcess(alone, confirmation);
  if (excess !== undefined) throw toProblem(excess);
  const errors = findBeyondTransit(facts.lines, confirmation.lines);
  if (errors.length === 0) return;
  throw new Problem('exceeds_sent', {
    detail: {
      en: 'With what was booked since (confirmations that follow, returns, losses, resolutions), this would be more than was sent.',
      sr: 'Sa onim što je proknjiženo u međuvremenu (naredne potvrde, povraćaji, gubici, rešene razlike) to bi bilo više nego što je poslato.',
    },
    errors,
  });
}

/** Pieces of each lot that the movements took out of transit. */
function sumByLot(movements: readonly Movement[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lotId, from, quantity } of movements) {
    if (kindOfAccount(from) !== 'in_transit') continue;
    sums.set(lotId, (sums.get(lotId) ?? 0) + quantity);
  }
  return sums;
}
