import fc from 'fast-check';
import { bookedOf, mergeEntries } from './entries.js';

const DAYS = ['2026-11-01', '2026-11-02', '2026-11-03'];
const booked = fc.record({
  id: fc.uuid(),
  occurredAt: fc.constantFrom(...DAYS),
  recordedAt: fc.constantFrom(...DAYS),
});

describe('receipts and issues side by side', () => {
  it('come the latest first, each of them once', () => {
    fc.assert(
      fc.property(fc.array(booked), fc.array(booked), (receipts, issues) => {
        const merged = mergeEntries(receipts, issues);
        expect(merged).toHaveLength(receipts.length + issues.length);
        expect(merged.filter(({ kind }) => kind === 'receipt')).toHaveLength(receipts.length);
        const moments = merged.map(
          (entry) => `${bookedOf(entry).occurredAt} ${bookedOf(entry).recordedAt}`,
        );
        expect(moments).toStrictEqual(moments.toSorted().toReversed());
      }),
    );
  });
});
