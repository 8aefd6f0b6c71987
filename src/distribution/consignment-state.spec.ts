import * as fc from 'fast-check';
import { BATCH_STATES, type BatchState } from './batch-life.js';
import {
  countInTransit,
  countRefusedPending,
  countUnexplained,
  stateOfConsignment,
  type ConsignmentState,
  type LineCounters,
} from './consignment-state.js';

const NOTHING: LineCounters = {
  sent: 0,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  returned: 0,
  lost: 0,
};

function line(counters: Partial<LineCounters>): LineCounters {
  return { ...NOTHING, ...counters };
}

/** Counters that the ledger can hold: never more accounted for than sent, never more refused than sent. */
const LINE: fc.Arbitrary<LineCounters> = fc
  .record({
    parts: fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
    refusedShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .filter(({ parts }) => parts.some((part) => part > 0))
  .map(({ parts: [delivered, damaged, missing, returned, lost, left], refusedShare }) => {
    const sent = delivered! + damaged! + missing! + returned! + lost! + left!;
    return {
      sent,
      delivered: delivered!,
      damaged: damaged!,
      missing: missing!,
      returned: returned!,
      lost: lost!,
      refused: Math.floor((returned! + lost! + left!) * refusedShare),
    };
  });

describe('the state of a consignment', () => {
  it.each<[string, BatchState, Partial<LineCounters>[], ConsignmentState]>([
    ['of a draft', 'draft', [{}], 'pending'],
    ['of a packed batch', 'packed', [{}], 'pending'],
    ['of a cancelled batch', 'cancelled', [{}], 'cancelled'],
    ['with every piece delivered', 'dispatched', [{ sent: 5, delivered: 5 }], 'delivered'],
    [
      'with one of two lines delivered',
      'dispatched',
      [{ sent: 5, delivered: 5 }, { sent: 5 }],
      'partly_delivered',
    ],
    ['without word', 'dispatched', [{ sent: 5 }], 'in_transit'],
    [
      'with some refused and some without word',
      'dispatched',
      [{ sent: 5, refused: 3 }],
      'in_transit',
    ],
    ['wholly refused', 'dispatched', [{ sent: 5, refused: 5 }], 'refused'],
    ['refused and come back', 'dispatched', [{ sent: 5, refused: 5, returned: 5 }], 'refused'],
    ['come back without a word', 'dispatched', [{ sent: 5, returned: 5 }], 'returned'],
    ['partly lost, partly back', 'closed', [{ sent: 5, returned: 2, lost: 3 }], 'returned'],
    ['wholly missing', 'dispatched', [{ sent: 5, missing: 5 }], 'lost'],
    ['damaged and lost', 'closed', [{ sent: 5, damaged: 2, lost: 3 }], 'lost'],
  ])('%s', (_name, batchState, lines, state) => {
    expect(stateOfConsignment(batchState, lines.map(line))).toBe(state);
  });

  it.each<[string, Partial<LineCounters>, [number, number, number]]>([
    ['refused pieces stay in transit', { sent: 10, refused: 4 }, [10, 4, 6]],
    ['a return takes the refused first', { sent: 10, refused: 4, returned: 3 }, [7, 1, 6]],
    ['a loss takes the unexplained first', { sent: 10, refused: 4, lost: 6 }, [4, 4, 0]],
    [
      'a loss beyond the unexplained takes the refused',
      { sent: 10, refused: 4, lost: 8 },
      [2, 2, 0],
    ],
  ])('%s', (_name, counters, [inTransit, refusedPending, unexplained]) => {
    const subject = line(counters);
    expect(countInTransit(subject)).toBe(inTransit);
    expect(countRefusedPending(subject)).toBe(refusedPending);
    expect(countUnexplained(subject)).toBe(unexplained);
  });

  it('never counts fewer than nothing, and parts what is in transit without a rest', () => {
    expect(() =>
      fc.assert(
        fc.property(LINE, (subject) => {
          const refusedPending = countRefusedPending(subject);
          const unexplained = countUnexplained(subject);
          const whole = refusedPending + unexplained;
          return refusedPending >= 0 && unexplained >= 0 && whole === countInTransit(subject);
        }),
      ),
    ).not.toThrow();
  });

  it('does not depend on the order of the lines', () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.constantFrom(...BATCH_STATES),
          fc.array(LINE, { minLength: 1, maxLength: 4 }),
          (batchState, lines) =>
            stateOfConsignment(batchState, lines) ===
            stateOfConsignment(batchState, [...lines].reverse()),
        ),
      ),
    ).not.toThrow();
  });

  it('says delivered exactly when every sent piece was', () => {
    expect(() =>
      fc.assert(
        fc.property(fc.array(LINE, { minLength: 1, maxLength: 4 }), (lines) => {
          const whole = lines.every((subject) => subject.delivered === subject.sent);
          return (stateOfConsignment('dispatched', lines) === 'delivered') === whole;
        }),
      ),
    ).not.toThrow();
  });
});
