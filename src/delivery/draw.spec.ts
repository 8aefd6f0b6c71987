import fc from 'fast-check';
import { drawConfirmed, drawFromEnd, drawFromFront, type LotPieces } from './draw.js';

const lots = (...quantities: number[]): LotPieces[] =>
  quantities.map((quantity, index) => ({ lotId: `lot-${index + 1}`, quantity }));

describe('drawing from a line', () => {
  it('takes from the front, lot by lot', () => {
    expect(drawFromFront(lots(60, 40), 70)).toEqual({ taken: lots(60, 10), left: lots(0, 30) });
  });

  it('takes from the end, lot by lot', () => {
    expect(drawFromEnd(lots(60, 40), 70)).toEqual({ taken: lots(30, 40), left: lots(30, 0) });
  });

  it('takes nothing for nothing', () => {
    expect(drawFromFront(lots(60), 0)).toEqual({ taken: [], left: lots(60) });
  });

  it('stops our own mistake of drawing more than there is', () => {
    expect(() => drawFromFront(lots(1), 2)).toThrow(/more is drawn/);
  });

  it('gives the delivered the first pieces, then the damaged, then the missing, and surplus the last lot', () => {
    const { drawn, left } = drawConfirmed(lots(50, 50), {
      delivered: 45,
      damaged: 10,
      missing: 5,
      surplus: 2,
    });
    expect(drawn).toEqual([
      { lotId: 'lot-1', quantity: 45, to: 'delivered' },
      { lotId: 'lot-1', quantity: 5, to: 'damaged' },
      { lotId: 'lot-2', quantity: 5, to: 'damaged' },
      { lotId: 'lot-2', quantity: 5, to: 'lost' },
      { lotId: 'lot-2', quantity: 2, to: 'surplus' },
    ]);
    expect(left).toEqual(lots(0, 40));
  });

  it('commutes: what is confirmed and what is returned take the same pieces in either order', () => {
    const anyLots = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyLots, fc.nat(), fc.nat(), (quantities, first, second) => {
        const all = lots(...quantities);
        const sum = quantities.reduce((a, b) => a + b, 0);
        const confirmed = first % (sum + 1);
        const returned = second % (sum - confirmed + 1);
        const before = drawFromEnd(drawFromFront(all, confirmed).left, returned);
        const after = drawFromFront(drawFromEnd(all, returned).left, confirmed);
        expect(after.left).toEqual(before.left);
        expect(after.taken).toEqual(drawFromFront(all, confirmed).taken);
        expect(before.taken).toEqual(drawFromEnd(all, returned).taken);
      }),
    );
  });
});
