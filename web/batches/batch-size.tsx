import { useFormat, useTranslation } from '../language/i18n.js';

/** How much is in a batch: `13 pošiljki, 2.449 komada`. */
export function BatchSize({
  batch: { consignmentCount, pieces },
}: {
  batch: { readonly consignmentCount: number; readonly pieces: number };
}) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  return t('consignmentsAndPieces', {
    consignments: t('language:count.consignments', {
      count: consignmentCount,
      replace: { count: format.number(consignmentCount) },
    }),
    pieces: t('language:count.pieces', {
      count: pieces,
      replace: { count: format.number(pieces) },
    }),
  });
}
