import { completeLines } from '../../src/delivery/told.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { FIGURES, sumFigures } from './told-draft.js';
import type { Confirmation } from './use-words-of-batch.js';

/** What a confirmation says, over all materials: `isporučeno 95, oštećeno 2`. */
export function ToldInWords({ confirmation }: { confirmation: Confirmation }) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const format = useFormat();
  if (confirmation.kind === 'failed_attempt') return t('language:confirmationKind.failed_attempt');
  const told = sumFigures(completeLines(confirmation.counted ?? confirmation.lines));
  const said = FIGURES.filter((figure) => told[figure] > 0).map((figure) =>
    t('list.figure', { figure: t(`figure.${figure}`), pieces: format.number(told[figure]) }),
  );
  return said.length === 0 ? t('list.nothingTold') : said.join(', ');
}
