import * as fc from 'fast-check';
import { choosePoints, previewRule, readNeeds, type RulePoint } from './rule-preview.js';
import { addStops, sumMaterials } from './stops.js';

const point = (id: string, more: Partial<RulePoint> = {}): RulePoint => ({
  id,
  name: id,
  kind: 'school',
  municipalityCode: 'A',
  tags: ['secondary'],
  audience: 100,
  ...more,
});
const names = new Map([
  ['A', 'Čačak'],
  ['B', 'Ada'],
]);
const nameOf = (code: string): string => names.get(code) ?? code;

describe('the points of a rule', () => {
  const points = [
    point('Škola'),
    point('Gimnazija'),
    point('Dom', { kind: 'health', tags: [] }),
    point('Ekonomska', { municipalityCode: 'B' }),
  ];

  it.each([
    [{}, ['Ekonomska', 'Dom', 'Gimnazija', 'Škola']],
    [{ kind: 'school' }, ['Ekonomska', 'Gimnazija', 'Škola']],
    [{ tag: 'secondary', municipalityCodes: ['A'] }, ['Gimnazija', 'Škola']],
    [{ municipalityCodes: [] }, []],
    [{ ids: ['Dom', 'Škola'] }, ['Dom', 'Škola']],
  ])('%j are %j, by municipality and name', (rule, ids) => {
    expect(choosePoints(points, rule, nameOf).map(({ id }) => id)).toEqual(ids);
  });
});

describe('what a rule would add', () => {
  const row = { code: 'A', target: 100, delivered: 20, inTransit: 30, refused: 10, planned: 5 };

  it('is, up to target, what is neither delivered, planned nor still expected', () => {
    expect(readNeeds('leaflet', [row, { ...row, code: 'B', target: null }])).toEqual([
      { municipalityCode: 'A', materialId: 'leaflet', need: 55 },
      { municipalityCode: 'B', materialId: 'leaflet', need: 0 },
    ]);
  });

  it('leaves out points of which nothing is lacking', () => {
    const preview = previewRule(
      [],
      [point('a'), point('b', { municipalityCode: 'B' })],
      [{ materialId: 'leaflet', quantity: null }],
      readNeeds('leaflet', [row]),
    );
    expect(preview.added.map((stop) => [stop.point.id, stop.lines[0]!.quantity])).toEqual([
      ['a', 55],
    ]);
    expect(preview.leftOut).toBe(1);
  });

  it('takes off what the draft carries already', () => {
    const lines = [{ materialId: 'leaflet', quantity: null }];
    const needs = readNeeds('leaflet', [row]);
    const once = previewRule([], [point('a'), point('b')], lines, needs).added;
    expect(previewRule(once, [point('a'), point('b')], lines, needs).added).toEqual([]);
  });

  it('adds so many pieces for each point to what is there', () => {
    const [stop] = previewRule([], [point('a')], [{ materialId: 'poster', quantity: 2 }], []).added;
    const again = previewRule(
      [stop!],
      [point('a'), point('b')],
      [{ materialId: 'poster', quantity: 3 }],
      [],
    );
    expect(sumMaterials(addStops([stop!], again.added))).toEqual([
      { materialId: 'poster', quantity: 8 },
    ]);
  });

  it('never adds up to more than what the municipality lacks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }),
        (target, audiences) => {
          const points = audiences.map((audience, index) => point(`p${index}`, { audience }));
          const needs = readNeeds('leaflet', [{ ...row, target }]);
          const { added } = previewRule(
            [],
            points,
            [{ materialId: 'leaflet', quantity: null }],
            needs,
          );
          expect(sumMaterials(added)[0]?.quantity ?? 0).toBe(needs[0]!.need);
        },
      ),
    );
  });
});
