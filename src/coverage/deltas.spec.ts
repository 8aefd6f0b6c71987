import fc from 'fast-check';
import { type Movement, type Reservation, reverseMovement } from '../stock/ledger.js';
import { foldBooked } from './deltas.js';

let made = 0;
function movement(facts: Partial<Movement>): Movement {
  made += 1;
  return {
    id: `m${made}`,
    sequence: made,
    campaignId: 'c',
    lotId: 'l',
    materialId: 'leaflet',
    from: 'warehouse:w',
    to: 'in_transit:b',
    quantity: 10,
    cause: { kind: 'dispatch', id: 'd' },
    batchId: 'b',
    consignmentId: 's',
    deliveryPointId: 'p',
    municipalityCode: '70017',
    actorId: 'a',
    occurredAt: '2026-03-02T09:00:00.000Z',
    recordedAt: '2026-03-02T09:00:00.000Z',
    hash: '',
    ...facts,
  };
}
const fold = (...movements: Movement[]) => foldBooked({ movements, reservations: [] });
const nothing = { planned: 0, inTransit: 0, delivered: 0, damaged: 0, lost: 0 };

describe('what an entry changes in coverage', () => {
  it.each<[string, Partial<Movement>, object]>([
    ['a dispatch', {}, { inTransit: 10 }],
    ['a delivery', { from: 'in_transit:b', to: 'delivered:p' }, { inTransit: -10, delivered: 10 }],
    ['damage on the way', { from: 'in_transit:b', to: 'damaged' }, { inTransit: -10, damaged: 10 }],
    ['a loss', { from: 'in_transit:b', to: 'lost' }, { inTransit: -10, lost: 10 }],
    ['a return', { from: 'in_transit:b', to: 'warehouse:w' }, { inTransit: -10 }],
    ['a surplus', { from: 'adjustment', to: 'delivered:p' }, { delivered: 10 }],
    ['an issue', { from: 'warehouse:w', to: 'delivered:p' }, { delivered: 10 }],
    ['what is found again', { from: 'lost', to: 'in_transit:b' }, { inTransit: 10, lost: -10 }],
  ])('%s', (_, facts, changes) => {
    expect(fold(movement(facts)).cells).toMatchObject([{ ...nothing, ...changes }]);
  });

  it('a hand-out has a municipality and no point', () => {
    const handOut = movement({
      to: 'handed_out:70025',
      municipalityCode: '70025',
      deliveryPointId: undefined,
      consignmentId: undefined,
    });
    expect(fold(handOut)).toMatchObject({
      cells: [{ municipalityCode: '70025', delivered: 10 }],
      deliveries: [{ deliveryPointId: null, consignmentId: null }],
      points: [],
    });
  });

  it('a receipt, and what was damaged on arrival, change nothing', () => {
    const arrival = { municipalityCode: undefined, deliveryPointId: undefined };
    const receipt = movement({ ...arrival, from: 'supplier', to: 'warehouse:w' });
    const damaged = movement({ ...arrival, from: 'supplier', to: 'damaged' });
    expect(fold(receipt, damaged).cells).toEqual([]);
  });

  it('plans add, releases take off', () => {
    const entry = (kind: 'reserve' | 'release', quantity: number) =>
      ({
        ...movement({}),
        kind,
        quantity,
        warehouseId: 'w',
        chainSequence: 1,
      }) as unknown as Reservation;
    const deltas = foldBooked({
      movements: [],
      reservations: [entry('reserve', 10), entry('release', 4)],
    });
    expect(deltas.cells).toMatchObject([{ ...nothing, planned: 6 }]);
    expect(deltas.points).toMatchObject([{ deliveryPointId: 'p', planned: 6 }]);
  });

  it('an evening in Belgrade belongs to its day there, and its week', () => {
    const late = movement({ to: 'delivered:p', occurredAt: '2026-03-01T23:30:00.000Z' });
    expect(fold(late).days).toMatchObject([
      { day: '2026-03-02', week: '2026-03-02', delivered: 10 },
    ]);
  });

  it('a movement and its reversal leave nothing', () => {
    const accounts = fc.constantFrom(
      ['warehouse:w', 'in_transit:b'],
      ['in_transit:b', 'delivered:p'],
      ['in_transit:b', 'damaged'],
      ['in_transit:b', 'lost'],
      ['adjustment', 'delivered:p'],
      ['warehouse:w', 'handed_out:70017'],
    ) as fc.Arbitrary<[Movement['from'], Movement['to']]>;
    fc.assert(
      fc.property(fc.array(fc.tuple(accounts, fc.integer({ min: 1, max: 99 }))), (steps) => {
        const done = steps.map(([[from, to], quantity]) => movement({ from, to, quantity }));
        const undone = done.map((each) => movement({ ...reverseMovement(each) }));
        const { cells, days, points, transits, deliveries, takenOff } = fold(...done, ...undone);
        for (const cell of cells) expect(cell).toMatchObject(nothing);
        for (const day of days) {
          expect(day).toMatchObject({ dispatched: 0, delivered: 0, damaged: 0, lost: 0 });
        }
        for (const point of points) expect(point).toMatchObject({ delivered: 0 });
        for (const transit of transits) expect(transit).toMatchObject({ inTransit: 0 });
        expect(takenOff.map((off) => off.movementId).sort()).toEqual(
          deliveries.map((each) => each.movementId).sort(),
        );
      }),
    );
  });

  it('in parts adds up to the whole', () => {
    const facts = fc.record({
      quantity: fc.integer({ min: 1, max: 99 }),
      to: fc.constantFrom<Movement['to']>('in_transit:b', 'delivered:p'),
      municipalityCode: fc.constantFrom('70017', '70025'),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.nat(12), (all, cut) => {
        const movements = all.map(movement);
        const parts = [movements.slice(0, cut), movements.slice(cut)].map((part) => fold(...part));
        const sum = (
          code: string,
          of: readonly { municipalityCode: string; delivered: number }[],
        ) =>
          of.reduce((total, row) => total + (row.municipalityCode === code ? row.delivered : 0), 0);
        for (const code of ['70017', '70025']) {
          expect(parts.reduce((total, part) => total + sum(code, part.cells), 0)).toBe(
            sum(code, fold(...movements).cells),
          );
        }
      }),
    );
  });
});
