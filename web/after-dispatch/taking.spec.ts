import { isBeyond, listTakable, sumTaken, takeFrom, writeTaking } from './taking.js';

const line = (materialId: string, counters: object = {}) => ({
  materialId,
  sent: 100,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  returned: 0,
  lost: 0,
  ...counters,
});

const consignments = [
  {
    id: 'a',
    lines: [line('leaflet', { delivered: 70, refused: 20 }), line('poster', { delivered: 100 })],
  },
  { id: 'b', lines: [line('leaflet', { lost: 60 })] },
];

describe('taking from transit', () => {
  const lines = listTakable(consignments);

  it('offers the lines of which something is under way', () => {
    expect(lines).toMatchObject([
      { consignmentId: 'a', materialId: 'leaflet', inTransit: 30, refused: 20 },
      { consignmentId: 'b', materialId: 'leaflet', inTransit: 40, refused: 0 },
    ]);
  });

  it('takes all, or only what was refused, and asks for no empty line', () => {
    const all = takeFrom(lines, ({ inTransit }) => inTransit);
    expect(sumTaken(all)).toBe(70);
    expect(isBeyond(lines, all)).toBe(false);
    const refused = takeFrom(lines, (each) => each.refused);
    expect(writeTaking(lines, refused)).toEqual([
      { consignmentId: 'a', materialId: 'leaflet', quantity: 20 },
    ]);
  });

  it('notices what is more than is in transit', () => {
    expect(isBeyond(lines, new Map([['a leaflet', 31]]))).toBe(true);
    expect(isBeyond(lines, new Map([['a leaflet', 30]]))).toBe(false);
  });
});
