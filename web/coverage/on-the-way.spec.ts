import { countAwaited, isAwaited } from './on-the-way.js';

type Facts = Parameters<typeof isAwaited>[0];

function consignment(
  state: Facts['state'],
  batchState: Facts['batchState'],
  inTransit: readonly number[],
): Facts {
  const lines = inTransit.map((pieces) => ({ quantity: 10, inTransit: pieces }) as never);
  return { state, batchState, lines };
}

describe('what is on its way to a place', () => {
  it.each([
    ['pending', 'draft', [0], false, 10],
    ['pending', 'planned', [0, 0], true, 20],
    ['pending', 'packed', [0], true, 10],
    ['in_transit', 'dispatched', [10, 10], true, 20],
    ['partly_delivered', 'dispatched', [3, 0], true, 3],
    ['refused', 'dispatched', [10], true, 10],
    ['partly_delivered', 'closed', [0], false, 0],
    ['delivered', 'dispatched', [0], false, 0],
    ['cancelled', 'cancelled', [0], false, 0],
  ] as const)('%s of a %s batch with %j in transit', (state, batchState, left, awaited, pieces) => {
    const one = consignment(state, batchState, left);
    expect(isAwaited(one)).toBe(awaited);
    expect(countAwaited(one)).toBe(pieces);
  });
});
