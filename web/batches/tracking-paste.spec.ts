import { listChanges, readPaste, type TrackedStop } from './tracking-paste.js';

const stop = (id: string, more: Partial<TrackedStop> = {}): TrackedStop => ({
  id,
  waybillNumber: `DOM-2026-00000${id}-0`,
  name: `School ${id}`,
  code: `17${id}`,
  version: 1,
  trackingNumbers: [],
  ...more,
});
const stops = [
  stop('1', { name: 'OŠ „Đura Jakšić“' }),
  stop('2', { name: 'Гимназија, Чачак' }),
  stop('3', { name: 'Ekonomska' }),
  stop('4', { name: 'Ekonomska' }),
];

describe('pasted tracking numbers', () => {
  it.each<[string, string, string | null, string | null]>([
    ['a waybill', 'DOM-2026-000001-0\tRR1', '1', null],
    ['a code', '172;RR2', '2', null],
    ['a name without its diacritics', 'os djura jaksic\tRR1', '1', null],
    ['a name in the other script, with a comma in it', 'Gimnazija, Čačak, RR2', '2', null],
    [
      'more columns, of which the last is the number',
      'Ekonomska\tUžice\tRR',
      null,
      'several_stops',
    ],
    ['a name that two have', 'Ekonomska;RR3', null, 'several_stops'],
    ['a name that none has', 'Poljoprivredna;RR3', null, 'no_stop'],
    ['no number', 'Ekonomska;', null, 'no_number'],
    ['a number that is none', `171;${'R'.repeat(61)}`, null, 'too_long'],
  ])('by %s', (_, text, stopId, fault) => {
    expect(readPaste(text, stops)).toMatchObject([{ stopId, fault }]);
  });

  it('one a row go to the stops in their order', () => {
    const rows = readPaste('RR1\nRR2\n\nRR3\nRR4\nRR5\n', stops);
    expect(rows.map(({ line, stopId, fault }) => [line, stopId, fault])).toEqual([
      [1, '1', null],
      [2, '2', null],
      [4, '3', null],
      [5, '4', null],
      [6, null, 'no_more_stops'],
    ]);
  });

  it('of one stop in several rows are kept together, each once', () => {
    const rows = readPaste('171;RR1\n171;RR2\n171;RR1\nnobody;RR9', stops);
    expect(listChanges(rows, stops)).toEqual([{ stop: stops[0], trackingNumbers: ['RR1', 'RR2'] }]);
  });

  it('that are there already change nothing', () => {
    const known = [stop('1', { trackingNumbers: ['RR1'] })];
    expect(listChanges(readPaste('171;RR1', known), known)).toEqual([]);
  });
});
