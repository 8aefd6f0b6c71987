import { compareWithYesterday } from './since-yesterday.js';

const TODAY = '2026-11-23T23:00:00.000Z';
type State = 'reached' | 'partly_reached' | 'not_reached' | 'no_target';

function row(code: string, state: State, delivered: number) {
  return { code, state, delivered };
}

describe('what changed since yesterday', () => {
  it('names whom the campaign reached, where it began, and who fell back', () => {
    const yesterday = [
      row('A', 'partly_reached', 5),
      row('B', 'not_reached', 0),
      row('C', 'reached', 10),
      row('D', 'not_reached', 0),
      row('E', 'not_reached', 0),
    ];
    const now = [
      row('A', 'reached', 10),
      row('B', 'partly_reached', 3),
      row('C', 'not_reached', 0),
      row('D', 'reached', 8),
      row('E', 'not_reached', 0),
    ];
    expect(compareWithYesterday({ now, yesterday, flags: [], today: TODAY })).toEqual({
      reachedCodes: ['A', 'D'],
      begunCodes: ['B'],
      fallenCodes: ['C'],
      deliveredPieces: 6,
      newFlags: 0,
      resolvedFlags: 0,
    });
  });

  it('counts flags from the first moment of today on', () => {
    const flags = [
      { raisedAt: TODAY, resolvedAt: null },
      { raisedAt: '2026-11-24T02:00:00.000Z', resolvedAt: '2026-11-24T09:00:00.000Z' },
      { raisedAt: '2026-11-01T02:00:00.000Z', resolvedAt: '2026-11-24T02:00:00.000Z' },
      { raisedAt: '2026-11-01T02:00:00.000Z', resolvedAt: '2026-11-23T22:59:59.999Z' },
    ];
    const { newFlags, resolvedFlags } = compareWithYesterday({
      now: [],
      yesterday: [],
      flags,
      today: TODAY,
    });
    expect({ newFlags, resolvedFlags }).toEqual({ newFlags: 2, resolvedFlags: 2 });
  });

  it('takes a target that was set or dropped for no delivery', () => {
    const yesterday = [row('A', 'no_target', 0), row('B', 'not_reached', 0)];
    const now = [row('A', 'not_reached', 0), row('B', 'no_target', 0)];
    const { reachedCodes, begunCodes, fallenCodes } = compareWithYesterday({
      now,
      yesterday,
      flags: [],
      today: TODAY,
    });
    expect([reachedCodes, begunCodes, fallenCodes]).toEqual([[], [], []]);
  });
});
