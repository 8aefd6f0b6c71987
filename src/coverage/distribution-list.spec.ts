import fc from 'fast-check';
import { type Arrival, gatherArrivals, listPoints, outlookOfPoint } from './distribution-list.js';

const point = (id: string, active = true) => ({ id, active });
const pieces = (deliveryPointId: string, materialId: string, lotId: string, delivered: number) => ({
  deliveryPointId,
  materialId,
  lotId,
  delivered,
});
const list = (facts: Partial<Parameters<typeof listPoints>[0]>) =>
  listPoints({
    points: [point('a'), point('b')],
    pieces: [],
    withdrawnLotIds: new Set<string>(),
    materialId: null,
    ...facts,
  }).map(({ point: { id }, materialId, delivered, withdrawn, state }) => [
    id,
    materialId,
    delivered,
    withdrawn,
    state,
  ]);

describe('the distribution list', () => {
  it('names points that got nothing beside those that got something', () => {
    const given = [pieces('a', 'leaflet', 'l1', 5), pieces('a', 'leaflet', 'l2', 2)];
    expect(list({ pieces: given })).toEqual([
      ['a', 'leaflet', 7, 0, 'reached'],
      ['b', null, 0, 0, 'not_reached'],
    ]);
  });

  it('has a line for each material', () => {
    const given = [pieces('b', 'poster', 'p1', 1), pieces('b', 'leaflet', 'l1', 2)];
    expect(list({ points: [point('b')], pieces: given })).toEqual([
      ['b', 'leaflet', 2, 0, 'reached'],
      ['b', 'poster', 1, 0, 'reached'],
    ]);
  });

  it('does not count a withdrawn print run, and tells of it', () => {
    const given = [pieces('a', 'leaflet', 'wrong', 9)];
    expect(
      list({ pieces: given, withdrawnLotIds: new Set(['wrong']), points: [point('a')] }),
    ).toEqual([['a', 'leaflet', 0, 9, 'not_reached']]);
  });

  it('leaves out a retired point that got nothing', () => {
    expect(list({ points: [point('a', false)] })).toEqual([]);
    const given = [pieces('a', 'leaflet', 'l1', 1)];
    expect(list({ points: [point('a', false)], pieces: given })).toHaveLength(1);
  });

  it('tells every delivered piece once', () => {
    const some = fc.array(
      fc
        .tuple(
          fc.constantFrom('a', 'b'),
          fc.constantFrom('x', 'y'),
          fc.constantFrom('1', '2'),
          fc.nat(9),
        )
        .map((each) => pieces(...each)),
    );
    fc.assert(
      fc.property(some, (given) => {
        const lines = list({ pieces: given, withdrawnLotIds: new Set(['2']) });
        const told = lines.reduce(
          (sum, [, , delivered, withdrawn]) => sum + Number(delivered) + Number(withdrawn),
          0,
        );
        expect(told).toBe(given.reduce((sum, { delivered }) => sum + delivered, 0));
        expect(new Set(lines.map(([id]) => id)).size).toBe(2);
      }),
    );
  });
});

describe('what comes next for a point', () => {
  it.each([
    [undefined, 'nothing'],
    [{ planned: 0, awaited: 0, silent: 0 }, 'nothing'],
    [{ planned: 1, awaited: 0, silent: 0 }, 'planned'],
    [{ planned: 1, awaited: 1, silent: 0 }, 'in_transit'],
    [{ planned: 1, awaited: 1, silent: 1 }, 'silent'],
  ] as const)('%j is %s', (expected, outlook) => {
    expect(outlookOfPoint(expected)).toBe(outlook);
  });
});

describe('arrivals', () => {
  it('are one a consignment or issue, the latest first', () => {
    const arrival = (consignmentId: string | null, causeId: string, day: number): Arrival => ({
      consignmentId,
      causeId,
      quantity: 2,
      firstAt: `2026-03-0${day}`,
      lastAt: `2026-03-0${day}`,
    });
    const gathered = gatherArrivals([
      arrival('c', 'first', 3),
      arrival(null, 'issue', 4),
      arrival('c', 'second', 1),
    ]);
    expect(gathered).toMatchObject([
      { consignmentId: null, quantity: 2 },
      { consignmentId: 'c', quantity: 4, firstAt: '2026-03-01', lastAt: '2026-03-03' },
    ]);
  });
});
