import { useQuery } from '@tanstack/react-query';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { materialsQuery } from '../api/use-materials.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from './choice.js';

interface Props {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly label?: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly size?: string;
}

/** A material of the campaign at hand. */
export function MaterialChoice(props: Props) {
  const { t } = useTranslation('parts');
  const campaign = useMaybeCampaign();
  const { data = [] } = useQuery(materialsQuery);
  const options = data
    .filter(({ id }) => campaign === undefined || campaign.materialIds.includes(id))
    .map(({ id, name, code }) => ({ value: id, label: name, also: code }));
  return <Choice label={t('material')} {...props} options={options} />;
}

/** A warehouse in use. */
export function WarehouseChoice(props: Props) {
  const { t } = useTranslation('parts');
  const { data = [] } = useQuery(warehousesQuery);
  const options = data
    .filter(({ active, id }) => active || id === props.value)
    .map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={t('warehouse')} {...props} options={options} />;
}
