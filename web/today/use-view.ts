import type { Campaign } from '../api/use-campaigns.js';
import { useAddress } from '../parts/use-address.js';
import { readView, type View } from './view.js';

type Changes = Partial<Record<keyof View, string | undefined>>;

export function useView(campaign: Campaign, today: string): [View, (changes: Changes) => void] {
  const [address, setAddress] = useAddress();
  return [readView(address, { ...campaign, today }), setAddress];
}
