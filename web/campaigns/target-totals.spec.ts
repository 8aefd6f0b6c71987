import { filterTargets, sumTargets } from './target-totals.js';

const target = (
  municipalityCode: string,
  materialId: string,
  quantity: number,
  source: 'rule' | 'override' | 'none' = 'rule',
) => ({ municipalityCode, materialId, quantity, source });

const targets = [
  target('80250', 'leaflet', 300),
  target('80250', 'poster', 0, 'none'),
  target('89010', 'leaflet', 50, 'override'),
  target('89010', 'poster', 0, 'override'),
];

describe('targets', () => {
  it('are summed for each material, also where there are none', () => {
    expect(sumTargets(targets, ['poster', 'leaflet', 'kit'])).toEqual([
      { materialId: 'poster', quantity: 0, withTarget: 0, overridden: 1 },
      { materialId: 'leaflet', quantity: 350, withTarget: 2, overridden: 1 },
      { materialId: 'kit', quantity: 0, withTarget: 0, overridden: 0 },
    ]);
  });

  it.each([
    [{}, 4],
    [{ material: 'leaflet' }, 2],
    [{ source: 'override' }, 2],
    [{ material: 'leaflet', municipality: '80250' }, 1],
    [{ municipality: '00000' }, 0],
  ])('are found by %j: %i', (filter, count) => {
    expect(filterTargets(targets, filter)).toHaveLength(count);
  });
});
