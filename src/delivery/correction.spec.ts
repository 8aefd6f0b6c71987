import fc from 'fast-check';
import { type Movement, reverseMovement } from '../stock/ledger.js';
import { Problem } from '../problem.js';
import { findStandingMovements, moveDrawn, sumInTransit } from './booking.js';
import type { ConfirmedLine } from './confirmation.js';
import { countBooked, requireBookable, takeBack, takeBackAll } from './correction.js';
import { bookConfirmation, type ConsignmentFacts, type LineBooking } from './reception.js';

const trip = {
  batchId: 'b',
  warehouseId: 'w',
  consignmentId: 'c',
  deliveryPointId: 'p',
  municipalityCode: '70432',
};
const AT = '2026-03-02T00:00:00.000Z';
const lots = [10, 20].map((quantity, index) => ({ lotId: `lot-${index}`, quantity }));
const facts: ConsignmentFacts = {
  batchState: 'dispatched',
  dispatchedAt: '2026-03-01T00:00:00.000Z',
  standing: null,
  lines: [
    {
      materialId: 'leaflet',
      quantity: 30,
      sent: 30,
      delivered: 0,
      damaged: 0,
      missing: 0,
      refused: 0,
      returned: 0,
      lost: 0,
      surplus: 0,
      lots,
    },
  ],
};

const told = (figures: Partial<ConfirmedLine>): ConfirmedLine[] => [
  {
    materialId: 'leaflet',
    delivered: 0,
    damaged: 0,
    missing: 0,
    refused: 0,
    surplus: 0,
    ...figures,
  },
];

let serial = 0;
function book(bookings: readonly LineBooking[]): Movement[] {
  return bookings.flatMap(({ materialId, drawn }) =>
    drawn.map((pieces) => toMovement(moveDrawn(trip, pieces, AT), materialId)),
  );
}
function toMovement(draft: ReturnType<typeof moveDrawn>, materialId: string): Movement {
  serial += 1;
  return {
    ...draft,
    id: `m${serial}`,
    sequence: serial,
    campaignId: 'k',
    materialId,
    cause: { kind: 'confirmation', id: 'f' },
    actorId: 'a',
    recordedAt: AT,
    hash: '',
  };
}
const refusedOf = (lines: readonly ConfirmedLine[]) =>
  new Map(lines.map((line) => [line.materialId, line.refused]));

const figures = fc
  .record({
    delivered: fc.integer({ min: 0, max: 10 }),
    damaged: fc.integer({ min: 0, max: 5 }),
    missing: fc.integer({ min: 0, max: 5 }),
    refused: fc.integer({ min: 0, max: 5 }),
    surplus: fc.integer({ min: 0, max: 3 }),
  })
  .map(told);

describe('what a confirmation has booked', () => {
  it('is found again in its movements, and taken back leaves the consignment as it was', () => {
    fc.assert(
      fc.property(figures, (lines) => {
        const { bookings, after } = bookConfirmation(facts, 'f', lines);
        const movements = book(bookings);
        const counted = countBooked(movements, refusedOf(lines));
        expect(counted).toEqual(lines);
        const back = takeBack(after, movements, counted);
        expect(back.lines).toEqual(facts.lines);
        expect(takeBackAll(after, movements)).toEqual(facts);
      }),
    );
  });

  it('counts no more once it is reversed', () => {
    const { bookings } = bookConfirmation(facts, 'f', told({ delivered: 15, damaged: 2 }));
    const movements = book(bookings);
    const reversing = toMovement(reverseMovement(movements[0]!), 'leaflet');
    const standing = findStandingMovements([...movements, reversing]);
    expect(standing).toEqual(movements.slice(1));
    expect(Object.fromEntries(sumInTransit([...movements, reversing]))).toEqual({
      'lot-0': 0,
      'lot-1': -7,
    });
  });
});

describe('booking anew', () => {
  const { after } = bookConfirmation(facts, 'f', told({ delivered: 20 }));
  const code = (lines: ConfirmedLine[]): string => {
    try {
      requireBookable(after, { kind: 'delivery', follows: null, lines });
      return 'possible';
    } catch (error) {
      return (error as Problem).code;
    }
  };

  it.each([
    ['what is in transit', told({ delivered: 10 }), 'possible'],
    ['more than is in transit', told({ delivered: 11 }), 'exceeds_sent'],
    ['more than was sent', told({ delivered: 31 }), 'exceeds_sent'],
    ['surplus with all accounted for', told({ delivered: 10, surplus: 1 }), 'possible'],
    ['surplus with pieces unaccounted for', told({ delivered: 9, surplus: 1 }), 'exceeds_sent'],
    ['another material', told({ materialId: 'poster' }), 'unknown_reference'],
  ])('%s', (_, lines, expected) => {
    expect(code(lines)).toBe(expected);
  });
});
