import { countNarrowing, readFilter, readStateShown } from './flag-filter.js';

describe('what the address asks for', () => {
  it('is the open ones where it says nothing', () => {
    expect(readFilter({})).toEqual({ state: 'open' });
    expect(countNarrowing(readFilter({}))).toBe(0);
  });

  it('is any state where it says all', () => {
    expect(readFilter({ state: 'all' })).toEqual({});
    expect(readStateShown({ state: 'all' })).toBe('all');
  });

  it('is narrowed by what it names', () => {
    const address = {
      state: 'resolved',
      rule: 'overdue',
      severity: 'high',
      municipality: '70432',
      assignee: 'me',
      campaign: 'x',
    };
    const filter = readFilter(address);
    expect(filter).toEqual({
      state: 'resolved',
      rule: 'overdue',
      severity: 'high',
      municipality: '70432',
      assignee: 'me',
    });
    expect(countNarrowing(filter)).toBe(4);
  });

  it.each([
    [{ state: 'closed' }],
    [{ rule: 'nothing_such' }],
    [{ severity: 'worst' }],
    [{ region: '' }],
  ])('leaves out what there is not: %j', (address) => {
    expect(readFilter(address)).toEqual({ state: 'open' });
  });
});
