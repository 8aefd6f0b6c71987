import { api, read } from '../api/client.js';
import type { PlaceGroup } from '../api/use-place-groups.js';
import { useTranslation } from '../language/i18n.js';
import { takeChanges } from '../parts/changes.js';
import { useKeeping } from '../parts/use-keeping.js';
import { useRemoving } from '../parts/use-removing.js';

export interface GroupContent {
  readonly name: string;
  readonly source: string;
  readonly validOn: string;
  readonly municipalityCodes: string[];
}

export function startGroup(group: PlaceGroup | undefined): GroupContent {
  return {
    name: group?.name ?? '',
    source: group?.source ?? '',
    validOn: group?.validOn ?? '',
    municipalityCodes: group?.municipalityCodes ?? [],
  };
}

export function useKeepGroup(group: PlaceGroup | undefined, onSaved: () => void) {
  const { t } = useTranslation('places');
  return useKeeping<PlaceGroup, GroupContent>({
    row: group,
    make: (content, id) => read(api.POST('/api/v1/place-groups', { body: { id, ...content } })),
    change: (row, content) => patch(row, takeChanges(startGroup(row), content)),
    readAnew: (id) => read(api.GET('/api/v1/place-groups/{id}', { params: { path: { id } } })),
    done: ({ name }) => t('points.saved', { name }),
    onSaved,
  });
}

export function useRemoveGroup() {
  return useRemoving<PlaceGroup>({
    nameOf: ({ name }) => name,
    remove: ({ id, version }) =>
      read(
        api.DELETE('/api/v1/place-groups/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    restore: (group, id) =>
      read(
        api.POST('/api/v1/place-groups', {
          body: { id, ...startGroup(group), active: group.active },
        }),
      ),
    setActive: (group, active) => patch(group, { active }),
  });
}

function patch(
  { id, version }: PlaceGroup,
  body: Partial<GroupContent> & { active?: boolean },
): Promise<PlaceGroup> {
  return read(
    api.PATCH('/api/v1/place-groups/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
}
