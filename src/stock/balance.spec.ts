import fc from 'fast-check';
import { mayFallBelowZero, type Account } from './account.js';
import {
  changesOf,
  compareKeys,
  entriesOf,
  findNegativeMoment,
  replay,
  suspectsOf,
  textOfKey,
  type Flow,
} from './balance.js';

const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map(
  (day) => `${day}T09:00:00.000Z`,
);
const anyAccount = fc.constantFrom<Account>(
  'supplier',
  'adjustment',
  'lost',
  'warehouse:w1',
  'warehouse:w2',
  'in_transit:b1',
  'delivered:p1',
);
const anyFlow: fc.Arbitrary<Flow> = fc.record({
  lotId: fc.constantFrom('l1', 'l2'),
  from: anyAccount,
  to: anyAccount,
  quantity: fc.integer({ min: 1, max: 20 }),
  occurredAt: fc.constantFrom(...DAYS),
  consignmentId: fc.constantFrom('c1', 'c2'),
});
const anyFlows = fc.array(anyFlow, { maxLength: 30 });

describe('balances', () => {
  it('conserve: of each lot they sum to zero', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        for (const lotId of ['l1', 'l2']) {
          const changes = changesOf(flows).filter((change) => change.lotId === lotId);
          expect(changes.reduce((sum, change) => sum + change.delta, 0)).toBe(0);
        }
      }),
    );
  });

  it('are the same whether booked at once or one by one, in any order', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const sums = new Map<string, number>();
        for (const flow of [...flows].reverse())
          for (const change of changesOf([flow]))
            sums.set(textOfKey(change), (sums.get(textOfKey(change)) ?? 0) + change.delta);
        const replayed = [...replay(flows)].map(([key, change]) => [key, change.delta] as const);
        expect(new Map(replayed)).toEqual(sums);
      }),
    );
  });

  it('are locked in one order, each once', () => {
    fc.assert(
      fc.property(anyFlows, (flows) => {
        const changes = changesOf(flows);
        for (let index = 1; index < changes.length; index++)
          expect(compareKeys(changes[index - 1]!, changes[index]!)).toBeLessThan(0);
      }),
    );
  });

  it('are kept by consignment in transit, and nowhere else', () => {
    const changes = changesOf([
      {
        lotId: 'l1',
        from: 'warehouse:w1',
        to: 'in_transit:b1',
        quantity: 5,
        occurredAt: DAYS[0]!,
        consignmentId: 'c1',
      },
    ]);
    expect(changes.map((change) => [change.account, change.consignmentId, change.delta])).toEqual([
      ['in_transit:b1', 'c1', 5],
      ['warehouse:w1', '', -5],
    ]);
  });
});

describe('the past of a balance', () => {
  const out = (quantity: number, day: number): Flow => ({
    lotId: 'l1',
    from: 'warehouse:w1',
    to: 'lost',
    quantity,
    occurredAt: DAYS[day]!,
  });
  const into = (quantity: number, day: number): Flow => ({
    lotId: 'l1',
    from: 'supplier',
    to: 'warehouse:w1',
    quantity,
    occurredAt: DAYS[day]!,
  });
  const entries = (flows: Flow[]) =>
    flows.flatMap(entriesOf).filter((entry) => entry.account === 'warehouse:w1');

  it.each([
    ['received before it left', [into(5, 0), out(5, 1)], undefined],
    ['received and left at one moment', [into(5, 1), out(5, 1)], undefined],
    ['left before it was received', [into(5, 1), out(5, 0)], DAYS[0]],
    [
      'left out of what another took later',
      [into(5, 0), out(4, 2), out(4, 1), into(9, 3)],
      DAYS[2],
    ],
  ])('%s', (_, flows, moment) => {
    expect(findNegativeMoment(entries(flows), DAYS[0]!)?.occurredAt).toBe(moment);
  });

  it('agrees with a cumulative sum from the beginning', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.nat(3), delta: fc.integer({ min: -9, max: 9 }) })),
        fc.nat(3),
        (steps, from) => {
          const all = steps.map(({ day, delta }) => ({
            account: 'lost' as const,
            lotId: 'l1',
            consignmentId: '',
            delta,
            occurredAt: DAYS[day]!,
          }));
          let sum = 0;
          let expected: string | undefined;
          for (const moment of DAYS) {
            const here = all.filter((entry) => entry.occurredAt === moment);
            sum += here.reduce((total, entry) => total + entry.delta, 0);
            if (here.length > 0 && sum < 0 && moment >= DAYS[from]!) expected ??= moment;
          }
          expect(findNegativeMoment(all, DAYS[from]!)?.occurredAt).toBe(expected);
        },
      ),
    );
  });

  it('is looked at only where pieces leave before the latest entry, and then never too little', () => {
    fc.assert(
      fc.property(anyFlows, fc.integer({ min: 0, max: 30 }), (flows, split) => {
        const before = flows.slice(0, split);
        const fresh = flows.slice(split);
        const all = replay(flows);
        const suspects = suspectsOf(fresh, (key) => all.get(textOfKey(key))?.latestOccurredAt);
        const of = (key: string, some: Flow[]) =>
          some.flatMap(entriesOf).filter((entry) => textOfKey(entry) === key);
        // Of balances that were sound before and are not negative now, what the suspects show is all there is.
        const looked = [...all.values()].filter(
          (change) =>
            !mayFallBelowZero(change.account) &&
            change.delta >= 0 &&
            findNegativeMoment(of(textOfKey(change), before), '') === undefined,
        );
        const wrong = looked.map((change) => findNegativeMoment(of(textOfKey(change), flows), ''));
        const found = looked.map((change) => {
          const since = suspects.find((one) => textOfKey(one) === textOfKey(change))?.since;
          return since && findNegativeMoment(of(textOfKey(change), flows), since);
        });
        expect(found).toEqual(wrong);
      }),
      { numRuns: 300 },
    );
  });
});
