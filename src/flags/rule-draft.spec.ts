import { Problem } from '../problem.js';
import { changeRule, draftRule, type RuleDraft } from './rule-draft.js';
import type { FlagKind } from './rules.js';

const CAMPAIGN = { startsOn: '2026-03-01', endsOn: '2026-06-30' };

describe('a flag rule', () => {
  it('takes the default of its kind for what is left out', () => {
    expect(draftRule('unplanned', {}, CAMPAIGN)).toMatchObject({
      days: 14,
      severity: 'high',
      escalateAfterDays: 7,
    });
    expect(draftRule('below_target', {}, CAMPAIGN)).toMatchObject({
      percent: 50,
      byShareOfCampaign: 0.5,
      byDate: null,
    });
  });

  it.each<[FlagKind, RuleDraft, string]>([
    ['stock_short', { days: 3 }, 'days'],
    ['never_reached', { percent: 3 }, 'percent'],
    ['stale', { byDate: '2026-04-01' }, 'byDate'],
    ['below_target', { byDate: '2026-04-01', byShareOfCampaign: 0.3 }, 'byShareOfCampaign'],
    ['below_target', { byDate: '2026-07-01' }, 'byDate'],
    ['idle_stock', { materialId: 'leaflet' }, 'materialId'],
  ])('%s refuses %j', (kind, draft, path) => {
    const error = catchProblem(() => draftRule(kind, draft, CAMPAIGN));
    expect(error.errors.map((each) => each.path)).toEqual([path]);
  });

  it('has a date or a part of the time, whichever was told last', () => {
    const byDate = draftRule('below_target', { byDate: '2026-04-01' }, CAMPAIGN);
    expect(byDate).toMatchObject({ byDate: '2026-04-01', byShareOfCampaign: null });
    expect(changeRule(byDate, { percent: 60 }, CAMPAIGN)).toMatchObject({ byDate: '2026-04-01' });
    expect(changeRule(byDate, { byShareOfCampaign: 0.7 }, CAMPAIGN)).toMatchObject({
      byDate: null,
      byShareOfCampaign: 0.7,
    });
    expect(changeRule(byDate, { byDate: null }, CAMPAIGN)).toMatchObject({
      byDate: null,
      byShareOfCampaign: 0.5,
    });
  });
});

function catchProblem(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('no Problem was thrown');
}
