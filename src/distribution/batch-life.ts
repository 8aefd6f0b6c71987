/**
 * The life of a batch: draft → planned → packed → dispatched → closed, cancelled from draft, planned or
 * packed; unplan takes a planned or packed batch back to draft. Every other step is refused by name,
 * with the state it was in and what that state allows.
 */
import { Problem, type Text } from '../problem.js';

export const BATCH_STATES = [
  'draft',
  'planned',
  'packed',
  'dispatched',
  'closed',
  'cancelled',
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** What can be asked of a batch: the commands on its path, and `edit` for changing or deleting it. */
export const BATCH_STEPS = [
  'edit',
  'fill',
  'plan',
  'unplan',
  'pack',
  'dispatch',
  'return',
  'lose',
  'close',
  'cancel',
  'assign',
  'track',
] as const;
export type BatchStep = (typeof BATCH_STEPS)[number];

/** From each state, the steps that it allows and the state they lead to. */
export const transitions: Readonly<
  Record<BatchState, Readonly<Partial<Record<BatchStep, BatchState>>>>
> = {
  draft: {
    edit: 'draft',
    fill: 'draft',
    plan: 'planned',
    cancel: 'cancelled',
    assign: 'draft',
    track: 'draft',
  },
  planned: {
    unplan: 'draft',
    pack: 'packed',
    cancel: 'cancelled',
    assign: 'planned',
    track: 'planned',
  },
  packed: {
    unplan: 'draft',
    dispatch: 'dispatched',
    cancel: 'cancelled',
    assign: 'packed',
    track: 'packed',
  },
  dispatched: {
    return: 'dispatched',
    lose: 'dispatched',
    close: 'closed',
    assign: 'dispatched',
    track: 'dispatched',
  },
  closed: { track: 'closed' },
  cancelled: {},
};

/** The steps that a state allows, in the order of a batch's life. */
export function allowedSteps(state: BatchState): BatchStep[] {
  return BATCH_STEPS.filter((step) => transitions[state][step] !== undefined);
}

/** The state that the step leads to; `illegal_transition` where the present one does not allow it. */
export function takeStep(state: BatchState, step: BatchStep): BatchState {
  const next = transitions[state][step];
  if (next !== undefined) return next;
  throw new Problem('illegal_transition', {
    detail: explainRefusal(state, step),
    extra: { state, allowed: allowedSteps(state) },
  });
}

function explainRefusal(state: BatchState, step: BatchStep): Text {
  const allowed = allowedSteps(state).join(', ');
  return {
    en:
      allowed === ''
        ? `The batch is ${state}: ${step} is not possible, and nothing else is.`
        : `The batch is ${state}: ${step} is not possible. Possible: ${allowed}.`,
    sr:
      allowed === ''
        ? `Tura je u stanju „${STATE_NAMES[state]}“: „${step}“ nije moguće, niti išta drugo.`
        : `Tura je u stanju „${STATE_NAMES[state]}“: „${step}“ nije moguće. Moguće je: ${allowed}.`,
  };
}

const STATE_NAMES: Readonly<Record<BatchState, string>> = {
  draft: 'nacrt',
  planned: 'planirana',
  packed: 'spakovana',
  dispatched: 'poslata',
  closed: 'zatvorena',
  cancelled: 'otkazana',
};
