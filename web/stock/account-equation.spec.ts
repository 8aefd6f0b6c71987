import fc from 'fast-check';
import { countUnaccounted, type LotFigures } from '../../src/stock/lot-account.js';
import { ACCOUNT_PARTS, findBehind, listTerms, shareOf } from './account-equation.js';

const figures = fc
  .record({
    onHand: fc.nat(1000),
    inTransit: fc.nat(1000),
    delivered: fc.nat(1000),
    handedOut: fc.nat(1000),
    damaged: fc.nat(100),
    lost: fc.nat(100),
    disposed: fc.nat(100),
    adjusted: fc.integer({ min: -100, max: 100 }),
  })
  .map((parts): LotFigures => ({
    ...parts,
    printed: Object.values(parts).reduce((sum, quantity) => sum + quantity, 0),
  }));

describe('a print run’s account', () => {
  it('adds up to what was printed, whichever parts are written out', () => {
    fc.assert(
      fc.property(figures, fc.boolean(), (account, all) => {
        const sum = listTerms(account, { all }).reduce((total, term) => total + term.quantity, 0);
        expect(countUnaccounted(account)).toBe(0);
        expect(sum).toBe(account.printed);
      }),
    );
  });

  it('writes no part that is nothing, unless all are asked for', () => {
    fc.assert(
      fc.property(figures, (account) => {
        expect(listTerms(account).every(({ quantity }) => quantity !== 0)).toBe(true);
        expect(listTerms(account, { all: true })).toHaveLength(ACCOUNT_PARTS.length);
      }),
    );
  });

  it('leads from every part to rows', () => {
    expect(ACCOUNT_PARTS.map((part) => findBehind(part).kind)).toStrictEqual([
      'trace',
      'trace',
      'trace',
      'trace',
      'card',
      'card',
      'card',
      'card',
    ]);
  });

  it('has no shares before anything was printed', () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(shareOf(25, 100)).toBe(0.25);
  });
});
