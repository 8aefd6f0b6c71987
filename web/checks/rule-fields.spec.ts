import { changeRule, draftRule, listDefaultRules } from '../../src/flags/rule-draft.js';
import { FLAG_KINDS } from '../../src/flags/rules.js';
import {
  beginFields,
  fillFields,
  findDifferences,
  previewFields,
  readFields,
} from './rule-fields.js';

const campaign = { startsOn: '2026-03-01', endsOn: '2026-06-30' };

describe('a rule in its form', () => {
  it.each(FLAG_KINDS)('begins as the default, which the service takes as it is: %s', (kind) => {
    const content = readFields(beginFields(kind))!;
    const standard = listDefaultRules().find((rule) => rule.kind === kind)!;
    expect(draftRule(kind, content, campaign)).toEqual(standard);
  });

  it.each(FLAG_KINDS)(
    'is sent with what was changed, and nothing that its kind does not take: %s',
    (kind) => {
      const fields = {
        ...beginFields(kind),
        materialId: 'material',
        groupId: 'group',
        severity: 'critical' as const,
        escalateAfterDays: 3,
      };
      const changed = changeRule(draftRule(kind, {}, campaign), readFields(fields)!, campaign);
      expect(changed).toMatchObject({
        groupId: 'group',
        materialId: kind === 'idle_stock' ? null : 'material',
        severity: 'critical',
        escalateAfterDays: 3,
      });
    },
  );

  it('holds a date or a part of the campaign’s time, and sends the one that is chosen', () => {
    const fields = { ...beginFields('below_target'), byDate: '2026-05-01' };
    expect(readFields(fields)).toMatchObject({ percent: 50, byShareOfCampaign: 0.5 });
    const dated = readFields({ ...fields, deadline: 'date' })!;
    expect(dated).toMatchObject({ percent: 50, byDate: '2026-05-01' });
    expect(dated).not.toHaveProperty('byShareOfCampaign');
    const saved = changeRule(draftRule('below_target', {}, campaign), dated, campaign);
    expect(saved).toMatchObject({ byDate: '2026-05-01', byShareOfCampaign: null });
    expect(fillFields(saved)).toMatchObject({ deadline: 'date', byDate: '2026-05-01' });
    expect(previewFields(fillFields(saved))).toMatchObject({ byDate: '2026-05-01', percent: 50 });
  });

  it.each([
    ['never_reached', { days: '' }],
    ['below_target', { percent: '' }],
    ['below_target', { bySharePercent: '' }],
    ['below_target', { deadline: 'date', byDate: '' }],
    ['stock_short', { escalateAfterDays: '' }],
  ] as const)('is not sent while something is missing: %s %j', (kind, change) => {
    expect(readFields({ ...beginFields(kind), ...change })).toBeUndefined();
  });

  it('names where it differs from what another saved', () => {
    const mine = beginFields('stale');
    expect(findDifferences(mine, mine)).toEqual([]);
    expect(findDifferences({ ...mine, days: 45, severity: 'low' }, mine)).toEqual([
      'days',
      'severity',
    ]);
  });
});
