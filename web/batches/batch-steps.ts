/**
 * What can be done to a batch now, what comes next, and why the rest cannot be done: read off the transitions of its life.
 */
import {
  allowedSteps,
  BATCH_STEPS,
  type BatchState,
  type BatchStep,
} from '../../src/distribution/batch-life.js';

/** What this page asks for, what gives something up last; the others belong to what happens after a batch has left. */
const STEPS_BEFORE_LEAVING = [
  'edit',
  'fill',
  'plan',
  'pack',
  'dispatch',
  'assign',
  'track',
  'unplan',
  'cancel',
] as const satisfies readonly BatchStep[];
export type StepHere = (typeof STEPS_BEFORE_LEAVING)[number];

/** The step that takes the batch on its way; undefined where it has left, or never will. */
const ONWARD: Readonly<Partial<Record<BatchState, StepHere>>> = {
  draft: 'plan',
  planned: 'pack',
  packed: 'dispatch',
};

/** An empty draft has nothing to plan: it is written first. */
export function findNextStep(state: BatchState, isEmpty: boolean): StepHere | undefined {
  return state === 'draft' && isEmpty ? 'edit' : ONWARD[state];
}

/** The other steps of this page that the state allows. */
export function listOtherSteps(state: BatchState, next: StepHere | undefined): StepHere[] {
  const allowed = allowedSteps(state);
  return STEPS_BEFORE_LEAVING.filter((step) => allowed.includes(step) && step !== next);
}

/** Why a step cannot be taken: what has to be done first, or that it is too late. */
export type StepReason =
  | 'plan_first'
  | 'pack_first'
  | 'dispatch_first'
  | 'unplan_first'
  | 'still_a_draft'
  | 'done_already'
  | 'has_left'
  | 'over';

const REACHED_BY: Readonly<Partial<Record<BatchStep, BatchState>>> = {
  plan: 'planned',
  pack: 'packed',
  dispatch: 'dispatched',
  close: 'closed',
  cancel: 'cancelled',
};
const WAY: readonly BatchState[] = ['draft', 'planned', 'packed', 'dispatched', 'closed'];

export function listRefusedSteps(
  state: BatchState,
): { readonly step: BatchStep; readonly reason: StepReason }[] {
  const allowed = allowedSteps(state);
  return BATCH_STEPS.filter((step) => !allowed.includes(step)).map((step) => ({
    step,
    reason: explainStep(state, step),
  }));
}

function explainStep(state: BatchState, step: BatchStep): StepReason {
  if (state === 'cancelled' || state === 'closed') return 'over';
  const reached = REACHED_BY[step];
  if (reached !== undefined && WAY.indexOf(state) >= WAY.indexOf(reached) && step !== 'cancel')
    return 'done_already';
  switch (step) {
    case 'edit':
    case 'fill':
      return state === 'dispatched' ? 'has_left' : 'unplan_first';
    case 'unplan':
      return state === 'dispatched' ? 'has_left' : 'still_a_draft';
    case 'pack':
      return 'plan_first';
    case 'dispatch':
      return state === 'draft' ? 'plan_first' : 'pack_first';
    case 'return':
    case 'lose':
    case 'close':
      return 'dispatch_first';
    case 'cancel':
      return 'has_left';
    case 'plan':
    case 'assign':
    case 'track':
      // Every state that is not over allows them, or has them behind it.
      return 'over';
    default:
      return step satisfies never;
  }
}
