import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { Choice } from './choice.js';

type DeliveryPoint = components['schemas']['DeliveryPointDto'];

interface Props {
  readonly value: string | null;
  readonly onChange: (id: string | null, point: DeliveryPoint | undefined) => void;
  readonly label?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const FOUND = 30;
const PAUSE_MS = 200;

/** A delivery point, found by name, place or code among however many there are. */
export function PointChoice({ value, onChange, ...props }: Props) {
  const { t } = useTranslation('parts');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, PAUSE_MS);
  const nameOf = useMunicipalityNames();
  const { data = [] } = useQuery({
    queryKey: ['delivery-points', 'choice', q],
    queryFn: async () =>
      (
        await read(
          api.GET('/api/v1/delivery-points', {
            params: { query: { active: true, limit: FOUND, ...(q === '' ? {} : { q }) } },
          }),
        )
      ).items,
    placeholderData: keepPreviousData,
  });
  return (
    <Choice
      label={t('point')}
      placeholder={t('typeToSearch')}
      {...props}
      value={value}
      onSearchChange={setTyped}
      onChange={(id) =>
        onChange(
          id,
          data.find((point) => point.id === id),
        )
      }
      options={data.map((point) => ({
        value: point.id,
        label: `${point.name} · ${nameOf(point.municipalityCode)}`,
        // The service has searched already, also by what the label does not show.
        also: q,
      }))}
    />
  );
}
