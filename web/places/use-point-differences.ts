import { useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Difference } from '../parts/changed-by-another.js';
import { listChanged } from '../parts/changes.js';
import type { PointContent } from './point-draft.js';
import { useTagNames } from './use-tag-names.js';

const LABELS = {
  name: 'name',
  kind: 'kind',
  tags: 'form.tags',
  code: 'form.code',
  municipalityCode: 'municipality',
  settlement: 'form.settlement',
  address: 'form.address',
  postcode: 'form.postcode',
  latitude: 'form.latitude',
  longitude: 'form.longitude',
  contact: 'form.contact',
  audience: 'form.audience',
  hours: 'form.hours',
  note: 'form.note',
  confidential: 'form.confidential',
} as const satisfies Readonly<Record<keyof PointContent, string>>;

/** Where a point that somebody else saved differs from mine, in words. */
export function usePointDifferences(): (theirs: PointContent, mine: PointContent) => Difference[] {
  const { t } = useTranslation(['places', 'language', 'parts']);
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const tagName = useTagNames();
  const write = (content: PointContent, field: keyof PointContent): string => {
    const value = content[field];
    if (value === null || value === '') return t('parts:none');
    if (field === 'kind') return t(`language:pointKind.${content.kind}`);
    if (field === 'tags') return format.list(content.tags.map(tagName)) || t('parts:none');
    if (field === 'municipalityCode') return municipalityName(content.municipalityCode);
    if (field === 'contact') return Object.values(content.contact ?? {}).join(', ');
    if (field === 'confidential') return t(content.confidential ? 'parts:yes' : 'parts:no');
    if (typeof value === 'number') return format.decimal(value, 6);
    return typeof value === 'string' ? value : t('parts:none');
  };
  return (theirs, mine) =>
    listChanged(theirs, mine).map((field) => ({
      field: t(LABELS[field]),
      theirs: write(theirs, field),
      mine: write(mine, field),
    }));
}
