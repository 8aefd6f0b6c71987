import { PART_SIZE, splitInParts, tellArrivals } from './arrivals.js';
import type { LineNow } from './told-draft.js';

const line = (counters: Partial<LineNow> = {}): LineNow => ({
  materialId: 'leaflet',
  quantity: 100,
  sent: 100,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  returned: 0,
  lost: 0,
  surplus: 0,
  ...counters,
});

function makeIds(): () => string {
  let number = 0;
  return () => `id-${(number += 1)}`;
}

describe('arrivals told at once', () => {
  const at = '2026-03-03T09:00:00.000Z';

  it('tell of each consignment what nobody has told yet, and add to what stands', () => {
    const arrivals = tellArrivals(
      [
        { id: 'a', standingConfirmationId: null, lines: [line()] },
        { id: 'b', standingConfirmationId: 'former', lines: [line({ delivered: 60 })] },
      ],
      'carrier',
      at,
      makeIds(),
    );
    expect(arrivals).toMatchObject([
      { id: 'id-1', consignmentId: 'a', source: 'carrier', lines: [{ delivered: 100 }] },
      { id: 'id-2', consignmentId: 'b', follows: 'former', lines: [{ delivered: 40 }] },
    ]);
    expect(arrivals[0]).not.toHaveProperty('follows');
  });

  it('leave out those of which everything is known or refused', () => {
    const consignments = [
      { id: 'a', standingConfirmationId: 'x', lines: [line({ delivered: 100 })] },
      { id: 'b', standingConfirmationId: 'y', lines: [line({ refused: 100 })] },
    ];
    expect(tellArrivals(consignments, 'office', at, makeIds())).toEqual([]);
  });

  it('go in parts, none lost and none twice', () => {
    const items = Array.from({ length: 3 * PART_SIZE + 1 }, (_, index) => index);
    const parts = splitInParts(items, PART_SIZE);
    expect(parts.flat()).toEqual(items);
    expect(parts.map(({ length }) => length)).toEqual([PART_SIZE, PART_SIZE, PART_SIZE, 1]);
    expect(splitInParts([], PART_SIZE)).toEqual([]);
  });
});
