import fc from 'fast-check';
import { groupByWarehouse, type StockRow, sumByMaterial, sumExpected } from './balances.js';

const STATES = ['usable', 'blocked', 'withdrawn'] as const;

/** As the service answers: reserved is never more than on hand, available only of usable runs. */
const stockRow = fc
  .record({
    warehouse: fc.nat(3),
    lot: fc.nat(5),
    state: fc.constantFrom(...STATES),
    onHand: fc.nat(1000),
    reservedShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ warehouse, lot, state, onHand, reservedShare }): StockRow => {
    const reserved = Math.floor(onHand * reservedShare);
    return {
      warehouseId: `w${warehouse}`,
      materialId: `m${lot % 3}`,
      lotId: `l${lot}`,
      lotNumber: `L-${lot}`,
      state,
      onHand,
      reserved,
      available: state === 'usable' ? onHand - reserved : 0,
    };
  });

const rows = fc.uniqueArray(stockRow, {
  selector: ({ warehouseId, lotId }) => `${warehouseId} ${lotId}`,
});

const sum = <Row>(list: readonly Row[], of: (row: Row) => number): number =>
  list.reduce((total, row) => total + of(row), 0);

describe('stock by warehouse and material', () => {
  it('loses no piece and invents none', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const held = groupByWarehouse(list);
        for (const figure of ['onHand', 'reserved', 'available'] as const)
          expect(sum(held, (row) => row[figure])).toBe(sum(list, (row) => row[figure]));
      }),
    );
  });

  it('explains every piece on hand: reserved, held back or available', () => {
    fc.assert(
      fc.property(rows, (list) => {
        for (const row of groupByWarehouse(list))
          expect(row.reserved + row.heldBack + row.available).toBe(row.onHand);
      }),
    );
  });

  it('leaves out what has left', () => {
    const gone = { warehouseId: 'w', materialId: 'm', lotId: 'l', lotNumber: 'L', reserved: 0 };
    expect(groupByWarehouse([{ ...gone, state: 'usable', onHand: 0, available: 0 }])).toStrictEqual(
      [],
    );
  });
});

describe('stock by material', () => {
  it('names each material once, also one of which nothing is there', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const found = sumByMaterial(list, {
          materialIds: ['m0', 'm9'],
          partnerIds: new Set(['w1']),
          expected: new Map([['m9', 8000]]),
        });
        const ids = found.map(({ materialId }) => materialId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(found.find(({ materialId }) => materialId === 'm9')).toMatchObject({
          onHand: 0,
          expected: 8000,
        });
        expect(sum(found, ({ onHand }) => onHand)).toBe(sum(list, ({ onHand }) => onHand));
        expect(sum(found, ({ withPartners }) => withPartners)).toBe(
          sum(
            list.filter(({ warehouseId }) => warehouseId === 'w1'),
            ({ onHand }) => onHand,
          ),
        );
      }),
    );
  });

  it('adds up what several orders of a material have still to bring', () => {
    const orders = [
      { materialId: 'a', expected: 5 },
      { materialId: 'b', expected: 7 },
      { materialId: 'a', expected: 11 },
    ];
    expect([...sumExpected(orders)]).toStrictEqual([
      ['a', 16],
      ['b', 7],
    ]);
  });
});
