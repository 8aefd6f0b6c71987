import { readPieces, weighArrival } from './arrival.js';

const ARRIVAL = { counted: 5000, damaged: 0, noted: undefined, stillExpected: undefined };

describe('what came from the printer', () => {
  it.each([
    [{}, { sound: 5000, againstNote: undefined, stillToCome: undefined }],
    [{ noted: 5050 }, { sound: 5000, againstNote: -50, stillToCome: undefined }],
    [
      { noted: 5000, damaged: 20 },
      { sound: 4980, againstNote: 0, stillToCome: undefined },
    ],
    [{ noted: 4900 }, { sound: 5000, againstNote: 100, stillToCome: undefined }],
    [{ stillExpected: 20000 }, { sound: 5000, againstNote: undefined, stillToCome: 15000 }],
    [{ stillExpected: 4000 }, { sound: 5000, againstNote: undefined, stillToCome: -1000 }],
    [{ damaged: 6000 }, { sound: 0, againstNote: undefined, stillToCome: undefined }],
  ])('%j is weighed', (draft, arrival) => {
    expect(weighArrival({ ...ARRIVAL, ...draft })).toStrictEqual(arrival);
  });

  it('is not nothing where nothing was typed', () => {
    expect(readPieces('')).toBeUndefined();
    expect(readPieces(0)).toBe(0);
    expect(readPieces('12')).toBe(12);
  });
});
