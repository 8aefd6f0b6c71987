import { useMemo } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { useAddress } from '../parts/use-address.js';
import { readView, type View } from './view.js';

type Changes = Partial<Record<keyof View, string | undefined>>;

export function useView(campaign: Campaign, today: string): [View, (changes: Changes) => void] {
  const [{ material, asOf, shading, show }, setAddress] = useAddress();
  const { materialIds, startsOn } = campaign;
  const view = useMemo(
    () => readView({ material, asOf, shading, show }, { materialIds, startsOn, today }),
    [material, asOf, shading, show, materialIds, startsOn, today],
  );
  return [view, setAddress];
}
