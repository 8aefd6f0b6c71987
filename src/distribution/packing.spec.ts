import * as fc from 'fast-check';
import { describePacking, findPackingFaults, type PackedMaterial } from './packing.js';

const MATERIALS = new Map<string, PackedMaterial>([
  ['leaflet', { id: 'leaflet', packSize: 250, weightGrams: 4.5, volumeCm3: 3.1 }],
  ['kit', { id: 'kit', packSize: 1, weightGrams: 900, volumeCm3: 2400 }],
]);

describe('packing', () => {
  it('counts full packs, loose pieces, weight and volume', () => {
    expect(
      describePacking(
        [
          { materialId: 'leaflet', quantity: 620 },
          { materialId: 'kit', quantity: 2 },
        ],
        MATERIALS,
      ),
    ).toEqual({
      lines: [
        { materialId: 'leaflet', pieces: 620, fullPacks: 2, loosePieces: 120 },
        { materialId: 'kit', pieces: 2, fullPacks: 2, loosePieces: 0 },
      ],
      pieces: 622,
      weightGrams: 4590,
      volumeCm3: 6722,
    });
  });

  it('packs every piece once', () => {
    expect(() =>
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (quantity) => {
          const [line] = describePacking([{ materialId: 'leaflet', quantity }], MATERIALS).lines;
          return line!.fullPacks * 250 + line!.loosePieces === quantity && line!.loosePieces < 250;
        }),
      ),
    ).not.toThrow();
  });

  it.each<[string, { id: string; packages: number }[], string[]]>([
    ['nothing wrong', [{ id: 'a', packages: 3 }], []],
    ['a consignment that is not there', [{ id: 'z', packages: 1 }], ['consignments[0].id']],
    [
      'a consignment twice',
      [
        { id: 'a', packages: 1 },
        { id: 'a', packages: 2 },
      ],
      ['consignments[1].id'],
    ],
    ['too many packages', [{ id: 'a', packages: 20_000 }], ['consignments']],
  ])('finds %s', (_name, told, paths) => {
    const faults = findPackingFaults([{ id: 'a' }, { id: 'b' }], told);
    expect(faults.map(({ path }) => path)).toEqual(paths);
  });
});
