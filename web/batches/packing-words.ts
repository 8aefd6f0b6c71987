import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { BatchConsignment } from '../api/use-batch.js';

/** What is in a consignment in packs and loose pieces: `Letak za decu: 2 pak. + 40`. */
export function usePackingWords(): (packing: BatchConsignment['packing']) => string {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const materialName = useMaterialNames();
  return ({ lines }) =>
    lines
      .map(({ materialId, fullPacks, loosePieces }) => {
        const values = {
          material: materialName(materialId),
          packs: format.number(fullPacks),
          loose: format.number(loosePieces),
        };
        if (fullPacks === 0) return t('pack.loose', values);
        return loosePieces === 0 ? t('pack.packs', values) : t('pack.packsAndLoose', values);
      })
      .join(' · ');
}
