import fc from 'fast-check';
import { findUnderWay, SENT_PARTS, tallyLines, type TalliedLine } from './tally.js';

const line = (counters: Partial<TalliedLine> = {}): TalliedLine => ({
  sent: 0,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  returned: 0,
  lost: 0,
  surplus: 0,
  ...counters,
});

/** A line on which no more is accounted for than was sent. */
const anyLine = fc
  .tuple(
    fc.array(fc.nat(500), { minLength: 6, maxLength: 6 }),
    fc.nat(500),
    fc.nat(20),
    fc.nat(500),
  )
  .map(([[delivered, damaged, missing, returned, lost, open], refused, surplus]) =>
    line({
      sent: delivered! + damaged! + missing! + returned! + lost! + open!,
      delivered: delivered!,
      damaged: damaged!,
      missing: missing!,
      returned: returned!,
      lost: lost!,
      refused: Math.min(refused, open! + returned!),
      surplus,
    }),
  );

describe('the tally of a batch', () => {
  it('accounts for every piece that was sent', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), (lines) => {
        const tally = tallyLines(lines);
        const parts = SENT_PARTS.reduce((sum, part) => sum + tally[part], 0);
        expect(parts).toBe(tally.sent);
        expect(tally.refused + tally.unexplained).toBe(tally.inTransit);
        for (const part of SENT_PARTS) expect(tally[part]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('counts missing and declared lost pieces together, and surplus apart', () => {
    expect(
      tallyLines([line({ sent: 10, missing: 2, lost: 3, delivered: 5 }), line({ surplus: 4 })]),
    ).toMatchObject({ sent: 10, lost: 5, delivered: 5, surplus: 4, inTransit: 0 });
  });
});

describe('consignments under way', () => {
  it('are those with a piece in transit, refused ones included', () => {
    const arrived = { lines: [line({ sent: 5, delivered: 5 })] };
    const refused = { lines: [line({ sent: 5, refused: 5 })] };
    const partly = { lines: [line({ sent: 5, delivered: 5 }), line({ sent: 3, delivered: 2 })] };
    expect(findUnderWay([arrived, refused, partly])).toEqual([refused, partly]);
  });
});
