import { Problem } from '../problem.js';
import { assertFunders, assertPeriod } from './campaign.js';
import { campaignsOf, seesCampaign } from './campaign-access.js';

describe('a campaign', () => {
  it.each([
    ['2026-03-01', '2026-06-30', true],
    ['2026-03-01', '2026-03-01', true],
    ['2026-03-01', '2026-02-28', false],
  ])('from %s to %s stands: %s', (startsOn, endsOn, stands) => {
    const act = (): void => assertPeriod({ startsOn, endsOn });
    if (stands) expect(act).not.toThrow();
    else expect(act).toThrow(Problem);
  });

  it.each([
    [['European Union', 'OAK Foundation'], []],
    [[], []],
    [['European Union', 'Oak', 'EUROPEAN  union'], ['funders[2].name']],
    [['Ђак', 'Đak'], ['funders[1].name']],
    [['!', '?'], []],
  ])('with the funders %j is refused at %j', (names, paths) => {
    const act = (): void => assertFunders(names.map((name) => ({ name })));
    if (paths.length === 0) expect(act).not.toThrow();
    else
      expect(act).toThrow(
        expect.objectContaining({ errors: paths.map((path) => expect.objectContaining({ path })) }),
      );
  });

  it('is seen by administrators, and by those who were given it or none', () => {
    const person = { id: 'p', name: 'P', districtCodes: null };
    expect(campaignsOf({ ...person, role: 'administrator', campaignIds: ['a'] })).toBeNull();
    expect(seesCampaign({ ...person, role: 'coordinator', campaignIds: ['a'] }, 'a')).toBe(true);
    expect(seesCampaign({ ...person, role: 'coordinator', campaignIds: ['a'] }, 'b')).toBe(false);
    expect(seesCampaign({ ...person, role: 'manager', campaignIds: null }, 'b')).toBe(true);
  });
});
