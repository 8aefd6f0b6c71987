import { countExpected, countUnaccounted } from './lot-account.js';

describe("a print run's account", () => {
  const figures = {
    printed: 1000,
    onHand: 400,
    inTransit: 100,
    delivered: 300,
    handedOut: 150,
    damaged: 30,
    lost: 20,
    disposed: 10,
    adjusted: -10,
  };

  it('has every piece accounted for, a surplus with its sign', () => {
    expect(countUnaccounted(figures)).toBe(0);
  });

  it('shows what is missing', () => {
    expect(countUnaccounted({ ...figures, onHand: 390 })).toBe(10);
  });

  it.each([
    ['nothing received yet', 0, false, 1000],
    ['received in part', 400, false, 600],
    ['more received than ordered', 1100, false, 0],
    ['closed short', 400, true, 0],
  ])('expects the rest: %s', (_, received, closedShort, expected) => {
    expect(countExpected({ quantity: 1000, received, closedShort })).toBe(expected);
  });
});
