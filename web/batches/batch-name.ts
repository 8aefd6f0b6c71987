import { useQuery } from '@tanstack/react-query';
import { compareSerbian } from '../../src/places/serbian-order.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';

const NAMED_PLACES = 3;

/** What a batch is called: where it goes. Its warehouse and day stand beside it. */
export function useBatchName(): (batch: {
  readonly municipalityCodes: readonly string[];
}) => string {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const { data } = useQuery({
    ...municipalitiesQuery,
    select: (items) => new Map(items.map(({ code, name }) => [code, name])),
  });
  return ({ municipalityCodes }) => {
    if (municipalityCodes.length === 0) return t('emptyDraft');
    const names = municipalityCodes.map((code) => data?.get(code) ?? code).sort(compareSerbian);
    if (names.length <= NAMED_PLACES) return format.list(names);
    const shown = names.slice(0, NAMED_PLACES - 1);
    const count = names.length - shown.length;
    return t('placesAndMore', { places: shown.join(', '), count });
  };
}
