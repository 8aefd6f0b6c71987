import { Button, Collapse, Group, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FLAG_KINDS, SEVERITIES } from '../../src/flags/rules.js';
import { useCampaign } from '../api/use-campaigns.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { MaterialChoice } from '../parts/goods-choice.js';
import { MunicipalityChoice, PlaceGroupChoice, RegionChoice } from '../parts/place-choice.js';
import { useAddress } from '../parts/use-address.js';
import {
  countNarrowing,
  type FlagFilter,
  NARROWING,
  readFilter,
  readStateShown,
  STATES_SHOWN,
} from './flag-filter.js';
import { flagCountQuery } from './use-flags.js';
import classes from './flags.module.css';

const NONE = Object.fromEntries(NARROWING.map((name) => [name, undefined]));

/** Which flags are shown; all of it stands in the address. */
export function FilterBar() {
  const { t } = useTranslation('flags');
  const [address, setAddress] = useAddress();
  const [isOpen, { toggle }] = useDisclosure(false);
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const narrowing = countNarrowing(readFilter(address));
  return (
    <Stack gap="sm" mb="md">
      <Group gap="sm" justify="space-between">
        <StateTabs />
        <Group gap="xs">
          {!isWide && (
            <Button
              variant="default"
              leftSection={<IconFilter size={16} aria-hidden />}
              onClick={toggle}
              aria-expanded={isOpen}
            >
              {narrowing === 0 ? t('filters') : t('filtersOn', { number: narrowing })}
            </Button>
          )}
          {narrowing > 0 && (
            <Button
              variant="subtle"
              leftSection={<IconFilterOff size={16} aria-hidden />}
              onClick={() => setAddress(NONE)}
            >
              {t('clearFilters')}
            </Button>
          )}
        </Group>
      </Group>
      <Collapse expanded={isWide || isOpen}>
        <Narrowing />
      </Collapse>
    </Stack>
  );
}

/** States, each with how many flags are in it under the same filters. */
function StateTabs() {
  const { t } = useTranslation('flags');
  const [address, setAddress] = useAddress();
  const shown = readStateShown(address);
  return (
    <SegmentedControl
      className={classes.tabs}
      aria-label={t('shown.label')}
      value={shown}
      onChange={(state) => setAddress({ state: state === 'open' ? undefined : state })}
      data={STATES_SHOWN.map((state) => ({ value: state, label: <StateTab state={state} /> }))}
    />
  );
}

function StateTab({ state }: { state: (typeof STATES_SHOWN)[number] }) {
  const { t } = useTranslation('flags');
  const format = useFormat();
  const { id } = useCampaign();
  const [address] = useAddress();
  const filter = readFilter({ ...address, state });
  const { data } = useQuery({ ...flagCountQuery(id, filter), enabled: state !== 'all' });
  return (
    <span className={classes.tab}>
      <span>{t(`shown.${state}`)}</span>
      {data !== undefined && <span>{format.number(data)}</span>}
    </span>
  );
}

function Narrowing() {
  const { t } = useTranslation(['flags', 'language']);
  const [address, setAddress] = useAddress();
  const mayWrite = useMayWrite();
  const filter = readFilter(address);
  const fieldOf = (name: keyof FlagFilter) => ({
    value: filter[name] ?? null,
    onChange: (value: string | null) => setAddress({ [name]: value ?? undefined }),
    placeholder: t('any'),
    clearable: true,
    size: 'sm',
  });
  const owners = (mayWrite ? (['me', 'none'] as const) : (['none'] as const)).map((value) => ({
    value,
    label: t(`owners.${value}`),
  }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3, lg: 4, xl: 7 }} spacing="sm" verticalSpacing="xs">
      <Choice
        {...fieldOf('rule')}
        label={t('rule')}
        options={FLAG_KINDS.map((kind) => ({
          value: kind,
          label: t(`language:flagKind.${kind}`),
        }))}
      />
      <Choice
        {...fieldOf('severity')}
        label={t('severity')}
        options={[...SEVERITIES]
          .reverse()
          .map((value) => ({ value, label: t(`language:severity.${value}`) }))}
      />
      <Choice
        {...fieldOf('assignee')}
        label={t('owner')}
        placeholder={t('anyone')}
        options={owners}
      />
      <RegionChoice {...fieldOf('region')} />
      <MunicipalityChoice {...fieldOf('municipality')} />
      <PlaceGroupChoice {...fieldOf('group')} />
      <MaterialChoice {...fieldOf('material')} />
    </SimpleGrid>
  );
}
