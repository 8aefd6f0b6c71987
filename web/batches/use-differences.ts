import { useMunicipalityNames } from '../api/use-register.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Difference } from '../parts/changed-by-another.js';
import { compareHeads, type DraftHead, readHead } from './draft-head.js';
import { compareStops } from './stops.js';
import { useLineWords } from './stops-table.js';
import type { BatchDetail } from '../api/use-batch.js';
import type { DraftContent } from './use-draft.js';
import { readStops } from './written-stops.js';

/** Beyond this nobody compares by eye. */
const SHOWN_STOPS = 30;

/** In words, where what another saved differs from what is written here. */
export function useDifferences(
  theirs: BatchDetail | undefined,
  mine: DraftContent,
): readonly Difference[] {
  const { t } = useTranslation(['batches', 'language', 'parts']);
  const format = useFormat();
  const warehouseName = useWarehouseNames();
  const municipalityName = useMunicipalityNames();
  const describeLines = useLineWords();
  if (theirs === undefined) return [];
  if (theirs.state !== 'draft')
    return [
      {
        field: t('parts:state'),
        theirs: t(`language:batchState.${theirs.state}`),
        mine: t('language:batchState.draft'),
      },
    ];
  const showHead = (head: DraftHead, field: keyof DraftHead): string => {
    if (field === 'warehouseId') return warehouseName(head.warehouseId ?? '');
    if (field === 'mode') return t(`language:mode.${head.mode}`);
    const text = head[field];
    if (text === '') return t('parts:none');
    return field === 'expectedOn' ? format.date(text) : text;
  };
  const there = readHead(theirs);
  const heads = compareHeads(there, mine.head).map((field) => ({
    field: field === 'warehouseId' ? t('parts:warehouse') : t(field),
    theirs: showHead(there, field),
    mine: showHead(mine.head, field),
  }));
  const stops = compareStops(readStops(theirs), mine.stops)
    .slice(0, SHOWN_STOPS)
    .map(({ point, theirs: other, mine: own }) => ({
      field: `${point.name} · ${municipalityName(point.municipalityCode)}`,
      theirs: other === null ? t('notInBatch') : describeLines(other),
      mine: own === null ? t('notInBatch') : describeLines(own),
    }));
  return [...heads, ...stops];
}
