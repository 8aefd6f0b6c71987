import { useQuery } from '@tanstack/react-query';
import { materialsQuery } from '../api/use-materials.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { warehousesQuery } from '../api/use-warehouses.js';
import { NEW_HEAD } from './draft-head.js';
import { hasPlaces, type Prefill, prefillStops, type PrefillWish } from './prefill.js';
import { suggestWarehouse } from './shortage.js';
import { sumMaterials } from './stops.js';
import { activePointsQuery } from './use-active-points.js';
import type { DraftContent } from './use-draft.js';
import { useNeeds } from './use-needs.js';
import { stockBalancesQuery } from './use-stock-balances.js';
import { useStockMaterials } from './use-stock-materials.js';

export interface NewDraft extends DraftContent, Prefill {}

interface Answer {
  /** Undefined until everything that it rests on is read. */
  readonly draft: NewDraft | undefined;
  readonly error: Error | null;
}

/** What a new batch begins with: places that somebody came from, and the warehouse that lacks least for them. */
export function usePrefill(campaignId: string, wish: PrefillWish): Answer {
  const isWished = hasPlaces(wish);
  const { data: allMaterials } = useQuery(materialsQuery);
  const materials = useStockMaterials();
  const materialIds = materials
    .filter(({ id, kind }) =>
      wish.materialIds.length === 0 ? kind === 'print' : wish.materialIds.includes(id),
    )
    .map(({ id }) => id);
  const points = useQuery({ ...activePointsQuery, enabled: isWished });
  const municipalities = useQuery(municipalitiesQuery);
  const warehouses = useQuery(warehousesQuery);
  const balances = useQuery(stockBalancesQuery(campaignId));
  const needs = useNeeds(campaignId, isWished ? materialIds : []);
  const error =
    points.error ?? municipalities.error ?? warehouses.error ?? balances.error ?? needs.error;
  if (
    allMaterials === undefined ||
    municipalities.data === undefined ||
    warehouses.data === undefined ||
    balances.data === undefined ||
    (isWished && (points.data === undefined || needs.isPending))
  )
    return { draft: undefined, error };
  const names = new Map(municipalities.data.map(({ code, name }) => [code, name]));
  const prefill = prefillStops(
    wish,
    points.data ?? [],
    materialIds,
    needs.needs,
    (code) => names.get(code) ?? code,
  );
  const usable = warehouses.data.filter(({ active }) => active).map(({ id }) => id);
  const warehouseId =
    wish.warehouseId ?? suggestWarehouse(sumMaterials(prefill.stops), balances.data, usable);
  return {
    draft: { ...prefill, head: { ...NEW_HEAD, warehouseId: warehouseId ?? null } },
    error: null,
  };
}
