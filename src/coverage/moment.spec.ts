import { Problem } from '../problem.js';
import { clampMoment, parseKnownAt, parsePeriodStart, requireSequence } from './moment.js';

describe('knownAt', () => {
  it.each([
    ['17', { kind: 'sequence', sequence: 17 }],
    ['0', { kind: 'sequence', sequence: 0 }],
    ['2026-03-01', { kind: 'instant', instant: '2026-03-01T22:59:59.999Z' }],
    ['2026-03-01T10:00:00+01:00', { kind: 'instant', instant: '2026-03-01T09:00:00.000Z' }],
  ])('%s is read', (text, known) => {
    expect(parseKnownAt(text)).toEqual(known);
  });

  it.each(['', '-1', '2026-13-01', 'yesterday', '1.5'])('%j is refused', (text) => {
    expect(() => parseKnownAt(text)).toThrow(Problem);
  });

  it('lies never before everything', () => {
    expect(parseKnownAt('0000-01-01')).toEqual(parseKnownAt('1999-01-01'));
    expect(parsePeriodStart('0000-01-01')).toBe('1999-12-31T00:00:00.000Z');
    expect(clampMoment('2026-03-01T09:00:00.000Z')).toBe('2026-03-01T09:00:00.000Z');
  });

  it('names no movement that is still to come', () => {
    expect(() => requireSequence(7, 7)).not.toThrow();
    expect(() => requireSequence(8, 7)).toThrow(Problem);
  });
});

describe('a period', () => {
  it('begins at the start of a day in Belgrade, or at an instant', () => {
    expect(parsePeriodStart('2026-03-01')).toBe('2026-02-28T23:00:00.000Z');
    expect(parsePeriodStart('2026-03-01T09:00:00Z')).toBe('2026-03-01T09:00:00.000Z');
  });
});
