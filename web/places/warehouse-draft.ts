/** A warehouse while it is filled in, and what of it is sent. */
import type { WarehouseKind } from '../../src/places/point-kind.js';
import type { Warehouse } from '../api/use-warehouses.js';
import { readContact } from './point-draft.js';
import { readPosition, type TypedPosition, writePosition } from './position.js';

export interface WarehouseDraft {
  readonly name: string;
  readonly kind: WarehouseKind;
  readonly municipalityCode: string | null;
  readonly position: TypedPosition;
  readonly person: string;
  readonly phone: string;
  readonly email: string;
  readonly keeperIds: readonly string[];
}

export function startWarehouse(warehouse: Warehouse | undefined): WarehouseDraft {
  return {
    name: warehouse?.name ?? '',
    kind: warehouse?.kind ?? 'own',
    municipalityCode: warehouse?.municipalityCode ?? null,
    position: writePosition(warehouse ?? { latitude: null, longitude: null }),
    person: warehouse?.contact?.person ?? '',
    phone: warehouse?.contact?.phone ?? '',
    email: warehouse?.contact?.email ?? '',
    keeperIds: warehouse?.keeperIds ?? [],
  };
}

export function readWarehouse(draft: WarehouseDraft) {
  const position = readPosition(draft.position) ?? { latitude: null, longitude: null };
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    municipalityCode: draft.municipalityCode ?? '',
    latitude: position.latitude,
    longitude: position.longitude,
    contact: readContact(draft),
    keeperIds: [...draft.keeperIds],
  };
}

export type WarehouseContent = ReturnType<typeof readWarehouse>;

export function isWhole(draft: WarehouseDraft): boolean {
  return (
    draft.name.trim() !== '' &&
    draft.municipalityCode !== null &&
    readPosition(draft.position) !== undefined
  );
}
