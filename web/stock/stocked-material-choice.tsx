import { useQuery } from '@tanstack/react-query';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { materialsQuery } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';

interface Props {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** A material of the campaign that is printed and kept: spots and jingles are no stock. */
export function StockedMaterialChoice(props: Props) {
  const { t } = useTranslation('stock');
  const campaign = useMaybeCampaign();
  const { data = [] } = useQuery(materialsQuery);
  const options = data
    .filter(({ id, kind }) => kind !== 'broadcast' && campaign?.materialIds.includes(id) === true)
    .map(({ id, name, code }) => ({ value: id, label: name, also: code }));
  return <Choice label={t('column.material')} {...props} options={options} />;
}
