import { MAXIMUM_CONSIGNMENTS } from '../../src/distribution/draft.js';
import {
  addStops,
  compareStops,
  countPieces,
  findStopsFault,
  mergeStops,
  removeStops,
  setLines,
  type Stop,
  sumMaterials,
  wishStops,
} from './stops.js';

const stop = (id: string, lines: Readonly<Record<string, number>> = {}): Stop => ({
  point: { id, name: `School ${id}`, kind: 'school', municipalityCode: '80284' },
  lines: Object.entries(lines).map(([materialId, quantity]) => ({ materialId, quantity })),
});

describe('the stops of a draft', () => {
  it('are added by point: a point that is there gets more, a new one comes last', () => {
    const stops = addStops(
      [stop('a', { leaflet: 10 }), stop('b', { leaflet: 5 })],
      [stop('b', { leaflet: 1, poster: 2 }), stop('c', { poster: 1 })],
    );
    expect(stops).toEqual([
      stop('a', { leaflet: 10 }),
      stop('b', { leaflet: 6, poster: 2 }),
      stop('c', { poster: 1 }),
    ]);
  });

  it('are changed and removed together', () => {
    const stops = [stop('a', { leaflet: 10 }), stop('b', { leaflet: 5 }), stop('c')];
    const chosen = new Set(['a', 'c']);
    const lines = [{ materialId: 'poster', quantity: 3 }];
    expect(setLines(stops, chosen, lines).map((each) => each.lines)).toEqual([
      lines,
      stops[1]!.lines,
      lines,
    ]);
    expect(removeStops(stops, chosen)).toEqual([stops[1]]);
  });

  it('add up by material', () => {
    const sum = sumMaterials([stop('a', { leaflet: 10, poster: 1 }), stop('b', { leaflet: 5 })]);
    expect(sum).toEqual([
      { materialId: 'leaflet', quantity: 15 },
      { materialId: 'poster', quantity: 1 },
    ]);
    expect(countPieces(sum)).toBe(16);
  });

  it.each<[string, Stop[], string | undefined]>([
    ['fit', [stop('a', { leaflet: 1 })], undefined],
    ['with nothing in one', [stop('a', { leaflet: 1 }), stop('b')], 'empty_stop'],
    [
      'over the bound',
      Array.from({ length: MAXIMUM_CONSIGNMENTS + 1 }, (_, index) =>
        stop(String(index), { leaflet: 1 }),
      ),
      'over_bound',
    ],
  ])('%s', (_, stops, fault) => {
    expect(findStopsFault(stops)).toBe(fault);
  });

  it('are sent as a draft takes them', () => {
    expect(wishStops([stop('a', { leaflet: 1 })])).toEqual([
      { deliveryPointId: 'a', lines: [{ materialId: 'leaflet', quantity: 1 }] },
    ]);
  });
});

describe('what another changed', () => {
  it('is nothing where both say the same, in whatever order', () => {
    const theirs = [stop('a', { leaflet: 1, poster: 2 }), stop('b', { leaflet: 1 })];
    const mine = [stop('b', { leaflet: 1 }), stop('a', { poster: 2, leaflet: 1 })];
    expect(compareStops(theirs, mine)).toEqual([]);
  });

  it('is told by point: other lines, only theirs, only mine', () => {
    const theirs = [stop('a', { leaflet: 1 }), stop('b', { leaflet: 1 })];
    const mine = [stop('a', { leaflet: 2 }), stop('c', { poster: 1 })];
    expect(
      compareStops(theirs, mine).map(({ point, theirs: there, mine: own }) => [
        point.id,
        there?.[0]?.quantity ?? null,
        own?.[0]?.quantity ?? null,
      ]),
    ).toEqual([
      ['a', 1, 2],
      ['b', 1, null],
      ['c', null, 1],
    ]);
  });
});

describe('mine laid over theirs', () => {
  const begun = [stop('a', { leaflet: 1 }), stop('b', { leaflet: 1 }), stop('c', { leaflet: 1 })];

  it.each<[string, Stop[], Stop[], Stop[]]>([
    [
      'keeps what only they changed',
      begun,
      [stop('a', { leaflet: 9 })],
      [stop('a', { leaflet: 9 })],
    ],
    [
      'keeps what only I changed',
      [stop('a', { leaflet: 2 }), begun[2]!, stop('d', { poster: 1 })],
      begun,
      [stop('a', { leaflet: 2 }), begun[2]!, stop('d', { poster: 1 })],
    ],
    [
      'takes mine where both changed the same',
      [stop('a', { leaflet: 2 }), begun[1]!, begun[2]!],
      [stop('a', { leaflet: 9 }), stop('b', { leaflet: 7 }), begun[2]!],
      [stop('a', { leaflet: 2 }), stop('b', { leaflet: 7 }), begun[2]!],
    ],
    [
      'brings back what they removed and I changed',
      [stop('a', { leaflet: 2 }), begun[1]!, begun[2]!],
      [begun[1]!, begun[2]!],
      [begun[1]!, begun[2]!, stop('a', { leaflet: 2 })],
    ],
  ])('%s', (_, mine, theirs, merged) => {
    expect(mergeStops(begun, mine, theirs)).toEqual(merged);
  });
});
