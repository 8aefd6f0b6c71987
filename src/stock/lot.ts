import { Problem, type FieldError } from '../problem.js';
import type { Instant } from '../time.js';

/**
 * Print runs (lots). A lot is usable, blocked (held until cleared) or withdrawn (must not be used, ever again). Only usable
 * lots are planned, packed, dispatched or issued; they are taken oldest first, by first receipt and then by id.
 */
export const LOT_STATES = ['usable', 'blocked', 'withdrawn'] as const;
export type LotState = (typeof LOT_STATES)[number];

export const LOT_COMMANDS = ['block', 'release', 'withdraw'] as const;
export type LotCommand = (typeof LOT_COMMANDS)[number];

const NEXT: Record<LotState, Partial<Record<LotCommand, LotState>>> = {
  usable: { block: 'blocked', withdraw: 'withdrawn' },
  blocked: { release: 'usable', withdraw: 'withdrawn' },
  withdrawn: {},
};

export function allowedLotCommands(state: LotState): LotCommand[] {
  return LOT_COMMANDS.filter((command) => NEXT[state][command] !== undefined);
}

/** The state after the command; `illegal_transition` where the present one does not allow it. */
export function nextLotState(state: LotState, command: LotCommand): LotState {
  const next = NEXT[state][command];
  if (next !== undefined) return next;
  const allowed = allowedLotCommands(state);
  throw new Problem('illegal_transition', {
    detail: {
      en: `The print run is ${state}; ${command} is not possible. Possible: ${allowed.join(', ') || 'nothing, a withdrawal is final'}.`,
      sr: `Serija je u stanju „${state}“; „${command}“ nije moguće. Moguće: ${allowed.join(', ') || 'ništa, povlačenje je konačno'}.`,
    },
    extra: { state, allowed },
  });
}

export interface LotAge {
  readonly lotId: string;
  readonly firstReceiptAt: Instant;
}

/** Oldest first. */
export function compareLots(a: LotAge, b: LotAge): number {
  if (a.firstReceiptAt !== b.firstReceiptAt) return a.firstReceiptAt < b.firstReceiptAt ? -1 : 1;
  return a.lotId < b.lotId ? -1 : a.lotId > b.lotId ? 1 : 0;
}

/** A lot in one warehouse and what of it nobody has reserved. */
export interface AvailableLot {
  readonly lotId: string;
  readonly lotNumber: string;
  readonly materialId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
}

export interface Wanted {
  readonly materialId: string;
  /** The one lot that it has to be of, where it is named. */
  readonly lotId?: string | undefined;
  readonly quantity: number;
  /** Of the line, for what is said where it is short: `lines[3]`. */
  readonly path: string;
}

export interface Drawn {
  readonly lotId: string;
  readonly quantity: number;
}

/**
 * Draws every wanted line from the lots, which come oldest first; lines that name a lot are served before those that do not,
 * so that none is refused where all can be met. Answers the lots of each line, in the lines' order; `insufficient_stock`
 * with every short line as an error.
 */
export function drawLots(wanted: readonly Wanted[], lots: readonly AvailableLot[]): Drawn[][] {
  const left = new Map(lots.map((lot) => [lot.lotId, Math.max(0, lot.available)]));
  const drawn: Drawn[][] = wanted.map(() => []);
  const errors: FieldError[] = [];
  const order = [...wanted.keys()].sort(
    (a, b) => Number(wanted[a]!.lotId === undefined) - Number(wanted[b]!.lotId === undefined),
  );
  for (const index of order) {
    const line = wanted[index]!;
    const pool = lots.filter(
      (lot) =>
        lot.materialId === line.materialId &&
        (line.lotId === undefined || lot.lotId === line.lotId),
    );
    const { taken, short } = drawLine(line.quantity, pool, left);
    drawn[index] = taken;
    if (short > 0) errors.push(describeShort(line, short));
  }
  if (errors.length > 0) throw new Problem('insufficient_stock', { errors });
  return drawn;
}

function drawLine(
  quantity: number,
  pool: readonly AvailableLot[],
  left: Map<string, number>,
): { taken: Drawn[]; short: number } {
  const taken: Drawn[] = [];
  let short = quantity;
  for (const { lotId } of pool) {
    if (short === 0) break;
    const part = Math.min(short, left.get(lotId) ?? 0);
    if (part === 0) continue;
    left.set(lotId, (left.get(lotId) ?? 0) - part);
    taken.push({ lotId, quantity: part });
    short -= part;
  }
  return { taken, short };
}

function describeShort(line: Wanted, short: number): FieldError {
  const there = line.quantity - short;
  return {
    path: `${line.path}.quantity`,
    message: {
      en: `${line.quantity} pieces are wanted, ${there} are available: ${short} too few.`,
      sr: `Traži se ${line.quantity} komada, raspoloživo je ${there}: nedostaje ${short}.`,
    },
  };
}
