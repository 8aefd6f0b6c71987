import { parseAccount } from '../../src/stock/account.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useTranslation } from '../language/i18n.js';
import { usePointOf } from './use-point-names.js';

/** What an account is called: `warehouse:ID` is the warehouse's name, `delivered:ID` the delivery point's. */
export function useAccountNames(): (account: string, deliveryPointId?: string) => string {
  const { t } = useTranslation('stock');
  const warehouse = useWarehouseNames();
  const municipality = useMunicipalityNames();
  const pointOf = usePointOf();
  // A name alone is ambiguous: there are many schools called just that.
  const namePoint = (id: string | undefined): string | undefined => {
    const point = pointOf(id);
    return (
      point &&
      t('pointIn', { point: point.name, municipality: municipality(point.municipalityCode) })
    );
  };
  return (text, deliveryPointId) => {
    const account = parseAccount(text);
    if (account === undefined) return text;
    switch (account.kind) {
      case 'warehouse':
        return warehouse(account.ownerId);
      case 'delivered':
        return (
          namePoint(account.ownerId) ??
          t(account.ownerId === 'confidential' ? 'confidential' : 'account.delivered')
        );
      case 'handed_out':
        return t('account.handed_out', { municipality: municipality(account.ownerId) });
      case 'in_transit': {
        const point = namePoint(deliveryPointId);
        return point === undefined
          ? t('account.in_transit')
          : t('account.in_transit_to', { point });
      }
      default:
        return t(`account.${account.kind}`);
    }
  };
}
