import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Refusal } from '../api/refusal.js';
import type { PlaceGroup } from '../api/use-place-groups.js';
import { municipalitiesQuery, useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { SerbiaMap } from '../map/serbia-map.js';
import { ChangedByAnother, type Difference } from '../parts/changed-by-another.js';
import { listChanged } from '../parts/changes.js';
import { ManyChoice } from '../parts/many-choice.js';
import { DistrictChoice } from '../parts/place-choice.js';
import { SideForm } from '../parts/side-form.js';
import { useCounted } from '../parts/use-counted.js';
import { type GroupContent, startGroup, useKeepGroup } from './use-groups.js';

interface Props {
  readonly group: PlaceGroup | undefined;
  readonly onClose: () => void;
}

/** A named list of municipalities, with where it is from and when it held. */
export function GroupForm({ group, onClose }: Props) {
  const { t } = useTranslation(['places', 'parts']);
  const [draft, setDraft] = useState(() => startGroup(group));
  const keeping = useKeepGroup(group, onClose);
  const change = (changes: Partial<GroupContent>): void =>
    setDraft((former) => ({ ...former, ...changes }));
  const errors = keeping.error instanceof Refusal ? keeping.error.fieldErrors : {};
  const content = { ...draft, name: draft.name.trim(), source: draft.source.trim() };
  const isReady =
    content.name !== '' &&
    content.source !== '' &&
    content.validOn !== '' &&
    content.municipalityCodes.length > 0;
  const differencesFrom = useDifferences();
  return (
    <>
      <SideForm
        title={
          group === undefined ? t('groups.making') : t('points.changing', { name: group.name })
        }
        isOpen
        onClose={onClose}
        onSubmit={() => isReady && keeping.save(content)}
        submit={group === undefined ? t('groups.make') : t('parts:save')}
        isPending={keeping.isPending}
        isDisabled={!isReady}
        error={keeping.error}
        size="lg"
      >
        <TextInput
          required
          data-autofocus
          label={t('name')}
          value={draft.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={errors['name']}
        />
        <Group grow align="flex-start">
          <TextInput
            required
            label={t('groups.source')}
            description={t('groups.sourceHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.source}
            onChange={({ currentTarget }) => change({ source: currentTarget.value })}
            error={errors['source']}
          />
          <TextInput
            required
            type="date"
            label={t('groups.validOn')}
            value={draft.validOn}
            onChange={({ currentTarget }) => change({ validOn: currentTarget.value })}
            error={errors['validOn']}
          />
        </Group>
        <Members
          codes={draft.municipalityCodes}
          onChange={(municipalityCodes) => change({ municipalityCodes })}
          error={errors['municipalityCodes']}
        />
      </SideForm>
      <ChangedByAnother
        isOpen={keeping.theirs !== undefined}
        differences={
          keeping.theirs === undefined ? [] : differencesFrom(startGroup(keeping.theirs), content)
        }
        onKeepTheirs={() => {
          keeping.keepTheirs();
          onClose();
        }}
        onSaveMine={() => keeping.saveMine(content)}
      />
    </>
  );
}

interface MembersProps {
  readonly codes: readonly string[];
  readonly onChange: (codes: string[]) => void;
  readonly error: string | undefined;
}

/** Picked on the map, from the list, or a district at once. */
function Members({ codes, onChange, error }: MembersProps) {
  const { t } = useTranslation(['places', 'language']);
  const counted = useCounted();
  const { data: municipalities = [] } = useQuery(municipalitiesQuery);
  const chosen = useMemo(() => new Set(codes), [codes]);
  const people = municipalities
    .filter(({ code }) => chosen.has(code))
    .reduce((sum, { population }) => sum + population, 0);
  const shapes = useMemo(
    () =>
      municipalities.map(({ code, name }) => ({
        code,
        name,
        fill: chosen.has(code) ? 'var(--reached)' : 'var(--no-target)',
        say: () => t(chosen.has(code) ? 'groups.isIn' : 'groups.isOut', { municipality: name }),
      })),
    [municipalities, chosen, t],
  );
  const addDistrict = (district: string | null): void => {
    const inIt = municipalities.filter(({ districtCode }) => districtCode === district);
    onChange([...new Set([...codes, ...inIt.map(({ code }) => code)])]);
  };
  return (
    <Stack gap="xs">
      <ManyChoice
        required
        label={t('groups.members')}
        description={t('groups.membersHint')}
        value={[...codes]}
        onChange={onChange}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name, also: code }))}
        error={error}
      />
      <DistrictChoice label={t('groups.addDistrict')} value={null} onChange={addDistrict} />
      <Text size="sm" role="status">
        {t('groups.chosen', {
          municipalities: t('language:count.municipalities', counted(codes.length)),
          people: t('language:count.people', counted(people)),
        })}
      </Text>
      <SerbiaMap
        label={t('groups.map')}
        shapes={shapes}
        maxHeight="26rem"
        onOpen={(code) =>
          onChange(chosen.has(code) ? codes.filter((each) => each !== code) : [...codes, code])
        }
      />
    </Stack>
  );
}

const LABELS = {
  name: 'name',
  source: 'groups.source',
  validOn: 'groups.validOn',
  municipalityCodes: 'groups.members',
} as const satisfies Readonly<Record<keyof GroupContent, string>>;

function useDifferences(): (theirs: GroupContent, mine: GroupContent) => Difference[] {
  const { t } = useTranslation('places');
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const write = (content: GroupContent, field: keyof GroupContent): string => {
    if (field === 'validOn') return format.date(content.validOn);
    return field === 'municipalityCodes'
      ? format.list(content.municipalityCodes.map(municipalityName))
      : content[field];
  };
  return (theirs, mine) =>
    listChanged(theirs, mine).map((field) => ({
      field: t(LABELS[field]),
      theirs: write(theirs, field),
      mine: write(mine, field),
    }));
}
