/** What a batch needs against what its warehouse can still give: told before anybody plans. */
import type { LineWish } from '../../src/distribution/fill.js';

export interface Balance {
  readonly warehouseId: string;
  readonly materialId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly state: string;
}

export interface MaterialNeed {
  readonly materialId: string;
  readonly needed: number;
  readonly available: number;
  /** Of usable print runs: planned for other batches. */
  readonly reserved: number;
  /** On hand, but of print runs that must not be used now. */
  readonly unusable: number;
  /** Pieces that are not there; 0 where it is enough. */
  readonly short: number;
}

/** Each material that is needed, from one warehouse. */
export function compareNeeds(
  needed: readonly LineWish[],
  balances: readonly Balance[],
  warehouseId: string,
): MaterialNeed[] {
  return needed.map(({ materialId, quantity }) => {
    const own = balances.filter(
      (balance) => balance.warehouseId === warehouseId && balance.materialId === materialId,
    );
    const usable = own.filter(({ state }) => state === 'usable');
    const available = sum(usable.map((balance) => balance.available));
    return {
      materialId,
      needed: quantity,
      available,
      reserved: sum(usable.map((balance) => balance.reserved)),
      unusable: sum(own.filter(({ state }) => state !== 'usable').map(({ onHand }) => onHand)),
      short: Math.max(0, quantity - available),
    };
  });
}

/** The warehouse that lacks least of what is needed; of equal ones the first. Undefined where there is none. */
export function suggestWarehouse(
  needed: readonly LineWish[],
  balances: readonly Balance[],
  warehouseIds: readonly string[],
): string | undefined {
  const lacks = warehouseIds.map((id) => ({
    id,
    short: sum(compareNeeds(needed, balances, id).map(({ short }) => short)),
    available: sum(
      balances.filter(({ warehouseId }) => warehouseId === id).map(({ available }) => available),
    ),
  }));
  return lacks.sort((a, b) => a.short - b.short || b.available - a.available)[0]?.id;
}

function sum(values: readonly number[]): number {
  return values.reduce((before, value) => before + value, 0);
}
