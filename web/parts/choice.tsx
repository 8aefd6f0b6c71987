import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import { findOptions, type Option } from './options.js';

type ChoiceProps = Omit<SelectProps, 'data' | 'filter'> & { readonly options: readonly Option[] };

/** One of many, found by typing. */
export function Choice({ options, ...props }: ChoiceProps) {
  const { t } = useTranslation('parts');
  return (
    <Select
      searchable
      nothingFoundMessage={t('nothingFound')}
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={[...options]}
      filter={({ search }) =>
        findOptions(options, isChosen(options, search, props.value) ? '' : search)
      }
      {...props}
    />
  );
}

/** What stands in the field after a choice was made is no search. */
function isChosen(
  options: readonly Option[],
  typed: string,
  value: string | null | undefined,
): boolean {
  return options.some((option) => option.value === value && option.label === typed);
}
