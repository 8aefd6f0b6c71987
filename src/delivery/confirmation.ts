/**
 * What becomes of a confirmation. The table of confirmations, its first line that fits:
 * refused (cannot be read, is not its sender's, names a material that is not on the consignment, or one twice) · held (the
 * batch has not left, or it follows one that is not here yet) · a failed attempt is accepted and books nothing · refused
 * (more than was sent, or surplus while sent pieces are unaccounted for; a held one becomes a conflict instead) ·
 * conflict (the batch is cancelled or closed; another stands that it does not follow; more than is in transit; its
 * sender's assignment has ended) · accepted, and it stands.
 */
import type { BatchState } from '../distribution/batch-life.js';
import {
  countInTransit,
  countRefusedPending,
  type LineCounters,
} from '../distribution/consignment-state.js';
import { Problem, type FieldError, type ProblemCode, type Text } from '../problem.js';

export const CONFIRMATION_KINDS = ['delivery', 'failed_attempt'] as const;
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number];

/** By whom it was told. */
export const CONFIRMATION_SOURCES = ['volunteer', 'office', 'carrier', 'recipient'] as const;
export type ConfirmationSource = (typeof CONFIRMATION_SOURCES)[number];

/** What a confirmation that was not refused can be. */
export const KEPT_STATUSES = ['accepted', 'held', 'conflict', 'superseded', 'dismissed'] as const;
export type KeptStatus = (typeof KEPT_STATUSES)[number];

/** Of one material, in pieces. `surplus` came on top of what was sent. */
export interface ConfirmedLine {
  readonly materialId: string;
  readonly delivered: number;
  readonly damaged: number;
  readonly missing: number;
  readonly refused: number;
  readonly surplus: number;
}

export interface Confirmation {
  readonly kind: ConfirmationKind;
  readonly follows: string | null;
  readonly lines: readonly ConfirmedLine[];
}

/** A line as it stands now. */
export interface LineFacts extends LineCounters {
  readonly materialId: string;
  /** What was to go; of a cancelled batch nothing was sent, and this is what a confirmation is held against. */
  readonly quantity: number;
}

/** Whether the consignment is, was or never was the sender's; `any`: the sender speaks for all consignments. */
export type Assignment = 'any' | 'now' | 'ended' | 'never';

export interface ConfirmationFacts {
  readonly batchState: BatchState;
  readonly assignment: Assignment;
  /** `none`: it follows nothing; `waiting`: the one that it follows is not here, or itself held. */
  readonly followed: 'none' | 'waiting' | 'here';
  /** The last confirmation that stands. */
  readonly standing: string | null;
  readonly lines: readonly LineFacts[];
  /** It was answered as `held` before: it can no longer be refused. */
  readonly wasHeld: boolean;
}

export const HOLD_REASONS = ['not_dispatched', 'follows_unknown'] as const;
export const CONFLICT_REASONS = [
  'not_on_consignment',
  'more_than_sent',
  'surplus_while_unaccounted',
  'batch_cancelled',
  'batch_closed',
  'another_stands',
  'more_than_in_transit',
  'assignment_ended',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
export type ConflictReason = (typeof CONFLICT_REASONS)[number];

export type Decision =
  | { readonly status: 'refused'; readonly problem: Problem }
  | { readonly status: 'held'; readonly reason: HoldReason }
  | { readonly status: 'conflict'; readonly reason: ConflictReason }
  | { readonly status: 'accepted'; readonly stands: boolean };

/** Why it cannot stand as it is: the reason for a held one, the problem for one that has just come. */
interface Objection {
  readonly code: ProblemCode;
  readonly reason: ConflictReason;
  readonly errors: readonly FieldError[];
}

export function decideConfirmation(facts: ConfirmationFacts, confirmation: Confirmation): Decision {
  if (facts.assignment === 'never' && !facts.wasHeld) {
    return { status: 'refused', problem: refuseStranger() };
  }
  const misnamed = findMisnamed(facts.lines, confirmation.lines);
  if (misnamed !== undefined) return object(facts, misnamed);
  if (isBeforeDispatch(facts.batchState)) return { status: 'held', reason: 'not_dispatched' };
  if (facts.followed === 'waiting') return { status: 'held', reason: 'follows_unknown' };
  if (confirmation.kind === 'failed_attempt') return { status: 'accepted', stands: false };
  const excess = findExcess(facts, confirmation);
  if (excess !== undefined) return object(facts, excess);
  const reason = findConflict(facts, confirmation);
  if (reason !== undefined) return { status: 'conflict', reason };
  return { status: 'accepted', stands: true };
}

export function isBeforeDispatch(state: BatchState): boolean {
  return state === 'draft' || state === 'planned' || state === 'packed';
}

/** Pieces of the sent ones that the line speaks of; surplus is not of them. */
export function countPieces(line: ConfirmedLine): number {
  return line.delivered + line.damaged + line.missing + line.refused;
}

/**
 * The part of what is told as refused that was not refused before: the same pieces can be refused at a second visit, and
 * are counted once. `line` is the line before this confirmation.
 */
export function countNewlyRefused(line: LineCounters, told: ConfirmedLine): number {
  const left = countInTransit(line) - told.delivered - told.damaged - told.missing;
  return Math.min(told.refused, left - Math.min(left, Math.max(0, line.refused - line.returned)));
}

/** A material that is not on the consignment, or one that comes twice. */
export function findMisnamed(
  lines: readonly LineFacts[],
  told: readonly ConfirmedLine[],
): Objection | undefined {
  const known = new Set(lines.map((line) => line.materialId));
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  let code: ProblemCode = 'rule';
  told.forEach(({ materialId }, index) => {
    const path = `lines[${index}].materialId`;
    if (seen.has(materialId)) errors.push({ path, message: REPEATED });
    else if (!known.has(materialId)) {
      code = 'unknown_reference';
      errors.push({ path, message: NOT_ON_CONSIGNMENT });
    }
    seen.add(materialId);
  });
  return errors.length === 0 ? undefined : { code, reason: 'not_on_consignment', errors };
}

/** More of a line than was sent, or surplus while sent pieces of the line are unaccounted for. */
export function findExcess(
  facts: Pick<ConfirmationFacts, 'batchState' | 'standing' | 'lines'>,
  confirmation: Confirmation,
): Objection | undefined {
  const lines = new Map(facts.lines.map((line) => [line.materialId, line]));
  const above: FieldError[] = [];
  const surplus: FieldError[] = [];
  confirmation.lines.forEach((told, index) => {
    const line = lines.get(told.materialId)!;
    const sent = facts.batchState === 'cancelled' ? line.quantity : line.sent;
    if (countPieces(told) > sent) {
      above.push({ path: `lines[${index}]`, message: sayMoreThanSent(countPieces(told), sent) });
    } else if (told.surplus > 0) {
      const competes = facts.standing !== null && confirmation.follows === null;
      const open = countUnaccounted({ ...line, sent }, told, competes);
      if (open > 0) {
        surplus.push({ path: `lines[${index}].surplus`, message: saySurplus(told.surplus, open) });
      }
    }
  });
  const errors = [...above, ...surplus];
  if (errors.length === 0) return undefined;
  const reason = above.length > 0 ? 'more_than_sent' : 'surplus_while_unaccounted';
  return { code: 'exceeds_sent', reason, errors };
}

/**
 * Sent pieces of which there is no word once `told` counts. One that competes with what stands is taken by itself, as if the
 * other had not come, so that it does not matter which of them was first.
 */
function countUnaccounted(line: LineFacts, told: ConfirmedLine, competes: boolean): number {
  if (competes) return Math.max(0, line.sent - line.returned - line.lost - countPieces(told));
  const after = {
    ...line,
    delivered: line.delivered + told.delivered,
    damaged: line.damaged + told.damaged,
    missing: line.missing + told.missing,
    refused: line.refused + told.refused,
  };
  return Math.max(0, countInTransit(after) - countRefusedPending(after));
}

function findConflict(
  facts: ConfirmationFacts,
  confirmation: Confirmation,
): ConflictReason | undefined {
  if (facts.batchState === 'cancelled') return 'batch_cancelled';
  if (facts.batchState === 'closed') return 'batch_closed';
  if (facts.standing !== null && confirmation.follows !== facts.standing) return 'another_stands';
  if (findBeyondTransit(facts.lines, confirmation.lines).length > 0) return 'more_than_in_transit';
  const mayStillSpeak = facts.assignment === 'any' || facts.assignment === 'now';
  return mayStillSpeak ? undefined : 'assignment_ended';
}

/** The lines that count more than is still in transit. */
export function findBeyondTransit(
  lines: readonly LineFacts[],
  told: readonly ConfirmedLine[],
): FieldError[] {
  const known = new Map(lines.map((line) => [line.materialId, line]));
  return told.flatMap((line, index) => {
    const inTransit = countInTransit(known.get(line.materialId)!);
    if (countPieces(line) <= inTransit) return [];
    return [{ path: `lines[${index}]`, message: sayBeyondTransit(countPieces(line), inTransit) }];
  });
}

function object(facts: ConfirmationFacts, objection: Objection): Decision {
  return facts.wasHeld
    ? { status: 'conflict', reason: objection.reason }
    : { status: 'refused', problem: toProblem(objection) };
}

export function toProblem(objection: Objection): Problem {
  return new Problem(objection.code, { errors: objection.errors });
}

function refuseStranger(): Problem {
  return new Problem('forbidden', {
    detail: {
      en: 'This consignment was never assigned to you. Ask the coordinator to assign it, then send this again.',
      sr: 'Ova pošiljka vam nikada nije bila dodeljena. Zamolite koordinatora da je dodeli, pa pošaljite ponovo.',
    },
  });
}

const REPEATED: Text = {
  en: 'This material comes twice. Put it into one line.',
  sr: 'Ovaj materijal je naveden dva puta. Navedite ga u jednoj stavci.',
};
const NOT_ON_CONSIGNMENT: Text = {
  en: 'This material is not on the consignment. Leave it out, or write it into the note.',
  sr: 'Ovaj materijal nije na pošiljci. Izostavite ga ili ga upišite u napomenu.',
};

function sayMoreThanSent(counted: number, sent: number): Text {
  return {
    en: `${counted} pieces are accounted for, ${sent} were sent. What came on top is surplus.`,
    sr: `Navedeno je ${counted} komada, poslato je ${sent}. Ono što je preko toga je višak.`,
  };
}

function saySurplus(surplus: number, open: number): Text {
  return {
    en: `${surplus} pieces are told as surplus while ${open} that were sent are not accounted for. Count those as delivered first.`,
    sr: `Kao višak je navedeno ${surplus} komada, a za ${open} poslatih se ne zna gde su. Njih prvo navedite kao isporučene.`,
  };
}

function sayBeyondTransit(counted: number, inTransit: number): Text {
  return {
    en: `${counted} pieces are accounted for, ${inTransit} are still in transit.`,
    sr: `Navedeno je ${counted} komada, u putu je još ${inTransit}.`,
  };
}
