import { useMunicipalityNames } from '../api/use-register.js';
import { useTranslation } from '../language/i18n.js';
import type { Issue } from './use-issues.js';
import { usePointOf } from './use-point-names.js';

/** To whom an issue went: the delivery point's name, or the municipality and the occasion. */
export function useIssueTargetName(): (issue: Issue) => string {
  const { t } = useTranslation('stock');
  const municipalityName = useMunicipalityNames();
  const pointOf = usePointOf();
  return ({ to }) => {
    if (to.municipalityCode !== undefined)
      return t('history.handedOutIn', {
        municipality: municipalityName(to.municipalityCode),
        occasion: to.occasion ?? '',
      });
    const point = pointOf(to.deliveryPointId);
    return point === undefined
      ? t('account.delivered')
      : t('pointIn', { point: point.name, municipality: municipalityName(point.municipalityCode) });
  };
}
