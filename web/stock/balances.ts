/**
 * What lies where. The service answers a row a warehouse and print run; people ask by warehouse and material, and by
 * material over all warehouses. Of what is on hand some is reserved for batches, and some is held back with a print run that
 * is blocked or withdrawn: on hand = reserved + held back + available, but for what is reserved of a run held back.
 */
export interface StockRow {
  readonly warehouseId: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly lotNumber: string;
  readonly state: 'usable' | 'blocked' | 'withdrawn';
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
}

interface Pieces {
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  /** Of print runs that are blocked or withdrawn, and reserved by nobody. */
  readonly heldBack: number;
}

export interface Holding extends Pieces {
  readonly warehouseId: string;
  readonly materialId: string;
  readonly lots: readonly StockRow[];
}

export interface MaterialStock extends Pieces {
  readonly materialId: string;
  /** Of what is on hand: kept by partners, so not delivered yet. */
  readonly withPartners: number;
  /** What print orders have still to bring. */
  readonly expected: number;
}

/** Rows of print runs that lie somewhere: those that have left are history. */
export function keepPresent(rows: readonly StockRow[]): StockRow[] {
  return rows.filter(({ onHand, reserved }) => onHand !== 0 || reserved !== 0);
}

/** A row a warehouse and material, with the print runs that it is made of. */
export function groupByWarehouse(rows: readonly StockRow[]): Holding[] {
  const groups = groupRows(
    keepPresent(rows),
    ({ warehouseId, materialId }) => `${warehouseId} ${materialId}`,
  );
  return [...groups.values()].map((lots) => ({
    warehouseId: lots[0]!.warehouseId,
    materialId: lots[0]!.materialId,
    lots,
    ...sumPieces(lots),
  }));
}

/** A row a material, over all warehouses; also for those of which nothing is there yet. */
export function sumByMaterial(
  rows: readonly StockRow[],
  facts: {
    readonly materialIds: readonly string[];
    readonly partnerIds: ReadonlySet<string>;
    readonly expected: ReadonlyMap<string, number>;
  },
): MaterialStock[] {
  const groups = groupRows(keepPresent(rows), ({ materialId }) => materialId);
  const known = new Set([...facts.materialIds, ...groups.keys()]);
  return [...known].map((materialId) => {
    const own = groups.get(materialId) ?? [];
    const withPartners = own
      .filter(({ warehouseId }) => facts.partnerIds.has(warehouseId))
      .reduce((sum, { onHand }) => sum + onHand, 0);
    return {
      materialId,
      ...sumPieces(own),
      withPartners,
      expected: facts.expected.get(materialId) ?? 0,
    };
  });
}

/** Pieces still to come, by material. */
export function sumExpected(
  orders: readonly { readonly materialId: string; readonly expected: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { materialId, expected } of orders)
    sums.set(materialId, (sums.get(materialId) ?? 0) + expected);
  return sums;
}

export function countHeldBack({ state, onHand, reserved }: StockRow): number {
  return state === 'usable' ? 0 : Math.max(0, onHand - reserved);
}

function groupRows(
  rows: readonly StockRow[],
  keyOf: (row: StockRow) => string,
): Map<string, StockRow[]> {
  const groups = new Map<string, StockRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function sumPieces(rows: readonly StockRow[]): Pieces {
  return rows.reduce<Pieces>(
    (sum, row) => ({
      onHand: sum.onHand + row.onHand,
      reserved: sum.reserved + row.reserved,
      available: sum.available + row.available,
      heldBack: sum.heldBack + countHeldBack(row),
    }),
    { onHand: 0, reserved: 0, available: 0, heldBack: 0 },
  );
}
