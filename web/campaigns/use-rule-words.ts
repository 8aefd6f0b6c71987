import { useQuery } from '@tanstack/react-query';
import type { MaterialKind } from '../../src/materials/material.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { districtsQuery, regionsQuery, useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { placeOf, type RuleDraft } from './rule-draft.js';

interface RuleWords {
  /** `30 kom. na 100 korisnika: škola`. */
  readonly figure: (rule: RuleDraft, materialKind: MaterialKind | undefined) => string;
  /** `cela Srbija`. */
  readonly scope: (rule: RuleDraft) => string;
}

/** Target rules in words. */
export function useRuleWords(): RuleWords {
  const { t } = useTranslation(['campaigns', 'language']);
  const format = useFormat();
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const { data: districts = [] } = useQuery(districtsQuery);
  const { data: regions = [] } = useQuery(regionsQuery);
  const nameOf = useMunicipalityNames();
  const points = ({ pointKind, tag }: RuleDraft): string => {
    if (pointKind === null) return tag === null ? t('rule.anyPoint') : t('rule.tagged', { tag });
    const kind = t(`language:pointKind.${pointKind}`);
    return tag === null ? kind : t('rule.kindTagged', { kind, tag });
  };
  return {
    figure: (rule, materialKind) => {
      const value = format.decimal(rule.value, 3);
      switch (rule.kind) {
        case 'per_1000_inhabitants':
          return t('rule.per_1000_inhabitants', { value });
        case 'per_delivery_point':
        case 'per_100_audience':
          return t(`rule.${rule.kind}`, { value, points: points(rule) });
        case 'minimum':
        case 'fixed':
          return t(materialKind === 'broadcast' ? `rule.${rule.kind}Aired` : `rule.${rule.kind}`, {
            value,
          });
        default:
          return rule.kind satisfies never;
      }
    },
    scope: (rule) => {
      const { level, key } = placeOf(rule);
      switch (level) {
        case 'country':
          return t('rule.country');
        case 'region':
          return t('rule.region', { name: regions.find(({ code }) => code === key)?.name ?? '…' });
        case 'district':
          return t('rule.district', {
            name: districts.find(({ code }) => code === key)?.name ?? '…',
          });
        case 'group':
          return t('rule.group', { name: groups.find(({ id }) => id === key)?.name ?? '…' });
        case 'municipality':
          return t('rule.municipality', { name: nameOf(key ?? '') });
        default:
          return level satisfies never;
      }
    },
  };
}
