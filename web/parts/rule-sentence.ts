import type { components } from '../api/schema.js';
import { useFormat, useTranslation } from '../language/i18n.js';

type FlagRule = components['schemas']['FlagRuleDto'];

/** What a rule looks for. */
export type RuleFigures = Pick<
  FlagRule,
  'kind' | 'days' | 'percent' | 'byDate' | 'byShareOfCampaign'
>;

/** A flag rule in a sentence: what it looks for, with its figures. */
export function useRuleSentence(): (rule: RuleFigures) => string {
  const { t } = useTranslation('parts');
  const format = useFormat();
  return ({ kind, days, percent, byDate, byShareOfCampaign }) => {
    if (kind === 'stock_short') return t('flagRule.stock_short');
    if (kind === 'below_target') {
      const wanted = { percent: format.percent((percent ?? 0) / 100) };
      return byDate === null
        ? t('flagRule.below_target_share', {
            ...wanted,
            share: format.percent(byShareOfCampaign ?? 0),
          })
        : t('flagRule.below_target_date', { ...wanted, date: format.date(byDate) });
    }
    const count = days ?? 0;
    return t(`flagRule.${kind}`, { count, replace: { count: format.number(count) } });
  };
}
