import { Problem } from '../problem.js';
import { AMENDING_STEPS, allowedSteps, requireAmendable } from './amendment.js';
import { CONFIRMATION_KINDS, KEPT_STATUSES } from './confirmation.js';

describe('a confirmation', () => {
  it.each([
    ['accepted', 'delivery', ['correct']],
    ['accepted', 'failed_attempt', []],
    ['held', 'delivery', ['dismiss']],
    ['held', 'failed_attempt', ['dismiss']],
    ['conflict', 'delivery', ['prefer', 'dismiss']],
    ['superseded', 'delivery', []],
    ['dismissed', 'delivery', []],
  ] as const)('that is %s (%s) allows %j', (status, kind, steps) => {
    expect(allowedSteps({ status, kind })).toEqual(steps);
  });

  it('refuses every other step by name', () => {
    for (const status of KEPT_STATUSES) {
      for (const kind of CONFIRMATION_KINDS) {
        for (const step of AMENDING_STEPS) {
          const attempt = () => requireAmendable({ status, kind }, step);
          if (allowedSteps({ status, kind }).includes(step)) expect(attempt).not.toThrow();
          else expect(attempt).toThrow(Problem);
        }
      }
    }
  });
});
