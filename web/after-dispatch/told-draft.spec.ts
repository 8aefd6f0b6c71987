import fc from 'fast-check';
import { countInTransit, countUnexplained } from '../../src/distribution/consignment-state.js';
import { countPieces } from '../../src/delivery/confirmation.js';
import {
  changeFigure,
  foresee,
  foreseeRebooking,
  isBlank,
  leaveBlank,
  type LineNow,
  takeOut,
  takeOutAll,
  tellAllArrived,
} from './told-draft.js';

const line = (counters: Partial<LineNow> = {}): LineNow => ({
  materialId: 'leaflet',
  quantity: counters.sent ?? 100,
  sent: 100,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  returned: 0,
  lost: 0,
  surplus: 0,
  ...counters,
});

const told = (
  figures: Partial<Omit<ReturnType<typeof leaveBlank>[number], 'materialId'>> = {},
) => ({
  ...leaveBlank([line()])[0]!,
  ...figures,
});

const open = (lines: readonly LineNow[], standingConfirmationId: string | null = null) =>
  ({ batchState: 'dispatched', standingConfirmationId, lines }) as const;

describe('a draft of what is told', () => {
  it('says nothing while it is blank', () => {
    expect(isBlank(leaveBlank([line(), line({ materialId: 'poster' })]))).toBe(true);
  });

  it('tells as arrived what nobody has spoken of, and leaves refused pieces to their return', () => {
    const [arrived] = tellAllArrived([line({ delivered: 40, refused: 10 })]);
    expect(arrived).toMatchObject({ delivered: 50, refused: 0 });
  });

  it('is accepted and leaves nothing unexplained where everything arrived', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), ([a, b, c, rest]) => {
        const lines = [
          line({ sent: a! + b! + c! + rest!, delivered: a!, damaged: b!, missing: c! }),
        ];
        const foreseen = foresee(open(lines, 'former'), 'delivery', tellAllArrived(lines));
        expect(foreseen.decision).toEqual({ status: 'accepted', stands: true });
        expect(foreseen.unexplained).toBe(0);
      }),
    );
  });

  it('takes what turns out damaged, missing or refused out of the delivered while all is accounted for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('damaged', 'missing', 'refused'),
        fc.nat(100),
        fc.nat(100),
        (figure, first, second) => {
          const [all] = tellAllArrived([line()]);
          const once = changeFigure(all!, line(), figure, first);
          const twice = changeFigure(once, line(), figure, second);
          expect(countPieces(twice)).toBe(countUnexplained(line()));
          expect(twice.delivered).toBe(100 - second);
        },
      ),
    );
  });

  it('changes nothing else while something is unaccounted for', () => {
    expect(changeFigure(told({ delivered: 40 }), line(), 'damaged', 5)).toMatchObject({
      delivered: 40,
      damaged: 5,
    });
    expect(changeFigure(told({ delivered: 40 }), line(), 'delivered', 30)).toMatchObject({
      delivered: 30,
    });
  });
});

describe('what a confirmation would do', () => {
  it('is refused where it counts more than was sent, at its line', () => {
    const { decision } = foresee(open([line()]), 'delivery', [told({ delivered: 101 })]);
    expect(decision).toMatchObject({
      status: 'refused',
      problem: { code: 'exceeds_sent', errors: [{ path: 'lines[0]' }] },
    });
  });

  it('waits while the batch has not left', () => {
    const consignment = { ...open([line({ sent: 0 })]), batchState: 'packed' } as const;
    const { decision, state } = foresee(consignment, 'delivery', [told({ delivered: 3 })]);
    expect(decision).toEqual({ status: 'held', reason: 'not_dispatched' });
    expect(state).toBe('pending');
  });

  it('becomes a conflict once the batch is closed', () => {
    const consignment = { ...open([line()]), batchState: 'closed' } as const;
    expect(foresee(consignment, 'delivery', [told({ delivered: 3 })]).decision).toEqual({
      status: 'conflict',
      reason: 'batch_closed',
    });
  });

  it('counts pieces once that are refused for the second time', () => {
    const foreseen = foresee(open([line({ refused: 10 })], 'former'), 'delivery', [
      told({ delivered: 90, refused: 10 }),
    ]);
    expect(foreseen).toMatchObject({
      decision: { status: 'accepted' },
      counted: { delivered: 90, refused: 0 },
      refused: 10,
      unexplained: 0,
      state: 'partly_delivered',
    });
  });

  it('books nothing of a failed attempt', () => {
    const foreseen = foresee(open([line()]), 'failed_attempt', []);
    expect(foreseen.decision).toEqual({ status: 'accepted', stands: false });
    expect(foreseen).toMatchObject({ unexplained: 100, state: 'in_transit' });
  });
});

describe('booking anew', () => {
  it('starts from the lines without what is corrected', () => {
    const lines = [line({ delivered: 60, damaged: 5 })];
    const without = takeOut(lines, [told({ delivered: 50, damaged: 5 })]);
    expect(countInTransit(without[0]!)).toBe(90);
    expect(foreseeRebooking(without, [told({ delivered: 90 })]).decision.status).toBe('accepted');
    expect(foreseeRebooking(without, [told({ delivered: 91 })]).decision.status).toBe('conflict');
  });

  it('takes back everything but returns where another is preferred', () => {
    const lines = takeOutAll([line({ delivered: 60, lost: 20, returned: 15, surplus: 1 })]);
    expect(countInTransit(lines[0]!)).toBe(85);
    expect(foreseeRebooking(lines, [told({ delivered: 85 })]).decision.status).toBe('accepted');
  });
});
