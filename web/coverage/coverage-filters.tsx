import { Button, Collapse, NumberInput, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { COVERAGE_STATES } from '../../src/coverage/coverage.js';
import { MATERIAL_KINDS } from '../../src/materials/material.js';
import { useCampaign } from '../api/use-campaigns.js';
import { materialsQuery } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { PlaceGroupChoice } from '../parts/place-choice.js';
import { useAddress } from '../parts/use-address.js';
import { isMeasured } from './coverage-question.js';
import classes from './coverage.module.css';
import { DayField } from './day-field.js';
import { FunderChoice, LotChoice } from './payer-choice.js';
import { levelsOf, readPlacePart } from './place-part.js';

const FURTHER = ['group', 'funder', 'lot', 'knownAt', 'from'] as const;

/** What is looked at: by material, state and day first; the rest on demand, and open where it is in use. */
export function CoverageFilters() {
  const { t } = useTranslation('coverage');
  const [address, setAddress] = useAddress();
  const used = FURTHER.filter((name) => address[name] !== undefined).length;
  const [isOpen, setIsOpen] = useState(used > 0);
  return (
    <Stack gap="xs" className={classes.hiddenInPrint} component="section" aria-label={t('filters')}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <LevelChoice />
        <GoodsChoice />
        <StateChoice />
        <DayField
          label={t('asOf')}
          value={address['asOf']}
          onChange={(asOf) => setAddress({ asOf })}
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

function LevelChoice() {
  const { t } = useTranslation('coverage');
  const [address, setAddress] = useAddress();
  const part = readPlacePart(address);
  const levels = levelsOf(part);
  return (
    <Choice
      label={t('byLevel')}
      searchable={false}
      allowDeselect={false}
      disabled={levels.length === 1}
      value={part.level}
      onChange={(level) => setAddress({ level: level ?? undefined })}
      options={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
    />
  );
}

const KIND_PREFIX = 'kind:';

/** One material, or all of a kind; nothing named is print and outdoor together. */
function GoodsChoice() {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const [address, setAddress] = useAddress();
  const { materialIds } = useCampaign();
  const { data = [] } = useQuery(materialsQuery);
  const own = data.filter(({ id }) => materialIds.includes(id));
  const kinds = MATERIAL_KINDS.filter((kind) => own.some((material) => material.kind === kind));
  const { material, kind } = address;
  return (
    <Choice
      label={t('parts:material')}
      placeholder={t('printAndOutdoor')}
      clearable
      value={material ?? (kind === undefined ? null : KIND_PREFIX + kind)}
      onChange={(chosen) =>
        setAddress(
          chosen?.startsWith(KIND_PREFIX) === true
            ? { kind: chosen.slice(KIND_PREFIX.length), material: undefined }
            : { material: chosen ?? undefined, kind: undefined },
        )
      }
      options={[
        ...kinds.map((one) => ({
          value: KIND_PREFIX + one,
          label: t('allOfKind', { kind: t(`language:materialKind.${one}`) }),
        })),
        ...own.map(({ id, name, code }) => ({ value: id, label: name, also: code })),
      ]}
    />
  );
}

function StateChoice() {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const [address, setAddress] = useAddress();
  const { funder, lot, state } = address;
  const hasStates = isMeasured({ funder, lot });
  return (
    <Choice
      label={t('parts:state')}
      placeholder={t('parts:all')}
      searchable={false}
      clearable
      disabled={!hasStates}
      value={hasStates ? (state ?? null) : null}
      onChange={(chosen) => setAddress({ state: chosen ?? undefined })}
      options={COVERAGE_STATES.map((one) => ({
        value: one,
        label: t(`language:coverageState.${one}`),
      }))}
    />
  );
}

function FurtherFilters() {
  const { t } = useTranslation(['coverage', 'parts']);
  const [address, setAddress] = useAddress();
  const { group, funder, lot, from, knownAt } = address;
  const isSequence = knownAt !== undefined && /^\d+$/.test(knownAt);
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm">
      <PlaceGroupChoice
        clearable
        placeholder={t('parts:all')}
        value={group ?? null}
        onChange={(id) => setAddress({ group: id ?? undefined })}
      />
      <FunderChoice
        value={funder}
        onChange={(name) => setAddress({ funder: name, state: undefined })}
      />
      <LotChoice value={lot} onChange={(id) => setAddress({ lot: id, state: undefined })} />
      <DayField
        label={t('from')}
        description={t('fromHint')}
        value={from}
        onChange={(day) => setAddress({ from: day })}
      />
      <DayField
        label={t('knownOn')}
        description={t('knownOnHint')}
        value={isSequence ? undefined : knownAt}
        onChange={(day) => setAddress({ knownAt: day })}
      />
      <NumberInput
        key={knownAt}
        label={t('knownUpTo')}
        description={t('knownUpToHint')}
        size="sm"
        min={1}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        defaultValue={isSequence ? Number(knownAt) : ''}
        onBlur={({ currentTarget }) => keepSequence(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') keepSequence(currentTarget.value);
        }}
      />
    </SimpleGrid>
  );

  function keepSequence(typed: string): void {
    const digits = typed.replaceAll(/\D/g, '');
    if (digits !== '') setAddress({ knownAt: digits });
    else if (isSequence) setAddress({ knownAt: undefined });
  }
}

/** Beside the map, or the table alone with every column. */
export function ViewChoice() {
  const { t } = useTranslation('coverage');
  const [address, setAddress] = useAddress();
  return (
    <SegmentedControl
      aria-label={t('view')}
      size="sm"
      value={address['view'] === 'table' ? 'table' : 'both'}
      onChange={(view) => setAddress({ view: view === 'table' ? view : undefined })}
      data={[
        { value: 'both', label: t('viewBoth') },
        { value: 'table', label: t('viewTable') },
      ]}
    />
  );
}
