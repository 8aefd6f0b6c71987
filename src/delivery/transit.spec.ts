import { Problem } from '../problem.js';
import { drawTakings, expectArrival, requireNothingInTransit } from './transit.js';

const line = (materialId: string, ...lots: number[]) => {
  const sent = lots.reduce((a, b) => a + b, 0);
  return {
    materialId,
    quantity: sent,
    sent,
    delivered: 0,
    damaged: 0,
    missing: 0,
    refused: 0,
    returned: 0,
    lost: 0,
    surplus: 0,
    lots: lots.map((quantity, index) => ({ lotId: `${materialId}-${index}`, quantity })),
  };
};
const consignments = [
  { id: 'c', waybillNumber: 'W-1', lines: [line('leaflet', 60, 40), line('poster', 5)] },
];

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Problem).code;
  }
  return 'none';
}

describe('what is taken out of transit', () => {
  it('is drawn from the end', () => {
    const asked = [{ consignmentId: 'c', materialId: 'leaflet', quantity: 50 }];
    expect(drawTakings(asked, consignments, 'warehouse')[0]!.drawn).toEqual([
      { lotId: 'leaflet-0', quantity: 10, to: 'warehouse' },
      { lotId: 'leaflet-1', quantity: 40, to: 'warehouse' },
    ]);
  });

  it.each([
    [
      'a line of another batch',
      [{ consignmentId: 'x', materialId: 'leaflet', quantity: 1 }],
      'unknown_reference',
    ],
    [
      'a material not on it',
      [{ consignmentId: 'c', materialId: 'x', quantity: 1 }],
      'unknown_reference',
    ],
    [
      'a line twice',
      [
        { consignmentId: 'c', materialId: 'poster', quantity: 1 },
        { consignmentId: 'c', materialId: 'poster', quantity: 1 },
      ],
      'rule',
    ],
    [
      'more than is in transit',
      [{ consignmentId: 'c', materialId: 'poster', quantity: 6 }],
      'exceeds_sent',
    ],
    ['all that is in transit', [{ consignmentId: 'c', materialId: 'poster', quantity: 5 }], 'none'],
  ])('%s', (_, asked, code) => {
    expect(codeOf(() => drawTakings(asked, consignments, 'lost'))).toBe(code);
  });
});

describe('closing', () => {
  it('is refused while anything is in transit, and lists it', () => {
    try {
      requireNothingInTransit(consignments);
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'conflict',
        extra: {
          inTransit: [
            { consignmentId: 'c', materialId: 'leaflet', quantity: 100 },
            { consignmentId: 'c', materialId: 'poster', quantity: 5 },
          ],
        },
      });
    }
  });

  it('is possible when all is accounted for', () => {
    const all = {
      ...line('leaflet', 100),
      delivered: 90,
      lost: 4,
      returned: 3,
      damaged: 2,
      missing: 1,
    };
    expect(codeOf(() => requireNothingInTransit([{ ...consignments[0]!, lines: [all] }]))).toBe(
      'none',
    );
  });
});

it('expects a batch seven days after it left', () => {
  expect(expectArrival('2026-03-01T08:00:00.000Z')).toBe('2026-03-08T08:00:00.000Z');
});
