import { describeFlag } from '../../src/flags/flag-sentence.js';
import { FLAG_KINDS, type FlagDetails } from '../../src/flags/rules.js';
import words from './words.sr.json';
import { listFigures } from './flag-figures.js';

it('the figures behind a flag stand in one order, whatever order they came in', () => {
  const details = { wantedPercent: 50, by: '2026-05-01', delivered: 5, target: 40 };
  expect(listFigures(details).map(({ name, writtenAs }) => `${name} ${writtenAs}`)).toEqual([
    'target number',
    'delivered number',
    'wantedPercent percent',
    'by date',
  ]);
  expect(listFigures({ somethingNew: 1 })).toEqual([]);
});

it.each(FLAG_KINDS)(
  'every figure that the sentence of %s names has its place and its word',
  (kind) => {
    const named: Record<string, string> = {};
    const details = new Proxy<FlagDetails>(
      {},
      { get: (_, name) => (named[String(name)] = '2026-05-01') },
    );
    describeFlag(kind, details, null);
    const known = listFigures(named).map(({ name }) => name);
    expect(known).toHaveLength(Object.keys(named).length);
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter((name) => !(name in words.figure))).toEqual([]);
  },
);
