/**
 * Which lots a batch takes. Oldest first, unless the plan names a lot; consignments draw in the batch's order. Lots
 * that are named are drawn before all others, so that nobody else takes them. Too little stock is a shortage of each
 * line that could not be filled, all of them at once; then nothing is allotted.
 */
export interface PlanLine {
  readonly consignmentId: string;
  readonly materialId: string;
  /** Pieces, at least 1. */
  readonly quantity: number;
}

export interface AvailableStock {
  readonly lotId: string;
  readonly materialId: string;
  readonly available: number;
}

export interface NamedLot {
  readonly consignmentId: string;
  readonly materialId: string;
  readonly lotId: string;
  readonly quantity: number;
}

export interface Allotment {
  readonly consignmentId: string;
  readonly materialId: string;
  /** In the order in which the line draws them; they add up to the line's quantity. */
  readonly lots: readonly { readonly lotId: string; readonly quantity: number }[];
}

export interface Shortage {
  readonly consignmentId: string;
  readonly materialId: string;
  readonly need: number;
  /** What was left for the line when its turn came. */
  readonly have: number;
}

/** What is wrong with the named lots themselves, whatever the stock. */
export interface NamingFault {
  /** Index in the list of named lots. */
  readonly index: number;
  readonly fault: 'no_such_line' | 'named_twice' | 'more_than_line';
}

export type PlanOutcome =
  | { readonly allotments: readonly Allotment[]; readonly shortages?: undefined }
  | { readonly shortages: readonly Shortage[]; readonly allotments?: undefined };

/**
 * @param lines in the batch's order
 * @param available per lot, oldest first
 * @param named lots that the plan names; without faults (see `findNamingFaults`)
 */
export function allotLots(
  lines: readonly PlanLine[],
  available: readonly AvailableStock[],
  named: readonly NamedLot[] = [],
): PlanOutcome {
  const stock = new Stock(available);
  const drawn = new Map(lines.map((line) => [keyOf(line), new Draw(line)]));
  for (const { lotId, quantity, ...line } of named) {
    drawn.get(keyOf(line))?.take(lotId, stock.takeFrom(lotId, quantity), quantity);
  }
  for (const draw of drawn.values()) {
    for (const { lotId, quantity } of stock.takeOldest(draw.line.materialId, draw.open)) {
      draw.take(lotId, quantity);
    }
  }
  const draws = [...drawn.values()];
  const shortages = draws.filter((draw) => draw.isShort).map((draw) => draw.toShortage());
  if (shortages.length > 0) return { shortages };
  return { allotments: draws.map((draw) => draw.toAllotment()) };
}

/** Named lots that fit no line, name a lot twice for a line, or name more than the line carries. */
export function findNamingFaults(
  lines: readonly PlanLine[],
  named: readonly NamedLot[],
): NamingFault[] {
  const open = new Map(lines.map((line) => [keyOf(line), line.quantity]));
  const seen = new Set<string>();
  const faults: NamingFault[] = [];
  named.forEach((name, index) => {
    const key = keyOf(name);
    const left = open.get(key);
    if (left === undefined) faults.push({ index, fault: 'no_such_line' });
    else if (seen.has(`${key} ${name.lotId}`)) faults.push({ index, fault: 'named_twice' });
    else if (name.quantity > left) faults.push({ index, fault: 'more_than_line' });
    else open.set(key, left - name.quantity);
    seen.add(`${key} ${name.lotId}`);
  });
  return faults;
}

function keyOf(line: { consignmentId: string; materialId: string }): string {
  return `${line.consignmentId} ${line.materialId}`;
}

/** What is left of each lot while the lines draw. */
class Stock {
  private readonly left = new Map<string, number>();
  private readonly lotsOf = new Map<string, string[]>();
  /** Index of the first lot of a material that may have something left, so that many lines stay fast. */
  private readonly first = new Map<string, number>();

  constructor(available: readonly AvailableStock[]) {
    for (const lot of available) {
      this.left.set(lot.lotId, lot.available);
      const lots = this.lotsOf.get(lot.materialId);
      if (lots === undefined) this.lotsOf.set(lot.materialId, [lot.lotId]);
      else lots.push(lot.lotId);
    }
  }

  takeFrom(lotId: string, quantity: number): number {
    const left = this.left.get(lotId) ?? 0;
    const taken = Math.min(left, quantity);
    this.left.set(lotId, left - taken);
    return taken;
  }

  takeOldest(materialId: string, quantity: number): { lotId: string; quantity: number }[] {
    const lots = this.lotsOf.get(materialId) ?? [];
    const taken: { lotId: string; quantity: number }[] = [];
    let open = quantity;
    let index = this.first.get(materialId) ?? 0;
    while (open > 0 && index < lots.length) {
      const lotId = lots[index]!;
      const pieces = this.takeFrom(lotId, open);
      if (pieces > 0) taken.push({ lotId, quantity: pieces });
      open -= pieces;
      if (open > 0) index += 1;
    }
    this.first.set(materialId, index);
    return taken;
  }
}

/** What one line has drawn so far. */
class Draw {
  private readonly lots = new Map<string, number>();
  private got = 0;
  /** Pieces of named lots that were not there: other lots must not take their place. */
  private missed = 0;

  constructor(readonly line: PlanLine) {}

  get open(): number {
    return this.line.quantity - this.got - this.missed;
  }

  get isShort(): boolean {
    return this.got < this.line.quantity;
  }

  take(lotId: string, quantity: number, asked = quantity): void {
    this.missed += asked - quantity;
    if (quantity === 0) return;
    this.got += quantity;
    this.lots.set(lotId, (this.lots.get(lotId) ?? 0) + quantity);
  }

  toShortage(): Shortage {
    const { consignmentId, materialId, quantity } = this.line;
    return { consignmentId, materialId, need: quantity, have: this.got };
  }

  toAllotment(): Allotment {
    const { consignmentId, materialId } = this.line;
    const lots = [...this.lots].map(([lotId, quantity]) => ({ lotId, quantity }));
    return { consignmentId, materialId, lots };
  }
}
