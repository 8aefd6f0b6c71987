import fc from 'fast-check';
import { readFunding } from '../../src/stock/funding.js';
import { countMissingPercent, fillUp, readShares, startShares } from './funding-shares.js';

const FUNDERS = ['European Union', 'OAK Foundation', 'Ministarstvo'];

const draft = fc.record({
  'European Union': fc.integer({ min: 0, max: 5000 }).map((hundredths) => hundredths / 100),
  'OAK Foundation': fc.integer({ min: 1, max: 4999 }).map((hundredths) => hundredths / 100),
  Ministarstvo: fc.constant(''),
});

describe('funders’ shares', () => {
  it('are filled up to what the service takes as 100', () => {
    fc.assert(
      fc.property(draft, (shares) => {
        const filled = fillUp(shares, 'Ministarstvo');
        expect(countMissingPercent(filled)).toBe(0);
        expect(readFunding({ funding: readShares(filled) }, FUNDERS)).toBeDefined();
      }),
    );
  });

  it.each([
    [{ a: 60, b: 40 }, 0],
    [{ a: 33.33, b: 33.33, c: 33.34 }, 0],
    [{ a: 60, b: '' }, 40],
    [{ a: 60, b: 60 }, -20],
    [{ a: '' }, 100],
  ])('%j lack %d percent', (shares, missing) => {
    expect(countMissingPercent(shares)).toBe(missing);
  });

  it('are cut down too where they are too much', () => {
    expect(fillUp({ a: 60, b: 60 }, 'b')).toStrictEqual({ a: 60, b: 40 });
    expect(fillUp({ a: 120, b: 10 }, 'b')).toStrictEqual({ a: 120, b: '' });
  });

  it('are the whole where one funder pays, and open where several might', () => {
    expect(startShares(['European Union'])).toStrictEqual({ 'European Union': 100 });
    expect(startShares(['A', 'B'])).toStrictEqual({ A: '', B: '' });
    expect(startShares(['A', 'B'], [{ funder: 'B', percent: 100 }])).toStrictEqual({
      A: '',
      B: 100,
    });
  });
});
