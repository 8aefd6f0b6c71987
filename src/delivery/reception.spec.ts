import fc from 'fast-check';
import { countInTransit } from '../distribution/consignment-state.js';
import { Problem } from '../problem.js';
import { addTime, type Instant } from '../time.js';
import type { ConfirmedLine, KeptStatus } from './confirmation.js';
import { findDifferences, reviewDiscrepancies, type OpenDiscrepancy } from './discrepancy.js';
import {
  receiveConfirmation,
  settleHeld,
  type BookableLine,
  type ConsignmentFacts,
  type Outcome,
  type Received,
} from './reception.js';

const DISPATCHED: Instant = '2026-03-01T08:00:00.000Z';
const FIRST_RECEIPT: Instant = '2026-03-09T08:00:00.000Z';
const SENT = 30;

interface Told {
  readonly id: string;
  readonly consignmentId: string;
  readonly follows: string | null;
  readonly kind: Received['kind'];
  readonly lines: readonly ConfirmedLine[];
  readonly deviceTime: Instant;
}

/** One batch in memory, that does with the rules' answers what the service does with them. */
class World {
  readonly statuses = new Map<string, KeptStatus | 'refused'>();
  readonly balances = new Map<string, number>();
  private readonly consignments = new Map<string, ConsignmentFacts>();
  private readonly discrepancies = new Map<string, (OpenDiscrepancy & { openedAt: Instant })[]>();
  private readonly received = new Map<string, Received & { consignmentId: string }>();
  private receipts = 0;

  constructor(consignmentIds: readonly string[], batchState: 'packed' | 'dispatched') {
    for (const id of consignmentIds) this.consignments.set(id, freshFacts(batchState));
  }

  dispatch(): void {
    for (const [id, facts] of this.consignments) {
      const sent = facts.lines.map((line) => ({ ...line, sent: line.quantity }));
      const left: ConsignmentFacts = {
        ...facts,
        batchState: 'dispatched',
        dispatchedAt: DISPATCHED,
        lines: sent,
      };
      this.consignments.set(id, left);
      this.keep(id, settleHeld(left, this.heldOf(id), this.heardOf(id)));
    }
  }

  receive(told: Told): void {
    if (this.received.has(told.id)) return;
    const receivedAt = addTime(FIRST_RECEIPT, (this.receipts += 1));
    const received = { ...told, receivedAt, assignment: 'now' as const };
    try {
      const facts = this.consignments.get(told.consignmentId)!;
      const held = this.heldOf(told.consignmentId);
      const outcomes = receiveConfirmation(facts, received, held, this.heardOf(told.consignmentId));
      this.received.set(told.id, received);
      this.keep(told.consignmentId, outcomes);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.statuses.set(told.id, 'refused');
    }
  }

  describe(): unknown {
    return {
      balances: [...this.balances].sort(),
      lines: [...this.consignments].map(([id, facts]) => [id, facts.lines, facts.standing]).sort(),
      discrepancies: [...this.discrepancies]
        .map(([id, open]) => [id, open.map(({ id: _, ...each }) => JSON.stringify(each)).sort()])
        .sort(),
      accepted: [...this.statuses].sort(),
    };
  }

  facts(): ConsignmentFacts[] {
    return [...this.consignments.values()];
  }

  private keep(consignmentId: string, outcomes: readonly Outcome[]): void {
    for (const { id, decision, date, bookings, after } of outcomes) {
      this.statuses.set(id, decision.status);
      this.consignments.set(consignmentId, after);
      for (const { materialId, drawn } of bookings) {
        for (const { lotId, to, quantity } of drawn) {
          const key = `${consignmentId} ${materialId} ${lotId} ${to} ${date!.occurredAt}`;
          this.balances.set(key, (this.balances.get(key) ?? 0) + quantity);
        }
      }
      if (decision.status === 'accepted' && decision.stands) {
        this.review(consignmentId, after, date!.occurredAt);
      }
    }
  }

  private review(consignmentId: string, facts: ConsignmentFacts, at: Instant): void {
    const open = this.discrepancies.get(consignmentId) ?? [];
    const differences = facts.lines.flatMap((line) =>
      findDifferences(line, facts.standing !== null, {}).map((difference) => ({
        ...difference,
        materialId: line.materialId,
      })),
    );
    const { opened, changed, closed } = reviewDiscrepancies(open, differences);
    const gone = new Set([...changed, ...closed].map(({ id }) => id));
    this.discrepancies.set(consignmentId, [
      ...open.filter(({ id }) => !gone.has(id)),
      ...changed.map((each) => ({
        ...each,
        openedAt: open.find(({ id }) => id === each.id)!.openedAt,
      })),
      ...opened.map((each) => ({ ...each, id: `${each.materialId} ${each.kind}`, openedAt: at })),
    ]);
  }

  private heldOf(consignmentId: string): Received[] {
    return [...this.received.values()].filter(
      (each) => each.consignmentId === consignmentId && this.statuses.get(each.id) === 'held',
    );
  }

  private heardOf(consignmentId: string): Set<string> {
    const heard = [...this.received.values()].filter(
      (each) => each.consignmentId === consignmentId && this.statuses.get(each.id) !== 'held',
    );
    return new Set(heard.map(({ id }) => id));
  }
}

function freshFacts(batchState: 'packed' | 'dispatched'): ConsignmentFacts {
  const line = (materialId: string): BookableLine => ({
    materialId,
    quantity: SENT,
    sent: batchState === 'dispatched' ? SENT : 0,
    delivered: 0,
    damaged: 0,
    missing: 0,
    refused: 0,
    returned: 0,
    lost: 0,
    surplus: 0,
    lots: [10, 5, 15].map((quantity, index) => ({ lotId: `${materialId}-${index}`, quantity })),
  });
  return {
    batchState,
    dispatchedAt: batchState === 'dispatched' ? DISPATCHED : null,
    standing: null,
    lines: ['leaflet', 'poster'].map(line),
  };
}

const figures = fc.record({
  delivered: fc.integer({ min: 0, max: 6 }),
  damaged: fc.integer({ min: 0, max: 2 }),
  missing: fc.integer({ min: 0, max: 1 }),
  refused: fc.integer({ min: 0, max: 1 }),
  surplus: fc.constant(0),
});
const lines = fc.tuple(figures, figures).map(([leaflet, poster]) => [
  { materialId: 'leaflet', ...leaflet },
  { materialId: 'poster', ...poster },
]);
const kind = fc.constantFrom<Received['kind']>('delivery', 'delivery', 'failed_attempt');
/** Up to three confirmations of one consignment: a first, and those that follow one another. */
const chain = fc.array(fc.record({ lines, kind }), { minLength: 1, maxLength: 3 });

function tellChains(
  chains: readonly { lines: ConfirmedLine[]; kind: Received['kind'] }[][],
): Told[] {
  return chains.flatMap((links, consignment) =>
    links.map((link, index) => ({
      ...link,
      // A failed attempt stands in nobody's way, and nobody follows it.
      kind: index === 0 ? 'delivery' : link.kind,
      id: `${consignment}.${index}`,
      consignmentId: `c${consignment}`,
      follows: index === 0 ? null : lastDelivery(links, consignment, index),
      deviceTime: addTime(DISPATCHED, (consignment * 10 + index) * 60_000),
    })),
  );
}

function lastDelivery(
  links: readonly { kind: Received['kind'] }[],
  consignment: number,
  index: number,
): string {
  let last = index - 1;
  while (last > 0 && links[last]!.kind === 'failed_attempt') last -= 1;
  return `${consignment}.${last}`;
}

describe('confirmations of different consignments', () => {
  it('give the same in any order, repeated, and held until the batch leaves', () => {
    const inOrder = fc
      .array(chain, { minLength: 1, maxLength: 4 })
      .map(tellChains)
      .chain((all) => {
        const shuffled = fc.shuffledSubarray(all, { minLength: all.length });
        return fc.tuple(fc.constant(all), shuffled, fc.shuffledSubarray(all), fc.nat());
      });
    fc.assert(
      fc.property(inOrder, ([all, shuffled, repeated, place]) => {
        const ids = [...new Set(all.map(({ consignmentId }) => consignmentId))];
        const straight = new World(ids, 'dispatched');
        all.forEach((told) => straight.receive(told));

        const crooked = new World(ids, 'packed');
        const events = [...shuffled, ...repeated];
        const leavesAt = place % (events.length + 1);
        events.slice(0, leavesAt).forEach((told) => crooked.receive(told));
        crooked.dispatch();
        events.slice(leavesAt).forEach((told) => crooked.receive(told));

        expect(crooked.describe()).toEqual(straight.describe());
        expect([...straight.statuses.values()]).not.toContain('held');
      }),
      { numRuns: 300 },
    );
  });

  it('never book more than was sent, and what is in transit by lot is what the line has', () => {
    const anyFigures = fc.record({
      delivered: fc.integer({ min: 0, max: 35 }),
      damaged: fc.integer({ min: 0, max: 10 }),
      missing: fc.integer({ min: 0, max: 10 }),
      refused: fc.integer({ min: 0, max: 10 }),
      surplus: fc.integer({ min: 0, max: 3 }),
    });
    const told = fc.record({
      lines: anyFigures.map((each) => [{ materialId: 'leaflet', ...each }]),
      follows: fc.option(fc.integer({ min: 0, max: 9 }).map(String)),
      kind,
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 10 }), fc.boolean(), (all, early) => {
        const world = new World(['c0'], early ? 'packed' : 'dispatched');
        all.forEach((each, index) =>
          world.receive({
            ...each,
            id: String(index),
            consignmentId: 'c0',
            deviceTime: DISPATCHED,
          }),
        );
        if (early) world.dispatch();
        for (const { lines: counted } of world.facts()) {
          for (const line of counted) {
            expect(countInTransit(line)).toBe(
              line.lots.reduce((sum, { quantity }) => sum + quantity, 0),
            );
            expect(line.refused).toBeLessThanOrEqual(line.sent);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('confirmations that compete', () => {
  it('leave the first received standing, and exactly one booked', () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 8 }), fc.boolean(), (all, early) => {
        const world = new World(['c0'], early ? 'packed' : 'dispatched');
        all.forEach((each, index) =>
          world.receive({
            id: String(index),
            consignmentId: 'c0',
            follows: null,
            kind: 'delivery',
            lines: each,
            deviceTime: DISPATCHED,
          }),
        );
        if (early) world.dispatch();
        expect(world.statuses.get('0')).toBe('accepted');
        const others = [...world.statuses].filter(([id]) => id !== '0');
        expect(others.every(([, status]) => status === 'conflict')).toBe(true);
        expect(world.facts()[0]!.lines.map((line) => line.delivered)).toEqual(
          all[0]!.map((line) => line.delivered),
        );
      }),
    );
  });
});

describe('a chain that comes the wrong way round', () => {
  const told = (id: string, follows: string | null): Told => ({
    id,
    consignmentId: 'c0',
    follows,
    kind: 'delivery',
    lines: [
      { materialId: 'leaflet', delivered: 5, damaged: 0, missing: 0, refused: 0, surplus: 0 },
    ],
    deviceTime: DISPATCHED,
  });

  it('is held until its beginning is here, then stands as a whole', () => {
    const world = new World(['c0'], 'dispatched');
    world.receive(told('3', '2'));
    world.receive(told('2', '1'));
    expect([...world.statuses]).toEqual([
      ['3', 'held'],
      ['2', 'held'],
    ]);
    world.receive(told('1', null));
    expect([...world.statuses.values()]).toEqual(['accepted', 'accepted', 'accepted']);
    expect(world.facts()[0]!.lines[0]!.delivered).toBe(15);
    expect(world.facts()[0]!.standing).toBe('3');
  });

  it('lets the first received of two that follow the same stand', () => {
    const world = new World(['c0'], 'packed');
    world.receive(told('b', 'a'));
    world.receive(told('a', null));
    world.receive(told('c', 'a'));
    world.dispatch();
    expect(Object.fromEntries(world.statuses)).toEqual({
      a: 'accepted',
      b: 'accepted',
      c: 'conflict',
    });
  });
});
