/**
 * What somebody is about to tell of a consignment, while they fill it in: figures of each line, and what the service would make
 * of them, by its own rules.
 */
import type { BatchState } from '../../src/distribution/batch-life.js';
import {
  countRefusedPending,
  countUnexplained,
  stateOfConsignment,
  type ConsignmentState,
} from '../../src/distribution/consignment-state.js';
import {
  countNewlyRefused,
  countPieces,
  decideConfirmation,
  type ConfirmationKind,
  type ConfirmedLine,
  type Decision,
  type LineFacts,
} from '../../src/delivery/confirmation.js';
import { addCounted } from '../../src/delivery/reception.js';

export const FIGURES = ['delivered', 'damaged', 'missing', 'refused', 'surplus'] as const;
export type Figure = (typeof FIGURES)[number];
export type Figures = Readonly<Record<Figure, number>>;

export type LineNow = LineFacts & { readonly surplus: number };

/** Nothing said yet. */
export function leaveBlank(lines: readonly LineNow[]): ConfirmedLine[] {
  return lines.map(({ materialId }) => ({
    materialId,
    delivered: 0,
    damaged: 0,
    missing: 0,
    refused: 0,
    surplus: 0,
  }));
}

/** Everything of which there was no word arrived in good condition; what was refused before waits for its return. */
export function tellAllArrived(lines: readonly LineNow[]): ConfirmedLine[] {
  return leaveBlank(lines).map((told, index) => ({
    ...told,
    delivered: countUnexplained(lines[index]!),
  }));
}

/**
 * One figure of a line changed. Where all open pieces were accounted for they stay so: what turns out damaged, missing or refused
 * was not delivered.
 */
export function changeFigure(
  told: ConfirmedLine,
  line: LineNow,
  figure: Figure,
  pieces: number,
): ConfirmedLine {
  const changed = { ...told, [figure]: pieces };
  if (figure === 'delivered' || figure === 'surplus') return changed;
  if (countPieces(told) !== countUnexplained(line)) return changed;
  return { ...changed, delivered: Math.max(0, told.delivered + told[figure] - pieces) };
}

export function sumFigures(lines: readonly Figures[]): Figures {
  const sum = (figure: Figure): number => lines.reduce((total, line) => total + line[figure], 0);
  return {
    delivered: sum('delivered'),
    damaged: sum('damaged'),
    missing: sum('missing'),
    refused: sum('refused'),
    surplus: sum('surplus'),
  };
}

export function isBlank(lines: readonly Figures[]): boolean {
  return lines.every((line) => FIGURES.every((figure) => line[figure] === 0));
}

interface Consigned {
  readonly batchState: BatchState;
  readonly standingConfirmationId: string | null;
  readonly lines: readonly LineNow[];
}

export interface Foreseen {
  readonly decision: Decision;
  /** What is counted of what is told: pieces refused for the second time count once. */
  readonly counted: Figures;
  /** The consignment afterwards, where it is accepted. */
  readonly state: ConsignmentState;
  /** Pieces still in transit afterwards: refused ones, and ones without a word. */
  readonly refused: number;
  readonly unexplained: number;
}

/** What a confirmation of the office's would do. It adds to what stands, if anything does. */
export function foresee(
  consignment: Consigned,
  kind: ConfirmationKind,
  told: readonly ConfirmedLine[],
): Foreseen {
  const { batchState, standingConfirmationId, lines } = consignment;
  const decision = decideConfirmation(
    {
      batchState,
      assignment: 'any',
      followed: standingConfirmationId === null ? 'none' : 'here',
      standing: standingConfirmationId,
      lines,
      wasHeld: false,
    },
    { kind, follows: standingConfirmationId, lines: told },
  );
  const stands = decision.status === 'accepted' && decision.stands;
  return { decision, ...foreseeLines(batchState, lines, stands ? told : []) };
}

function foreseeLines(
  batchState: BatchState,
  lines: readonly LineNow[],
  told: readonly ConfirmedLine[],
): Omit<Foreseen, 'decision'> {
  const toldOf = new Map(told.map((line) => [line.materialId, line]));
  const counted: ConfirmedLine[] = [];
  const after = lines.map((line) => {
    const own = toldOf.get(line.materialId);
    if (own === undefined) return line;
    const booked = { ...own, refused: countNewlyRefused(line, own) };
    counted.push(booked);
    return addCounted(line, booked, 1);
  });
  return {
    counted: sumFigures(counted),
    state: stateOfConsignment(batchState, after),
    refused: after.reduce((sum, line) => sum + countRefusedPending(line), 0),
    unexplained: after.reduce((sum, line) => sum + countUnexplained(line), 0),
  };
}

/** The lines as they are without what one confirmation counts: what a correction of it starts from. */
export function takeOut(lines: readonly LineNow[], counted: readonly ConfirmedLine[]): LineNow[] {
  const countedOf = new Map(counted.map((line) => [line.materialId, line]));
  return lines.map((line) => {
    const own = countedOf.get(line.materialId);
    return own === undefined ? line : addCounted(line, own, -1);
  });
}

/** The lines as if nobody had said anything: what a preference starts from. What came back stays so. */
export function takeOutAll(lines: readonly LineNow[]): LineNow[] {
  return lines.map((line) => ({
    ...line,
    delivered: 0,
    damaged: 0,
    missing: 0,
    refused: 0,
    lost: 0,
    surplus: 0,
  }));
}

/** What rebooking these figures on such lines would meet: accepted, or the service's refusal. */
export function foreseeRebooking(
  lines: readonly LineNow[],
  told: readonly ConfirmedLine[],
): Foreseen {
  return foresee(
    { batchState: 'dispatched', standingConfirmationId: null, lines },
    'delivery',
    told,
  );
}
