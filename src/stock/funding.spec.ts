import fc from 'fast-check';
import { Problem } from '../problem.js';
import { isSameFunding, readFunding } from './funding.js';

const FUNDERS = ['European Union', 'OAK Foundation'];

describe('funding', () => {
  it('is the whole where one funder is named', () => {
    expect(readFunding({ funder: 'OAK Foundation' }, FUNDERS)).toEqual([
      { funder: 'OAK Foundation', percent: 100 },
    ]);
  });

  it('is undefined where nothing is told', () => {
    expect(readFunding({}, FUNDERS)).toBeUndefined();
  });

  it.each([
    ['a stranger', { funder: 'Somebody' }],
    ['a sum below 100', { funding: [{ funder: 'European Union', percent: 99.99 }] }],
    [
      'a funder named twice',
      {
        funding: [
          { funder: 'European Union', percent: 50 },
          { funder: 'European Union', percent: 50 },
        ],
      },
    ],
    ['both ways at once', { funder: 'European Union', funding: [] }],
    ['no share at all', { funding: [] }],
  ])('is refused with %s', (_, told) => {
    expect(() => readFunding(told, FUNDERS)).toThrow(Problem);
  });

  it('is the same in any order of the funders, for every split of 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (hundredths) => {
        const shares = [
          { funder: 'OAK Foundation', percent: hundredths / 100 },
          { funder: 'European Union', percent: (10_000 - hundredths) / 100 },
        ];
        const read = readFunding({ funding: shares }, FUNDERS)!;
        expect(isSameFunding(read, [...shares].reverse())).toBe(true);
        expect(read[0]!.funder).toBe('European Union');
      }),
    );
  });
});
