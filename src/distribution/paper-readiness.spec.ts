import { Problem } from '../problem.js';
import { BATCH_STATES } from './batch-life.js';
import { type PaperKind, requirePrintable } from './paper-readiness.js';

function refusal(kind: PaperKind, state: (typeof BATCH_STATES)[number]): Problem | undefined {
  try {
    requirePrintable(kind, state);
    return undefined;
  } catch (error) {
    return error as Problem;
  }
}

describe('paper', () => {
  it.each([
    ['waybills', ['planned', 'packed', 'dispatched', 'closed']],
    ['labels', ['packed', 'dispatched', 'closed']],
  ] as const)('of the kind %s can be printed of batches that are %j', (kind, states) => {
    const printable = BATCH_STATES.filter((state) => refusal(kind, state) === undefined);
    expect(printable).toEqual(states);
  });

  it.each([
    ['waybills', 'draft', 'Plan the batch first.', ['edit', 'fill', 'plan', 'cancel']],
    ['labels', 'planned', 'Pack the batch first.', ['unplan', 'pack', 'cancel']],
    ['labels', 'cancelled', 'nothing to print', []],
  ] as const)('refused (%s, %s) says what to do', (kind, state, sentence, allowed) => {
    const problem = refusal(kind, state);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem?.code).toBe('illegal_transition');
    expect(problem?.detail.en).toContain(sentence);
    expect(problem?.extra).toMatchObject({ state, allowed: expect.arrayContaining([...allowed]) });
  });
});
