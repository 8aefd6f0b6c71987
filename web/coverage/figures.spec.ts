import fc from 'fast-check';
import { compareRows, rankState, shareReached, sumRows, type SummedRow } from './figures.js';

const row = (figures: Partial<SummedRow>): SummedRow => ({
  target: 100,
  delivered: 0,
  inTransit: 0,
  planned: 0,
  population: 1000,
  share: 0,
  lastDeliveredAt: null,
  ...figures,
});

describe('totals beneath the rows', () => {
  it('never let a surplus hide a lack', () => {
    const sums = sumRows([row({ delivered: 300, share: 1 }), row({ delivered: 50, share: 0.5 })]);
    expect(sums).toMatchObject({ target: 200, delivered: 350, share: 0.75, population: 2000 });
  });

  it('are as late as the latest row', () => {
    const rows = ['2026-10-02T00:00:00.000Z', null, '2026-10-09T00:00:00.000Z'];
    const sums = sumRows(rows.map((lastDeliveredAt) => row({ lastDeliveredAt })));
    expect(sums.lastDeliveredAt).toBe('2026-10-09T00:00:00.000Z');
  });

  it('have neither target nor share where nothing is measured, and no share without targets', () => {
    const unmeasured = row({ target: null, share: null, delivered: 5, fundedPieces: 3 });
    expect(sumRows([unmeasured, unmeasured])).toMatchObject({
      target: null,
      share: null,
      delivered: 10,
      fundedPieces: 6,
    });
    expect(sumRows([row({ target: 0, share: null })])).toMatchObject({ target: 0, share: null });
    expect(sumRows([])).toMatchObject({ delivered: 0, share: null, lastDeliveredAt: null });
  });

  it('agree with the municipalities however these are put together', () => {
    const unit = fc.record({ target: fc.nat(500), delivered: fc.nat(500), area: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1 }), (units) => {
        const rows = units.map(({ target, delivered, area }) => ({
          area,
          ...row({
            target,
            delivered,
            share: target === 0 ? null : Math.min(delivered, target) / target,
          }),
        }));
        const whole = sumRows(rows);
        const areas = [0, 1, 2, 3].map((area) => sumRows(rows.filter((one) => one.area === area)));
        const together = sumRows(areas.map((sums) => ({ ...sums, target: sums.target ?? 0 })));
        expect(together.delivered).toBe(whole.delivered);
        expect(together.target).toBe(whole.target);
        expect(together.share ?? 0).toBeCloseTo(whole.share ?? 0, 9);
      }),
    );
  });
});

describe('shares reached', () => {
  it('are of municipalities and of the people in them', () => {
    expect(
      shareReached([
        { state: 'reached', population: 3000 },
        { state: 'partly_reached', population: 1000 },
      ]),
    ).toEqual({ municipalities: 0.5, population: 0.75 });
    expect(shareReached([])).toEqual({ municipalities: null, population: null });
  });
});

describe('what has changed since', () => {
  it('is told of the places where something did', () => {
    const then = [
      { code: 'a', delivered: 10, state: 'partly_reached' },
      { code: 'b', delivered: 0, state: 'not_reached' },
      { code: 'c', delivered: 5, state: 'partly_reached' },
    ] as const;
    const later = [
      { code: 'a', delivered: 25, state: 'reached' },
      { code: 'b', delivered: 0, state: 'not_reached' },
      { code: 'c', delivered: 3, state: 'partly_reached' },
    ] as const;
    expect(Object.fromEntries(compareRows(then, later))).toEqual({
      a: { delivered: 15, state: 'reached' },
      c: { delivered: -2, state: null },
    });
  });

  it('is told where only the target moved, and with it the state', () => {
    const changes = compareRows(
      [{ code: 'a', delivered: 10, state: 'reached' }],
      [{ code: 'a', delivered: 10, state: 'partly_reached' }],
    );
    expect(changes.get('a')).toEqual({ delivered: 0, state: 'partly_reached' });
  });
});

describe('the order of states', () => {
  it('begins where nothing came and nothing comes, and ends without a target', () => {
    const inOrder = [
      { state: 'not_reached', outlook: 'nothing' },
      { state: 'not_reached', outlook: 'silent' },
      { state: 'not_reached', outlook: 'planned' },
      { state: 'not_reached', outlook: 'in_transit' },
      { state: 'partly_reached', outlook: 'nothing' },
      { state: 'reached', outlook: null },
      { state: 'no_target', outlook: null },
    ] as const;
    const ranks = inOrder.map((one) => rankState(one)!);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(rankState({ state: null, outlook: null })).toBeNull();
  });
});
