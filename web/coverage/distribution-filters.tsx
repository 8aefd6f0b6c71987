import { Button, Collapse, SimpleGrid, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { POINT_KINDS } from '../../src/places/point-kind.js';
import { useCampaign } from '../api/use-campaigns.js';
import { coverageSummaryQuery } from '../api/use-coverage.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { MaterialChoice } from '../parts/goods-choice.js';
import {
  DistrictChoice,
  MunicipalityChoice,
  PlaceGroupChoice,
  RegionChoice,
} from '../parts/place-choice.js';
import { useAddress } from '../parts/use-address.js';
import classes from './coverage.module.css';
import { DayField } from './day-field.js';
import { FunderChoice, LotChoice } from './payer-choice.js';
import { useTagNames } from './point-kind-line.js';

const FURTHER = ['region', 'group', 'kind', 'tag', 'funder', 'lot', 'from', 'asOf'] as const;

/** Where and what first; the rest on demand, and open where it is in use. */
export function DistributionFilters() {
  const { t } = useTranslation(['coverage', 'parts']);
  const [address, setAddress] = useAddress();
  const used = FURTHER.filter((name) => address[name] !== undefined).length;
  const [isOpen, setIsOpen] = useState(used > 0);
  const set = (name: string) => (value: string | null) =>
    setAddress({ [name]: value ?? undefined });
  const all = { clearable: true, placeholder: t('parts:all') } as const;
  return (
    <Stack gap="xs" className={classes.hiddenInPrint} component="section" aria-label={t('filters')}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <MunicipalityChoice
          {...all}
          value={address['municipality'] ?? null}
          onChange={set('municipality')}
        />
        <DistrictChoice {...all} value={address['district'] ?? null} onChange={set('district')} />
        <MaterialChoice
          clearable
          placeholder={t('printAndOutdoor')}
          value={address['material'] ?? null}
          onChange={set('material')}
        />
        <Choice
          {...all}
          label={t('parts:state')}
          searchable={false}
          value={address['state'] ?? null}
          onChange={set('state')}
          options={(['reached', 'not_reached'] as const).map((state) => ({
            value: state,
            label: t(`list.state.${state}`),
          }))}
        />
      </SimpleGrid>
      <div>
        <Button
          variant="subtle"
          size="sm"
          px="xs"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {used === 0 ? t('moreFilters') : t('moreFiltersUsed', { count: used })}
        </Button>
      </div>
      <Collapse expanded={isOpen}>
        <FurtherFilters />
      </Collapse>
    </Stack>
  );
}

function FurtherFilters() {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const [address, setAddress] = useAddress();
  const set = (name: string) => (value: string | null | undefined) =>
    setAddress({ [name]: value ?? undefined });
  const all = { clearable: true, placeholder: t('parts:all') } as const;
  const tags = useTags();
  const nameOf = useTagNames();
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      <Choice
        {...all}
        label={t('list.kind')}
        value={address['kind'] ?? null}
        onChange={set('kind')}
        options={POINT_KINDS.map((kind) => ({
          value: kind,
          label: t(`language:pointKind.${kind}`),
        }))}
      />
      <Choice
        {...all}
        label={t('list.tag')}
        value={address['tag'] ?? null}
        onChange={set('tag')}
        options={tags.map((tag) => ({ value: tag, label: nameOf(tag) }))}
      />
      <RegionChoice {...all} value={address['region'] ?? null} onChange={set('region')} />
      <PlaceGroupChoice {...all} value={address['group'] ?? null} onChange={set('group')} />
      <FunderChoice value={address['funder']} onChange={set('funder')} />
      <LotChoice value={address['lot']} onChange={set('lot')} />
      <DayField label={t('list.from')} value={address['from']} onChange={set('from')} />
      <DayField label={t('list.asOf')} value={address['asOf']} onChange={set('asOf')} />
    </SimpleGrid>
  );
}

/** The tags that delivery points of the campaign bear. */
function useTags(): readonly string[] {
  const { id } = useCampaign();
  const { data } = useQuery(coverageSummaryQuery({ campaign: id }));
  return data?.points.tags.map(({ tag }) => tag) ?? [];
}
