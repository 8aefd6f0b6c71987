import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import { type Colleague, colleaguesQuery } from '../api/use-colleagues.js';
import { useMayWrite } from '../api/use-session.js';
import type { Warehouse } from '../api/use-warehouses.js';
import { useTranslation } from '../language/i18n.js';
import { takeChanges } from '../parts/changes.js';
import { useKeeping } from '../parts/use-keeping.js';
import { useRemoving } from '../parts/use-removing.js';
import { readWarehouse, startWarehouse, type WarehouseContent } from './warehouse-draft.js';

export function useKeepWarehouse(warehouse: Warehouse | undefined, onSaved: () => void) {
  const { t } = useTranslation('places');
  return useKeeping<Warehouse, WarehouseContent>({
    row: warehouse,
    make: (content, id) => read(api.POST('/api/v1/warehouses', { body: { id, ...content } })),
    change: (row, content) => patch(row, takeChanges(readWarehouse(startWarehouse(row)), content)),
    readAnew: (id) => read(api.GET('/api/v1/warehouses/{id}', { params: { path: { id } } })),
    done: ({ name, warnings }) =>
      warnings.length === 0
        ? t('points.saved', { name })
        : t('points.savedWith', { warning: warnings[0]!.message }),
    onSaved,
  });
}

export function useRemoveWarehouse() {
  return useRemoving<Warehouse>({
    nameOf: ({ name }) => name,
    remove: ({ id, version }) =>
      read(
        api.DELETE('/api/v1/warehouses/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    restore: (warehouse, id) =>
      read(
        api.POST('/api/v1/warehouses', {
          body: { id, ...readWarehouse(startWarehouse(warehouse)), active: warehouse.active },
        }),
      ),
    setActive: (warehouse, active) => patch(warehouse, { active }),
  });
}

function patch(
  { id, version }: Warehouse,
  body: Partial<WarehouseContent> & { active?: boolean },
): Promise<Warehouse> {
  return read(
    api.PATCH('/api/v1/warehouses/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
}

/** Who can keep a warehouse, by name; managers read no names. */
export function useKeepers(): readonly Colleague[] {
  const mayWrite = useMayWrite();
  const { data: volunteers = [] } = useQuery({
    queryKey: ['people', 'volunteers'],
    queryFn: () =>
      readAllPages<Colleague>((page) =>
        read(
          api.GET('/api/v1/users', {
            params: { query: { role: 'volunteer', active: true, ...page } },
          }),
        ),
      ),
    enabled: mayWrite,
    staleTime: 60_000,
  });
  const { data: colleagues = [] } = useQuery({ ...colleaguesQuery, enabled: mayWrite });
  return [...volunteers, ...colleagues];
}
