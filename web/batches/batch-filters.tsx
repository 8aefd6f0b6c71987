import { SimpleGrid } from '@mantine/core';
import { BATCH_STATES } from '../../src/distribution/batch-life.js';
import { TRANSPORT_MODES } from '../../src/distribution/transport-mode.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { WarehouseChoice } from '../parts/goods-choice.js';
import { MunicipalityChoice } from '../parts/place-choice.js';
import { useAddress } from '../parts/use-address.js';
import { countStates } from './batch-list.js';
import type { Batch } from './use-batches.js';

interface Props {
  readonly batches: readonly Batch[];
  /** The board shows every state beside the others. */
  readonly withState: boolean;
}

/** What narrows the list; it stands in the address. */
export function BatchFilters({ batches, withState }: Props) {
  const { t } = useTranslation(['batches', 'language', 'parts']);
  const [address, setAddress] = useAddress();
  const counts = countStates(batches);
  const filter = (name: string) => ({
    value: address[name] ?? null,
    onChange: (value: string | null) => setAddress({ [name]: value ?? undefined }),
    clearable: true,
    placeholder: t('parts:all'),
  });
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" style={{ flex: '1 1 20rem' }} maw={900}>
      {withState && (
        <Choice
          label={t('parts:state')}
          {...filter('state')}
          options={BATCH_STATES.map((state) => ({
            value: state,
            label: t('stateCount', {
              state: t(`language:batchState.${state}`),
              number: counts[state],
            }),
          }))}
        />
      )}
      <WarehouseChoice {...filter('warehouse')} />
      <MunicipalityChoice {...filter('municipality')} />
      <Choice
        label={t('mode')}
        {...filter('mode')}
        options={TRANSPORT_MODES.map((mode) => ({
          value: mode,
          label: t(`language:mode.${mode}`),
        }))}
      />
    </SimpleGrid>
  );
}
