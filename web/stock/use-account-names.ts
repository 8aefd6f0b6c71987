import { useTranslation } from 'react-i18next';
import { parseAccount } from '../../src/stock/account.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { usePointOf } from './use-point-names.js';

/** What an account is called: `warehouse:ID` is the warehouse's name, `delivered:ID` the delivery point's. */
export function useAccountNames(): (account: string, deliveryPointId?: string) => string {
  const { t } = useTranslation('stock');
  const warehouse = useWarehouseNames();
  const municipality = useMunicipalityNames();
  const pointOf = usePointOf();
  return (text, deliveryPointId) => {
    const account = parseAccount(text);
    if (account === undefined) return text;
    switch (account.kind) {
      case 'warehouse':
        return warehouse(account.ownerId);
      case 'delivered': {
        const point = pointOf(account.ownerId);
        return (
          point?.name ??
          t(account.ownerId === 'confidential' ? 'confidential' : 'account.delivered')
        );
      }
      case 'handed_out':
        return t('account.handed_out', { municipality: municipality(account.ownerId) });
      case 'in_transit': {
        const point = pointOf(deliveryPointId);
        return point === undefined
          ? t('account.in_transit')
          : t('account.in_transit_to', { point: point.name });
      }
      default:
        return t(`account.${account.kind}`);
    }
  };
}
