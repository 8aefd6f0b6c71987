import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fold, matches, searchWords } from '../../src/places/search.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Found by these too: a code, a district. */
  readonly also?: string;
}

const SHOWN_OPTIONS = 200;

/** Blind to diacritics and script: "cacak" and "Чачак" find Čačak. */
function findOptions(options: readonly Option[], typed: string): Option[] {
  const words = searchWords(typed);
  return options
    .filter(({ label, also }) => matches(fold(`${label} ${also ?? ''}`), words))
    .slice(0, SHOWN_OPTIONS);
}

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
