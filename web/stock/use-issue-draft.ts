import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Campaign } from '../api/campaigns-query.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { useAddress } from '../parts/use-address.js';
import { groupByWarehouse, type Holding } from './balances.js';
import {
  findShortages,
  type IssueLine,
  type Quantities,
  readLines,
  type Shortage,
} from './issue-draft.js';
import { stockQuery } from './use-stock.js';

const REMEMBERED_WAREHOUSE = 'domet-issue-warehouse';
const REMEMBERED_OCCASION = 'domet-issue-occasion';

export interface IssueDraft {
  readonly warehouseId: string | null;
  readonly pointId: string | null;
  readonly municipalityCode: string | null;
  readonly occasion: string;
  readonly quantities: Quantities;
  readonly receivedBy: string;
  readonly note: string;
  /** Empty: now. */
  readonly day: string;
  readonly isEstimated: boolean;
}

type Typed = Omit<IssueDraft, 'warehouseId' | 'pointId' | 'municipalityCode'>;

/** What is being handed over, and what of it can be. Where to and from where stand in the address. */
export function useIssueDraft(campaign: Campaign, isHandOut: boolean) {
  const [address, setAddress] = useAddress();
  const { data: warehouses = [] } = useQuery(warehousesQuery);
  const usable = warehouses.filter(({ active }) => active);
  const known = [address['warehouse'], localStorage.getItem(REMEMBERED_WAREHOUSE), usable[0]?.id];
  const warehouseId = known.find((id) => usable.some((each) => each.id === id)) ?? null;
  const [typed, setTyped] = useState<Typed>({
    occasion: localStorage.getItem(REMEMBERED_OCCASION) ?? '',
    quantities: {},
    receivedBy: '',
    note: '',
    day: '',
    isEstimated: isHandOut,
  });
  const draft: IssueDraft = {
    ...typed,
    warehouseId,
    pointId: isHandOut ? null : (address['point'] ?? null),
    municipalityCode: isHandOut ? (address['municipality'] ?? null) : null,
  };
  const stock = useQuery({
    ...stockQuery({ campaign: campaign.id, warehouse: warehouseId ?? '' }),
    enabled: warehouseId !== null,
  });
  const holdings: readonly Holding[] = groupByWarehouse(
    (stock.data ?? []).filter((row) => row.warehouseId === warehouseId),
  );
  const lines: readonly IssueLine[] = readLines(draft.quantities);
  const shortages: readonly Shortage[] = findShortages(lines, holdings);
  const change = (changes: Partial<Typed>): void =>
    setTyped((former) => ({ ...former, ...changes }));
  return {
    draft,
    stock,
    holdings,
    lines,
    shortages,
    change,
    chooseWarehouse: (id: string | null): void => {
      if (id !== null) localStorage.setItem(REMEMBERED_WAREHOUSE, id);
      setAddress({ warehouse: id ?? undefined });
    },
    choosePoint: (id: string | null): void => setAddress({ point: id ?? undefined }),
    chooseMunicipality: (code: string | null): void =>
      setAddress({ municipality: code ?? undefined }),
    /** For the next person: a stand stays where it is, at the door somebody else comes. */
    begin: (): void => {
      localStorage.setItem(REMEMBERED_OCCASION, draft.occasion);
      change({ quantities: {}, receivedBy: '', note: '' });
      if (!isHandOut) setAddress({ point: undefined });
    },
  };
}
