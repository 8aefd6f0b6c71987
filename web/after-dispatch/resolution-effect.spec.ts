import { findResolutions } from './resolution-effect.js';

describe('ways to resolve a discrepancy', () => {
  it('are all five for what is unexplained, and each books', () => {
    expect(findResolutions('unexplained')).toEqual([
      { resolution: 'lost', effect: 'moves_lost' },
      { resolution: 'damaged', effect: 'moves_damaged' },
      { resolution: 'delivered', effect: 'moves_delivered' },
      { resolution: 'returned', effect: 'moves_warehouse' },
      { resolution: 'counted_wrong', effect: 'moves_warehouse' },
    ]);
  });

  it('leave missing and damaged pieces as booked where they are what they were taken for', () => {
    const effectOf = (kind: 'missing' | 'damaged', resolution: string) =>
      findResolutions(kind).find((each) => each.resolution === resolution)?.effect;
    expect(effectOf('missing', 'lost')).toBe('settles');
    expect(effectOf('missing', 'delivered')).toBe('moves_delivered');
    expect(effectOf('damaged', 'damaged')).toBe('settles');
    expect(effectOf('damaged', 'lost')).toBe('moves_lost');
  });

  it('are two for a surplus, and neither moves anything', () => {
    expect(findResolutions('surplus')).toEqual([
      { resolution: 'delivered', effect: 'settles' },
      { resolution: 'counted_wrong', effect: 'settles' },
    ]);
  });
});
