import fc from 'fast-check';
import { countPieces } from '../../src/delivery/confirmation.js';
import { countInTransit } from '../../src/distribution/consignment-state.js';
import {
  countLeft,
  FIGURES,
  isTellable,
  sortByExpected,
  tellAllFine,
  tellFigure,
  turnOf,
} from './my-confirmation.js';

const NOTHING = { delivered: 0, damaged: 0, missing: 0, refused: 0, returned: 0, lost: 0 };
const line = (changes: object = {}) => ({ materialId: 'm', sent: 100, ...NOTHING, ...changes });

describe('a volunteer’s word', () => {
  it('explains every piece that is on its way where all was fine, whatever was told before', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (delivered, open) => {
        const lines = [line({ sent: delivered + open, delivered })];
        const told = tellAllFine(lines);
        expect(countLeft(lines[0]!, told[0]!)).toBe(0);
        expect(countPieces(told[0]!)).toBe(countInTransit(lines[0]!));
        expect(isTellable(lines, told)).toBe(open > 0);
      }),
    );
  });

  it('holds the figure that was typed, and 0 for what is no number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIGURES), fc.nat(1000), (figure, pieces) => {
        const told = tellFigure(tellAllFine([line()]), 'm', figure, String(pieces));
        expect(told[0]![figure]).toBe(pieces);
        expect(tellFigure(told, 'm', figure, 'x')[0]![figure]).toBe(0);
        expect(tellFigure(told, 'other', figure, 7)).toEqual(told);
      }),
    );
  });

  it.each([
    ['all of it', { delivered: 100 }, true],
    ['a part', { delivered: 40 }, true],
    ['parts', { delivered: 40, damaged: 10, missing: 10, refused: 40 }, true],
    ['too much', { delivered: 100, damaged: 1 }, false],
    ['nothing', { delivered: 0 }, false],
    ['a surplus alone', { delivered: 0, surplus: 5 }, true],
  ])('can be sent when it tells of %s: %#', (_, figures, expected) => {
    const told = [{ ...tellAllFine([line()])[0]!, ...figures }];
    expect(isTellable([line()], told)).toBe(expected);
  });
});

describe('a volunteer’s consignments', () => {
  it.each([
    ['pending', line({ sent: 0 }), 'waiting'],
    ['in_transit', line(), 'open'],
    ['partly_delivered', line({ delivered: 60 }), 'open'],
    ['partly_delivered', line({ delivered: 60, missing: 40 }), 'done'],
    ['delivered', line({ delivered: 100 }), 'done'],
  ])('are told apart by what is to be done: %s', (state, only, turn) => {
    expect(turnOf({ state, lines: [only] })).toBe(turn);
  });

  it('begin with what is expected first', () => {
    const rows = [{ expectedAt: null }, { expectedAt: '2026-03-02' }, { expectedAt: '2026-03-01' }];
    expect(sortByExpected(rows).map(({ expectedAt }) => expectedAt)).toEqual([
      '2026-03-01',
      '2026-03-02',
      null,
    ]);
  });
});
