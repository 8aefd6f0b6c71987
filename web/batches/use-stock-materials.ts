import { useQuery } from '@tanstack/react-query';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { type Material, materialsQuery } from '../api/use-materials.js';

/** What a batch of the campaign can carry: its materials in use, but what is broadcast, which is never stock. */
export function useStockMaterials(): readonly Material[] {
  const campaign = useMaybeCampaign();
  const { data } = useQuery(materialsQuery);
  return (data ?? []).filter(
    ({ id, kind, active }) =>
      kind !== 'broadcast' && active && campaign?.materialIds.includes(id) === true,
  );
}
