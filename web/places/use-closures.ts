import { queryOptions } from '@tanstack/react-query';
import type { PointKind } from '../../src/places/point-kind.js';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useTranslation } from '../language/i18n.js';
import { takeChanges } from '../parts/changes.js';
import { useKeeping } from '../parts/use-keeping.js';
import { useRemoving } from '../parts/use-removing.js';

export type Closure = components['schemas']['ClosureDto'];

export interface ClosureContent {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reason: string;
  readonly pointKind: PointKind | null;
  readonly tag: string | null;
  readonly municipalityCodes: string[] | null;
  readonly groupId: string | null;
}

export const closuresQuery = queryOptions({
  queryKey: ['closures'],
  queryFn: () =>
    readAllPages<Closure>((page) => read(api.GET('/api/v1/closures', { params: { query: page } }))),
});

export function startClosure(closure: Closure | undefined): ClosureContent {
  return {
    startsOn: closure?.startsOn ?? '',
    endsOn: closure?.endsOn ?? '',
    reason: closure?.reason ?? '',
    pointKind: closure?.pointKind ?? null,
    tag: closure?.tag ?? null,
    municipalityCodes: closure?.municipalityCodes ?? null,
    groupId: closure?.groupId ?? null,
  };
}

export function useKeepClosure(closure: Closure | undefined, onSaved: () => void) {
  const { t } = useTranslation('places');
  return useKeeping<Closure, ClosureContent>({
    row: closure,
    make: (content, id) => read(api.POST('/api/v1/closures', { body: { id, ...content } })),
    change: (row, content) =>
      read(
        api.PATCH('/api/v1/closures/{id}', {
          params: { path: { id: row.id }, header: { 'If-Match': `"${row.version}"` } },
          body: takeChanges(startClosure(row), content),
        }),
      ),
    readAnew: (id) => read(api.GET('/api/v1/closures/{id}', { params: { path: { id } } })),
    done: ({ reason }) => t('points.saved', { name: reason }),
    onSaved,
  });
}

export function useRemoveClosure() {
  return useRemoving<Closure>({
    nameOf: ({ reason }) => reason,
    remove: ({ id, version }) =>
      read(
        api.DELETE('/api/v1/closures/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    restore: (closure, id) =>
      read(api.POST('/api/v1/closures', { body: { id, ...startClosure(closure) } })),
  });
}
