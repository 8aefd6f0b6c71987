import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useTranslation } from '../language/i18n.js';
import { offerUndo } from '../parts/undo-notice.js';
import { useCommand } from '../parts/use-command.js';
import type { Target } from './use-targets.js';

export type Override = components['schemas']['OverrideDto'];
type Key = Pick<Target, 'municipalityCode' | 'materialId'>;

const PATH = '/api/v1/campaigns/{campaignId}/targets/{municipalityCode}/{materialId}';

function pathOf(campaignId: string, { municipalityCode, materialId }: Key) {
  return { campaignId, municipalityCode, materialId };
}

export function readTarget(campaignId: string, key: Key): Promise<Target> {
  return read(api.GET(PATH, { params: { path: pathOf(campaignId, key) } }));
}

/** @param version of the override that stands; 0 where none does */
export function putOverride(
  campaignId: string,
  key: Key,
  version: number,
  body: Override,
): Promise<Target> {
  const header = version === 0 ? {} : { 'If-Match': `"${version}"` };
  return read(api.PUT(PATH, { params: { path: pathOf(campaignId, key), header }, body }));
}

/** The rules count again; undone by setting the same by hand anew. */
export function useDropOverride(campaignId: string, onDone: () => void) {
  const { t } = useTranslation('campaigns');
  const again = useCommand({
    run: (target: Target) =>
      putOverride(campaignId, target, 0, {
        quantity: target.quantity,
        reason: target.reason ?? '',
      }),
  });
  return useCommand({
    run: (target: Target) =>
      read(
        api.DELETE(PATH, {
          params: {
            path: pathOf(campaignId, target),
            header: { 'If-Match': `"${target.version}"` },
          },
        }),
      ),
    onDone: (_, target) => {
      onDone();
      offerUndo(t('override.dropped'), () => again.mutate(target));
    },
  });
}
