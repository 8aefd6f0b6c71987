import fc from 'fast-check';
import { Problem } from '../problem.js';
import {
  allowedLotCommands,
  compareLots,
  drawLots,
  LOT_COMMANDS,
  LOT_STATES,
  nextLotState,
  type AvailableLot,
  type Wanted,
} from './lot.js';

const anyLots: fc.Arbitrary<AvailableLot[]> = fc
  .array(fc.record({ materialId: fc.constantFrom('a', 'b'), available: fc.nat(20) }), {
    maxLength: 6,
  })
  .map((lots) =>
    lots.map(({ materialId, available }, index) => ({
      lotId: `${materialId}${index}`,
      lotNumber: String(index),
      materialId,
      onHand: available + 3,
      reserved: 3,
      available,
    })),
  );
const anyWanted = (lots: AvailableLot[]): fc.Arbitrary<Wanted[]> =>
  fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 15 }),
        materialId: fc.constantFrom('a', 'b'),
        named: fc.option(fc.nat(), { nil: undefined }),
      }),
      { maxLength: 8 },
    )
    .map((lines) =>
      lines.map(({ quantity, materialId, named }, index) => {
        const lot = named === undefined ? undefined : lots[named % Math.max(1, lots.length)];
        return {
          materialId: lot?.materialId ?? materialId,
          lotId: lot?.lotId,
          quantity,
          path: `lines[${index}]`,
        };
      }),
    );
const anyCase = anyLots.chain((lots) => fc.tuple(fc.constant(lots), anyWanted(lots)));

describe('drawing lots', () => {
  it('gives each line what it wants, of its material and lot, and no lot more than it has', () => {
    fc.assert(
      fc.property(anyCase, ([lots, wanted]) => {
        const drawn = tryDraw(wanted, lots);
        if (drawn === undefined) return;
        for (const [index, line] of wanted.entries()) {
          const parts = drawn[index]!;
          expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(line.quantity);
          for (const part of parts) {
            const lot = lots.find((one) => one.lotId === part.lotId)!;
            expect(lot.materialId).toBe(line.materialId);
            expect(line.lotId ?? part.lotId).toBe(part.lotId);
          }
        }
        for (const lot of lots) {
          const taken = drawn.flat().filter((part) => part.lotId === lot.lotId);
          expect(taken.reduce((sum, part) => sum + part.quantity, 0)).toBeLessThanOrEqual(
            lot.available,
          );
        }
      }),
    );
  });

  it('refuses only what cannot be met', () => {
    fc.assert(
      fc.property(anyCase, ([lots, wanted]) => {
        expect(tryDraw(wanted, lots) !== undefined).toBe(canBeMet(wanted, lots));
      }),
    );
  });

  it('takes the oldest first', () => {
    const lots = [lotOf('old', 3), lotOf('new', 9)];
    expect(drawLots([{ materialId: 'a', quantity: 5, path: 'lines[0]' }], lots)).toEqual([
      [
        { lotId: 'old', quantity: 3 },
        { lotId: 'new', quantity: 2 },
      ],
    ]);
  });

  it('names every short line', () => {
    const lines = [0, 1].map((index) => ({
      materialId: 'a',
      quantity: 5,
      path: `lines[${index}]`,
    }));
    try {
      drawLots(lines, [lotOf('one', 4)]);
      throw new Error('was not refused');
    } catch (error) {
      expect((error as Problem).errors.map((one) => one.path)).toEqual([
        'lines[0].quantity',
        'lines[1].quantity',
      ]);
    }
  });
});

describe('the order of lots', () => {
  it('is by first receipt, then by id', () => {
    const lots = [
      { lotId: 'b', firstReceiptAt: '2026-03-02T00:00:00.000Z' },
      { lotId: 'a', firstReceiptAt: '2026-03-02T00:00:00.000Z' },
      { lotId: 'c', firstReceiptAt: '2026-03-01T00:00:00.000Z' },
    ];
    expect(lots.sort(compareLots).map((lot) => lot.lotId)).toEqual(['c', 'a', 'b']);
  });
});

describe("a lot's states", () => {
  it('allow exactly what they say', () => {
    for (const state of LOT_STATES)
      for (const command of LOT_COMMANDS) {
        const allowed = allowedLotCommands(state).includes(command);
        if (allowed) expect(nextLotState(state, command)).not.toBe(state);
        else expect(() => nextLotState(state, command)).toThrow(Problem);
      }
  });

  it('are all reached from usable, and a withdrawal is final', () => {
    expect(nextLotState('usable', 'block')).toBe('blocked');
    expect(nextLotState('blocked', 'release')).toBe('usable');
    expect(nextLotState('blocked', 'withdraw')).toBe('withdrawn');
    expect(allowedLotCommands('withdrawn')).toEqual([]);
  });
});

function lotOf(lotId: string, available: number): AvailableLot {
  return { lotId, lotNumber: lotId, materialId: 'a', onHand: available, reserved: 0, available };
}

function tryDraw(wanted: Wanted[], lots: AvailableLot[]) {
  try {
    return drawLots(wanted, lots);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function canBeMet(wanted: Wanted[], lots: AvailableLot[]): boolean {
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  const wantedOf = (lotId: string) =>
    sum(wanted.filter((line) => line.lotId === lotId).map((line) => line.quantity));
  if (lots.some((lot) => wantedOf(lot.lotId) > lot.available)) return false;
  return ['a', 'b'].every((materialId) => {
    const there = sum(
      lots.filter((lot) => lot.materialId === materialId).map((lot) => lot.available),
    );
    const asked = sum(
      wanted.filter((line) => line.materialId === materialId).map((line) => line.quantity),
    );
    return asked <= there || (lots.length === 0 && asked === 0);
  });
}
