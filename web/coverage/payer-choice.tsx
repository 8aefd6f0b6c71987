import { useQuery } from '@tanstack/react-query';
import { useCampaign } from '../api/use-campaigns.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { lotsQuery } from './use-lots.js';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One of those who pay for the campaign. */
export function FunderChoice({ value, onChange }: Props) {
  const { t } = useTranslation('parts');
  const { funders } = useCampaign();
  return (
    <Choice
      label={t('funder')}
      placeholder={t('all')}
      clearable
      value={value ?? null}
      onChange={(name) => onChange(name ?? undefined)}
      options={funders.map(({ name }) => ({ value: name, label: name }))}
    />
  );
}

/** One printing of one material. */
export function LotChoice({ value, onChange }: Props) {
  const { t } = useTranslation('parts');
  const campaign = useCampaign();
  const nameOf = useMaterialNames();
  const { data = [] } = useQuery(lotsQuery(campaign.id));
  return (
    <Choice
      label={t('printRun')}
      placeholder={t('all')}
      clearable
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      options={data.map(({ id, lotNumber, materialId }) => ({
        value: id,
        label: `${lotNumber} · ${nameOf(materialId)}`,
      }))}
    />
  );
}
