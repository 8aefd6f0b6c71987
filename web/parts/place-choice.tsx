import { useQuery } from '@tanstack/react-query';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { districtsQuery, municipalitiesQuery, regionsQuery } from '../api/use-register.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from './choice.js';

interface Props {
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  readonly label?: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly size?: string;
}

/** One of the 161. */
export function MunicipalityChoice(props: Props) {
  const { t } = useTranslation('parts');
  const { data = [] } = useQuery(municipalitiesQuery);
  const options = data.map(({ code, name }) => ({ value: code, label: name, also: code }));
  return <Choice label={t('municipality')} {...props} options={options} />;
}

export function DistrictChoice(props: Props) {
  const { t } = useTranslation('parts');
  const { data = [] } = useQuery(districtsQuery);
  const options = data.map(({ code, name }) => ({ value: code, label: name, also: code }));
  return <Choice label={t('district')} {...props} options={options} />;
}

export function RegionChoice(props: Props) {
  const { t } = useTranslation('parts');
  const { data = [] } = useQuery(regionsQuery);
  const options = data.map(({ code, name }) => ({ value: code, label: name, also: code }));
  return <Choice label={t('region')} {...props} options={options} />;
}

export function PlaceGroupChoice(props: Props) {
  const { t } = useTranslation('parts');
  const { data = [] } = useQuery(placeGroupsQuery);
  const options = data
    .filter(({ active, id }) => active || id === props.value)
    .map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={t('group')} {...props} options={options} />;
}
