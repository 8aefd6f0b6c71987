import { readListQuestion, totalList, withoutConfidential } from './list-question.js';
import type { DistributionRow } from './use-distribution-list.js';

const row = (changes: Partial<DistributionRow>): DistributionRow =>
  ({
    deliveryPointId: 'p1',
    municipalityCode: '70432',
    state: 'reached',
    delivered: 10,
    confidential: false,
    ...changes,
  }) as DistributionRow;

describe('the distribution list', () => {
  it('asks only for what the address names, and never for what does not exist', () => {
    const address = { municipality: '70432', kind: 'school', state: 'reached', view: 'x' };
    expect(readListQuestion(address, 'c')).toEqual({
      campaign: 'c',
      municipality: '70432',
      kind: 'school',
      state: 'reached',
    });
    expect(readListQuestion({ kind: 'castle', state: 'partly_reached' }, 'c')).toEqual({
      campaign: 'c',
    });
  });

  it('counts a point once, whatever number of materials it got', () => {
    const rows = [
      row({}),
      row({ delivered: 5 }),
      row({ deliveryPointId: 'p2', municipalityCode: '70025' }),
      row({ deliveryPointId: 'p3', state: 'not_reached', delivered: 0, municipalityCode: '70017' }),
    ];
    expect(totalList(rows)).toEqual({
      points: 3,
      pointsReached: 2,
      municipalities: 2,
      pieces: 25,
    });
    expect(totalList([])).toEqual({ points: 0, pointsReached: 0, municipalities: 0, pieces: 0 });
  });

  it('names no confidential point to others', () => {
    const shelter = row({ deliveryPointId: 'p2', confidential: true });
    expect(withoutConfidential([row({}), shelter])).toEqual([row({})]);
  });
});
