import type { PopulationVersion } from './population.js';
import { populationsAt } from './population.js';

const version = (population: number, validFrom: string, recordedAt: string): PopulationVersion => ({
  municipalityCode: '70017',
  population,
  populationStatus: 'sourced',
  validFrom: `${validFrom}T00:00:00.000Z`,
  recordedAt: `${recordedAt}T00:00:00.000Z`,
});
const first = version(100, '2022-10-01', '2026-01-01');
const corrected = version(110, '2022-10-01', '2026-03-01');
const nextCensus = version(90, '2031-10-01', '2032-02-01');

describe('a population', () => {
  it.each([
    ['is the latest version now', {}, 90],
    [
      'as of a past moment is the correction, as known today',
      { asOf: '2026-01-15T00:00:00.000Z' },
      110,
    ],
    [
      'as known then is the first',
      { asOf: '2026-01-15T00:00:00.000Z', knownAt: '2026-01-15T00:00:00.000Z' },
      100,
    ],
    ['before anything was recorded is the first', { knownAt: '2020-01-01T00:00:00.000Z' }, 100],
    ['before anything held is the first', { asOf: '2020-01-01T00:00:00.000Z' }, 100],
  ])('%s', (_, moment, expected) => {
    for (const versions of [
      [first, corrected, nextCensus],
      [nextCensus, corrected, first],
    ]) {
      expect(populationsAt(versions, moment).get('70017')?.population).toBe(expected);
    }
  });
});
