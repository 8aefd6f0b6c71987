import { allowedSteps, BATCH_STATES, BATCH_STEPS } from '../../src/distribution/batch-life.js';
import { findNextStep, listOtherSteps, listRefusedSteps } from './batch-steps.js';

describe('the steps of a batch', () => {
  it.each([
    ['draft', true, 'edit'],
    ['draft', false, 'plan'],
    ['planned', false, 'pack'],
    ['packed', false, 'dispatch'],
    ['dispatched', false, undefined],
    ['closed', false, undefined],
    ['cancelled', false, undefined],
  ] as const)('of a %s batch (empty: %s): next is %s', (state, isEmpty, next) => {
    expect(findNextStep(state, isEmpty)).toBe(next);
  });

  it('that come next are allowed', () => {
    const refused = BATCH_STATES.flatMap((state) =>
      [true, false]
        .map((isEmpty) => findNextStep(state, isEmpty))
        .filter((next) => next !== undefined && !allowedSteps(state).includes(next)),
    );
    expect(refused).toEqual([]);
  });

  it('are each either allowed or refused with a reason', () => {
    for (const state of BATCH_STATES) {
      const refused = listRefusedSteps(state).map(({ step }) => step);
      expect([...allowedSteps(state), ...refused].sort()).toEqual([...BATCH_STEPS].sort());
    }
  });

  it('are not offered twice', () => {
    for (const state of BATCH_STATES) {
      const next = findNextStep(state, false);
      expect(listOtherSteps(state, next)).not.toContain(next);
    }
  });

  it.each([
    ['draft', 'dispatch', 'plan_first'],
    ['draft', 'unplan', 'still_a_draft'],
    ['draft', 'close', 'dispatch_first'],
    ['planned', 'edit', 'unplan_first'],
    ['planned', 'plan', 'done_already'],
    ['planned', 'dispatch', 'pack_first'],
    ['packed', 'pack', 'done_already'],
    ['dispatched', 'cancel', 'has_left'],
    ['dispatched', 'edit', 'has_left'],
    ['dispatched', 'pack', 'done_already'],
    ['closed', 'edit', 'over'],
    ['cancelled', 'track', 'over'],
  ] as const)('of a %s batch: %s is refused, since %s', (state, step, reason) => {
    expect(listRefusedSteps(state).find((each) => each.step === step)?.reason).toBe(reason);
  });
});
