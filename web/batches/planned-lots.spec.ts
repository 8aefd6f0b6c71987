import { Refusal } from '../api/refusal.js';
import { nameLots, readShortLines } from './planned-lots.js';

const consignments = ['a', 'b'].map((id) => ({
  id,
  deliveryPoint: { name: `School ${id}` },
  lines: [
    { materialId: 'leaflet', quantity: 10 },
    { materialId: 'poster', quantity: 2 },
  ],
}));

describe('the print runs that a plan names', () => {
  it('are none where none was chosen', () => {
    expect(nameLots(consignments, new Map())).toEqual([]);
  });

  it('are named for every line of the material, whole', () => {
    expect(nameLots(consignments, new Map([['leaflet', 'L-2']]))).toEqual(
      ['a', 'b'].map((consignmentId) => ({
        consignmentId,
        materialId: 'leaflet',
        lotId: 'L-2',
        quantity: 10,
      })),
    );
  });
});

describe('a plan that is refused', () => {
  const refusal = (code: 'insufficient_stock' | 'conflict'): Refusal =>
    new Refusal({
      type: 'about:blank',
      title: '',
      status: 409,
      detail: '',
      code,
      errors: [{ path: 'consignments[1].lines[0]', message: 'too little' }],
    });

  it('tells for which points there was too little', () => {
    expect(readShortLines(refusal('insufficient_stock'), consignments)).toEqual([
      { path: 'consignments[1].lines[0]', pointName: 'School b', message: 'too little' },
    ]);
  });

  it('for another reason tells of no line', () => {
    expect(readShortLines(refusal('conflict'), consignments)).toEqual([]);
    expect(readShortLines(null, consignments)).toEqual([]);
  });
});
