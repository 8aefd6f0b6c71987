import fc from 'fast-check';
import { countPoints, countPointsBy, type PointFacts, pointsThatCount } from './points.js';

const point: fc.Arbitrary<PointFacts> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('school', 'police', 'shelter'),
  tags: fc.subarray(['primary', 'secondary', 'special']),
  municipalityCode: fc.constantFrom('70017', '70025'),
  active: fc.boolean(),
  confidential: fc.boolean(),
});
const points = fc.uniqueArray(point, { selector: ({ id }) => id, maxLength: 20 });

describe('points reached', () => {
  it('ten posters in one school reach one school', () => {
    const school = { kind: 'school', tags: ['secondary'], municipalityCode: '70017' };
    const [a, b] = ['a', 'b'].map((id) => ({ ...school, id, active: true, confidential: false }));
    expect(countPoints([a!, b!], new Set(['a']))).toEqual({ total: 2, reached: 1, notReached: 1 });
  });

  it('of each kind add up to those of all', () => {
    fc.assert(
      fc.property(points, fc.func(fc.boolean()), (all, isReached) => {
        const reached = new Set(all.filter(({ id }) => isReached(id)).map(({ id }) => id));
        const counts = [...countPointsBy(all, reached, ({ kind }) => [kind]).values()];
        const sum = (key: 'total' | 'reached' | 'notReached') =>
          counts.reduce((total, count) => total + count[key], 0);
        expect({
          total: sum('total'),
          reached: sum('reached'),
          notReached: sum('notReached'),
        }).toEqual(countPoints(all, reached));
      }),
    );
  });

  it('a confidential point changes nothing in what those who may not see it are told', () => {
    fc.assert(
      fc.property(points, (all) => {
        const open = all.filter(({ confidential }) => !confidential);
        const reached = new Set(all.map(({ id }) => id));
        expect(pointsThatCount(all, reached, false)).toEqual(open);
        expect(pointsThatCount(all, reached, true)).toEqual(all);
      }),
    );
  });

  it('a retired point counts where it got something, and only there', () => {
    const retired = {
      id: 'a',
      kind: 'school',
      tags: [],
      municipalityCode: '70017',
      active: false,
      confidential: false,
    };
    expect(pointsThatCount([retired], new Set(), true)).toEqual([]);
    expect(pointsThatCount([retired], new Set(['a']), true)).toEqual([retired]);
  });
});
