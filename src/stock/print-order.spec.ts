import { stateOfOrder } from './print-order.js';

describe('a print order', () => {
  it.each([
    ['open', 1000, 0, false],
    ['open', 1000, 999, false],
    ['received', 1000, 1000, false],
    ['received', 1000, 1100, false],
    ['closed_short', 1000, 400, true],
  ] as const)('is %s with %d ordered, %d received', (state, quantity, received, closedShort) => {
    expect(stateOfOrder({ quantity, received, closedShort })).toBe(state);
  });
});
