import { useQuery } from '@tanstack/react-query';
import { useMaterialNames } from '../api/use-materials.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Difference } from '../parts/changed-by-another.js';
import { type ComparedField, findDifferences, type RuleFields } from './rule-fields.js';

const LABELS = {
  days: 'rules.days',
  percent: 'rules.percent',
  byDate: 'rules.byDate',
  bySharePercent: 'rules.byShare',
  materialId: 'rules.onlyMaterialField',
  groupId: 'rules.onlyGroupField',
  severity: 'rules.severity',
  escalateAfterDays: 'rules.escalate',
} as const satisfies Readonly<Record<ComparedField, string>>;

/** Where a rule that somebody else saved differs from the form, in words. */
export function useRuleDifferences(): (theirs: RuleFields, mine: RuleFields) => Difference[] {
  const { t } = useTranslation(['checks', 'language', 'parts']);
  const format = useFormat();
  const materialName = useMaterialNames();
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const write = (field: ComparedField, fields: RuleFields): string => {
    const value = fields[field];
    if (value === null || value === '') return t('parts:none');
    if (field === 'severity') return t(`language:severity.${fields.severity}`);
    if (field === 'materialId') return materialName(String(value));
    if (field === 'groupId') return groups.find(({ id }) => id === value)?.name ?? '…';
    return field === 'byDate' ? format.date(String(value)) : format.number(Number(value));
  };
  return (theirs, mine) =>
    findDifferences(theirs, mine).map((field) => ({
      field: t(LABELS[field]),
      theirs: write(field, theirs),
      mine: write(field, mine),
    }));
}
