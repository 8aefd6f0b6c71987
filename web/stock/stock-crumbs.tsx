import { useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';

/** Back up to the stock. */
export function StockCrumbs() {
  const { t } = useTranslation('stock');
  return (
    <TextLink to="/stock" size="sm">
      {t('title')}
    </TextLink>
  );
}
