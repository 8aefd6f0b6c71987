import type { ConfirmedLine } from '../../src/delivery/confirmation.js';
import { compareFigures, findStanding } from './comparison.js';

const line = (materialId: string, figures: Partial<ConfirmedLine>): ConfirmedLine => ({
  materialId,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  surplus: 0,
  ...figures,
});

describe('two confirmations side by side', () => {
  it('add up what stands, and mark each figure that differs', () => {
    const standing = [
      line('leaflet', { delivered: 60 }),
      line('leaflet', { delivered: 35, damaged: 5 }),
    ];
    const other = [line('leaflet', { delivered: 95 })];
    expect(compareFigures(['leaflet'], standing, other)).toEqual([
      { materialId: 'leaflet', figure: 'delivered', standing: 95, other: 95, differs: false },
      { materialId: 'leaflet', figure: 'damaged', standing: 5, other: 0, differs: true },
    ]);
  });

  it('show a nought where one of them does not mention a material', () => {
    const compared = compareFigures(
      ['leaflet', 'poster'],
      [line('leaflet', { delivered: 10 })],
      [line('poster', { delivered: 2 })],
    );
    expect(
      compared.map(({ materialId, standing, other }) => [materialId, standing, other]),
    ).toEqual([
      ['leaflet', 10, 0],
      ['poster', 0, 2],
    ]);
  });

  it('say that nothing stands', () => {
    expect(compareFigures(['leaflet'], null, [line('leaflet', { delivered: 10 })])).toEqual([
      { materialId: 'leaflet', figure: 'delivered', standing: null, other: 10, differs: true },
    ]);
  });

  it('do not leave out a material that is not on the consignment', () => {
    const compared = compareFigures(['leaflet'], [], [line('poster', { delivered: 1 })]);
    expect(compared.map(({ materialId }) => materialId)).toEqual(['leaflet', 'poster']);
  });
});

describe('what stands', () => {
  it('is every accepted delivery of the consignment, and no failed attempt', () => {
    const told = (id: string, kind: string, status: string, consignmentId = 'a') => ({
      id,
      kind,
      status,
      consignmentId,
    });
    const all = [
      told('1', 'failed_attempt', 'accepted'),
      told('2', 'delivery', 'accepted'),
      told('3', 'delivery', 'conflict'),
      told('4', 'delivery', 'accepted', 'b'),
      told('5', 'delivery', 'superseded'),
    ];
    expect(findStanding(all, 'a').map(({ id }) => id)).toEqual(['2']);
  });
});
