import * as fc from 'fast-check';
import {
  allotLots,
  findNamingFaults,
  type AvailableStock,
  type NamedLot,
  type PlanLine,
} from './plan.js';

const leaflets = (consignmentId: string, quantity: number): PlanLine => ({
  consignmentId,
  materialId: 'leaflet',
  quantity,
});
const lot = (lotId: string, available: number): AvailableStock => ({
  lotId,
  materialId: 'leaflet',
  available,
});
const naming = (consignmentId: string, lotId: string, quantity: number): NamedLot => ({
  consignmentId,
  materialId: 'leaflet',
  lotId,
  quantity,
});

const MATERIALS = ['leaflet', 'poster'] as const;
const LINES: fc.Arbitrary<PlanLine[]> = fc
  .array(
    fc.record({
      material: fc.constantFrom(...MATERIALS),
      quantity: fc.integer({ min: 1, max: 50 }),
    }),
    { maxLength: 12 },
  )
  .map((lines) =>
    lines.map(({ material, quantity }, index) => ({
      consignmentId: `c${index}`,
      materialId: material,
      quantity,
    })),
  );
const STOCK: fc.Arbitrary<AvailableStock[]> = fc
  .array(fc.record({ material: fc.constantFrom(...MATERIALS), available: fc.nat(80) }), {
    maxLength: 8,
  })
  .map((lots) =>
    lots.map(({ material, available }, index) => ({
      lotId: `lot${index}`,
      materialId: material,
      available,
    })),
  );

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('which lots a batch takes', () => {
  it('takes the oldest first, in the order of the batch', () => {
    const outcome = allotLots(
      [leaflets('a', 60), leaflets('b', 60)],
      [lot('old', 100), lot('new', 100)],
    );
    expect(outcome.allotments?.map((line) => line.lots)).toEqual([
      [{ lotId: 'old', quantity: 60 }],
      [
        { lotId: 'old', quantity: 40 },
        { lotId: 'new', quantity: 20 },
      ],
    ]);
  });

  it('keeps a named lot for the line that names it, and fills the rest with the oldest', () => {
    const outcome = allotLots(
      [leaflets('a', 50), leaflets('b', 50)],
      [lot('old', 50), lot('new', 50)],
      [naming('b', 'old', 30)],
    );
    expect(outcome.allotments?.map((line) => line.lots)).toEqual([
      [
        { lotId: 'old', quantity: 20 },
        { lotId: 'new', quantity: 30 },
      ],
      [
        { lotId: 'old', quantity: 30 },
        { lotId: 'new', quantity: 20 },
      ],
    ]);
  });

  it('lists every short line with what it needs and what was left for it', () => {
    const outcome = allotLots(
      [leaflets('a', 60), leaflets('b', 60), leaflets('c', 10)],
      [lot('old', 100)],
    );
    expect(outcome.shortages).toEqual([
      { consignmentId: 'b', materialId: 'leaflet', need: 60, have: 40 },
      { consignmentId: 'c', materialId: 'leaflet', need: 10, have: 0 },
    ]);
  });

  it('does not put another lot in the place of a named one', () => {
    const outcome = allotLots(
      [leaflets('a', 10)],
      [lot('old', 100), lot('new', 4)],
      [naming('a', 'new', 10)],
    );
    expect(outcome.shortages).toEqual([
      { consignmentId: 'a', materialId: 'leaflet', need: 10, have: 4 },
    ]);
  });

  it.each<[string, NamedLot[], string[]]>([
    ['a line that is not there', [naming('z', 'old', 1)], ['no_such_line']],
    ['a lot twice', [naming('a', 'old', 1), naming('a', 'old', 1)], ['named_twice']],
    ['more than the line', [naming('a', 'old', 6), naming('a', 'new', 5)], ['more_than_line']],
    ['nothing wrong', [naming('a', 'old', 6), naming('a', 'new', 4)], []],
  ])('finds, in what is named, %s', (_name, named, faults) => {
    const found = findNamingFaults([leaflets('a', 10)], named);
    expect(found.map(({ fault }) => fault)).toEqual(faults);
  });

  it('gives each line all it needs or says what is short, by what there is of each material', () => {
    expect(() =>
      fc.assert(
        fc.property(LINES, STOCK, (lines, stock) => {
          const outcome = allotLots(lines, stock);
          const short = MATERIALS.filter(
            (material) =>
              sum(
                lines.filter((line) => line.materialId === material).map((line) => line.quantity),
              ) >
              sum(
                stock.filter((each) => each.materialId === material).map((each) => each.available),
              ),
          );
          const told = new Set(outcome.shortages?.map((shortage) => shortage.materialId));
          return MATERIALS.every((material) => short.includes(material) === told.has(material));
        }),
      ),
    ).not.toThrow();
  });

  it('never takes more of a lot than there is, nor of another material, and fills lines exactly', () => {
    expect(() =>
      fc.assert(
        fc.property(LINES, STOCK, (lines, stock) => {
          const { allotments = [] } = allotLots(lines, stock);
          const whole = allotments.every(
            (allotment, index) =>
              sum(allotment.lots.map(({ quantity }) => quantity)) === lines[index]!.quantity,
          );
          const within = stock.every((each) => {
            const drawn = allotments.flatMap((allotment) =>
              allotment.lots
                .filter(({ lotId }) => lotId === each.lotId)
                .map(({ quantity }) => ({ quantity, materialId: allotment.materialId })),
            );
            return (
              sum(drawn.map(({ quantity }) => quantity)) <= each.available &&
              drawn.every(({ materialId }) => materialId === each.materialId)
            );
          });
          return whole && within;
        }),
      ),
    ).not.toThrow();
  });

  it('leaves no older lot while a younger one is drawn', () => {
    expect(() =>
      fc.assert(
        fc.property(LINES, STOCK, (lines, stock) => {
          const { allotments } = allotLots(lines, stock);
          if (allotments === undefined) return true;
          const drawn = new Map<string, number>();
          for (const { lots } of allotments) {
            for (const { lotId, quantity } of lots) {
              drawn.set(lotId, (drawn.get(lotId) ?? 0) + quantity);
            }
          }
          return MATERIALS.every((material) => {
            const lots = stock.filter((each) => each.materialId === material);
            const youngest = lots.findLastIndex((each) => (drawn.get(each.lotId) ?? 0) > 0);
            return lots
              .slice(0, Math.max(0, youngest))
              .every((each) => (drawn.get(each.lotId) ?? 0) === each.available);
          });
        }),
      ),
    ).not.toThrow();
  });
});
