import { notifications } from '@mantine/notifications';
import { api, read } from '../api/client.js';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { useTranslation } from '../language/i18n.js';
import { takeChanges } from '../parts/changes.js';
import { useKeeping } from '../parts/use-keeping.js';
import { useRemoving } from '../parts/use-removing.js';
import { type PointContent, readPoint, startPoint } from './point-draft.js';

/** Makes or changes a delivery point; says what is to be looked at, such as a position just across the boundary. */
export function useKeepPoint(
  point: DeliveryPoint | undefined,
  onSaved: (point: DeliveryPoint) => void,
) {
  const { t } = useTranslation('places');
  return useKeeping<DeliveryPoint, PointContent>({
    row: point,
    make: (content, id) => read(api.POST('/api/v1/delivery-points', { body: { id, ...content } })),
    change: (row, content) => patch(row, takeChanges(readPoint(startPoint(row)), content)),
    readAnew: (id) => read(api.GET('/api/v1/delivery-points/{id}', { params: { path: { id } } })),
    done: ({ name }) => t('points.saved', { name }),
    onSaved: (saved) => {
      for (const { message } of saved.warnings)
        notifications.show({
          message: t('points.savedWith', { warning: message }),
          color: 'yellow',
          autoClose: false,
        });
      onSaved(saved);
    },
  });
}

/** Deletes a point that nothing refers to, else offers to retire it; both can be undone. */
export function useRemovePoint(onRemoved?: () => void) {
  return useRemoving<DeliveryPoint>({
    nameOf: ({ name }) => name,
    remove: ({ id, version }) =>
      read(
        api.DELETE('/api/v1/delivery-points/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    restore: (point, id) =>
      read(
        api.POST('/api/v1/delivery-points', {
          body: { id, ...readPoint(startPoint(point)), active: point.active },
        }),
      ),
    setActive: (point, active) => patch(point, { active }),
    ...(onRemoved === undefined ? {} : { onRemoved }),
  });
}

function patch(
  { id, version }: DeliveryPoint,
  body: Partial<PointContent> & { active?: boolean },
): Promise<DeliveryPoint> {
  return read(
    api.PATCH('/api/v1/delivery-points/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
}
