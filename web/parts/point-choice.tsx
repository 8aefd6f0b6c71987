import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { api, read } from '../api/client.js';
import { type DeliveryPoint, deliveryPointQuery } from '../api/use-delivery-point.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from './choice.js';

interface Props {
  readonly value: string | null;
  readonly onChange: (id: string | null, point: DeliveryPoint | undefined) => void;
  readonly label?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly size?: string;
  readonly description?: string;
  /** Where finding it is the first thing that one does on the page. */
  readonly autoFocus?: boolean;
  readonly openOnFocus?: boolean;
}

const FOUND = 30;
const PAUSE_MS = 200;

/** A delivery point, found by name, place or code among however many there are. */
export function PointChoice({ value, onChange, ...props }: Props) {
  const { t } = useTranslation('parts');
  const [typed, setTyped] = useState('');
  const [paused] = useDebouncedValue(typed, PAUSE_MS);
  const nameOf = useMunicipalityNames();
  const chosen = useChosenPoint(value);
  const labelOf = (point: DeliveryPoint): string =>
    `${point.name} · ${nameOf(point.municipalityCode)}`;
  // What stands in the field after a choice was made is no search.
  const q = chosen !== undefined && paused === labelOf(chosen) ? '' : paused;
  const { data: found = [], isPlaceholderData } = useQuery({
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
  const points =
    chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  // The first of what was found, once it is what was typed that was found: the list is in sight, and one key fewer.
  const chooseFirst = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isMarked = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    const isFound = typed !== '' && q === typed && !isPlaceholderData;
    const first = found[0];
    if (event.key !== 'Enter' || isMarked || !isFound || first === undefined) return;
    event.preventDefault();
    onChange(first.id, first);
  };
  return (
    <Choice
      label={t('point')}
      placeholder={t('typeToSearch')}
      allowDeselect={false}
      onKeyDown={chooseFirst}
      {...props}
      value={value}
      onSearchChange={setTyped}
      onChange={(id) =>
        onChange(
          id,
          points.find((point) => point.id === id),
        )
      }
      options={points.map((point) => ({
        value: point.id,
        label: labelOf(point),
        // The service has searched already, also by what the label does not show.
        also: point === chosen ? '' : q,
      }))}
    />
  );
}

/** The one that is chosen, also where no search has found it: it stood in the address, or was chosen before. */
function useChosenPoint(id: string | null): DeliveryPoint | undefined {
  const { data } = useQuery({ ...deliveryPointQuery(id ?? ''), enabled: id !== null });
  return id === null ? undefined : data;
}
