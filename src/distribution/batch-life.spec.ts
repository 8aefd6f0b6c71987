import * as fc from 'fast-check';
import { Problem } from '../problem.js';
import {
  BATCH_STATES,
  BATCH_STEPS,
  allowedSteps,
  takeStep,
  transitions,
  type BatchState,
  type BatchStep,
} from './batch-life.js';

const STATE = fc.constantFrom(...BATCH_STATES);
const STEP = fc.constantFrom(...BATCH_STEPS);

function refusalOf(state: BatchState, step: BatchStep): Problem {
  try {
    takeStep(state, step);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error(`${step} from ${state} was not refused`);
}

describe('the life of a batch', () => {
  it.each<[BatchState, BatchStep, BatchState]>([
    ['draft', 'plan', 'planned'],
    ['planned', 'pack', 'packed'],
    ['packed', 'dispatch', 'dispatched'],
    ['dispatched', 'close', 'closed'],
    ['draft', 'cancel', 'cancelled'],
    ['planned', 'cancel', 'cancelled'],
    ['packed', 'cancel', 'cancelled'],
    ['planned', 'unplan', 'draft'],
    ['packed', 'unplan', 'draft'],
  ])('goes from %s by %s to %s', (state, step, next) => {
    expect(takeStep(state, step)).toBe(next);
  });

  it.each<[BatchState, BatchStep]>([
    ['draft', 'pack'],
    ['draft', 'dispatch'],
    ['planned', 'dispatch'],
    ['planned', 'plan'],
    ['dispatched', 'cancel'],
    ['dispatched', 'unplan'],
    ['closed', 'close'],
    ['cancelled', 'plan'],
    ['planned', 'edit'],
    ['packed', 'fill'],
  ])('refuses, from %s, %s', (state, step) => {
    const problem = refusalOf(state, step);
    expect(problem.code).toBe('illegal_transition');
    expect(problem.extra).toEqual({ state, allowed: allowedSteps(state) });
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<BatchState>(['draft']);
    for (const state of reached) {
      for (const next of Object.values(transitions[state])) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...BATCH_STATES].sort());
  });

  it('uses every step somewhere', () => {
    const used = new Set(BATCH_STATES.flatMap((state) => allowedSteps(state)));
    expect([...used].sort()).toEqual([...BATCH_STEPS].sort());
  });

  it('answers each state and step either by the table or by a refusal that names both', () => {
    expect(() =>
      fc.assert(
        fc.property(STATE, STEP, (state, step) => {
          const next = transitions[state][step];
          if (next !== undefined) return takeStep(state, step) === next;
          const problem = refusalOf(state, step);
          return problem.detail.en.includes(state) && problem.detail.en.includes(step);
        }),
      ),
    ).not.toThrow();
  });

  it('never leaves closed or cancelled, and never goes back before dispatch once dispatched', () => {
    const after: Record<BatchState, readonly BatchState[]> = {
      draft: BATCH_STATES,
      planned: BATCH_STATES,
      packed: BATCH_STATES,
      dispatched: ['dispatched', 'closed'],
      closed: ['closed'],
      cancelled: ['cancelled'],
    };
    expect(() =>
      fc.assert(
        fc.property(fc.array(STEP, { maxLength: 30 }), (steps) => {
          let state: BatchState = 'draft';
          for (const step of steps) {
            const next: BatchState = transitions[state][step] ?? state;
            if (!after[state].includes(next)) return false;
            state = next;
          }
          return true;
        }),
      ),
    ).not.toThrow();
  });
});
