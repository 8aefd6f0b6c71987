import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import { findOptions, type Option } from './options.js';

type ManyProps = Omit<MultiSelectProps, 'data' | 'filter'> & {
  readonly options: readonly Option[];
};

/** Several of many. */
export function ManyChoice({ options, ...props }: ManyProps) {
  const { t } = useTranslation('parts');
  return (
    <MultiSelect
      searchable
      clearable
      hidePickedOptions
      nothingFoundMessage={t('nothingFound')}
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={[...options]}
      filter={({ search }) => findOptions(options, search)}
      {...props}
    />
  );
}
