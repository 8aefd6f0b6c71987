import { Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { POINT_KINDS } from '../../src/places/point-kind.js';
import { Refusal } from '../api/refusal.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { municipalitiesQuery, useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ChangedByAnother, type Difference } from '../parts/changed-by-another.js';
import { listChanged } from '../parts/changes.js';
import { ManyChoice } from '../parts/many-choice.js';
import { PlaceGroupChoice } from '../parts/place-choice.js';
import { SideForm } from '../parts/side-form.js';
import { type Closure, type ClosureContent, startClosure, useKeepClosure } from './use-closures.js';
import { useTagNames } from './use-tag-names.js';

interface Props {
  readonly closure: Closure | undefined;
  readonly onClose: () => void;
}

/** Days on which points cannot receive, and which points. */
export function ClosureForm({ closure, onClose }: Props) {
  const { t } = useTranslation(['places', 'parts']);
  const [draft, setDraft] = useState(() => startClosure(closure));
  const keeping = useKeepClosure(closure, onClose);
  const change = (changes: Partial<ClosureContent>): void =>
    setDraft((former) => ({ ...former, ...changes }));
  const errors = keeping.error instanceof Refusal ? keeping.error.fieldErrors : {};
  const differencesFrom = useDifferences();
  const isBackwards = draft.startsOn !== '' && draft.endsOn !== '' && draft.endsOn < draft.startsOn;
  const content = { ...draft, reason: draft.reason.trim() };
  const isReady =
    draft.startsOn !== '' && draft.endsOn !== '' && !isBackwards && content.reason !== '';
  return (
    <>
      <SideForm
        title={t(closure === undefined ? 'closures.making' : 'closures.changing')}
        isOpen
        onClose={onClose}
        onSubmit={() => isReady && keeping.save(content)}
        submit={closure === undefined ? t('closures.make') : t('parts:save')}
        isPending={keeping.isPending}
        isDisabled={!isReady}
        error={keeping.error}
      >
        <TextInput
          required
          data-autofocus
          label={t('closures.reason')}
          placeholder={t('closures.reasonExample')}
          value={draft.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          error={errors['reason']}
        />
        <Group grow align="flex-start">
          <TextInput
            required
            type="date"
            label={t('closures.startsOn')}
            value={draft.startsOn}
            onChange={({ currentTarget }) => change({ startsOn: currentTarget.value })}
            error={errors['startsOn']}
          />
          <TextInput
            required
            type="date"
            label={t('closures.endsOn')}
            min={draft.startsOn}
            value={draft.endsOn}
            onChange={({ currentTarget }) => change({ endsOn: currentTarget.value })}
            error={errors['endsOn'] ?? (isBackwards ? t('closures.endsBefore') : undefined)}
          />
        </Group>
        <Whom draft={draft} onChange={change} errors={errors} />
      </SideForm>
      <ChangedByAnother
        isOpen={keeping.theirs !== undefined}
        differences={
          keeping.theirs === undefined ? [] : differencesFrom(startClosure(keeping.theirs), content)
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

interface WhomProps {
  readonly draft: ClosureContent;
  readonly onChange: (changes: Partial<ClosureContent>) => void;
  readonly errors: Record<string, string>;
}

function Whom({ draft, onChange, errors }: WhomProps) {
  const { t } = useTranslation(['places', 'language', 'parts']);
  const { data: municipalities = [] } = useQuery(municipalitiesQuery);
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const tagName = useTagNames();
  const tags = [...new Set(['primary', 'secondary', 'special', ...(draft.tag ?? '').split('\n')])];
  return (
    <Fieldset legend={t('closures.whom')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('closures.whomHint')}
        </Text>
        <Group grow align="flex-start">
          <Select
            label={t('kind')}
            placeholder={t('allKinds')}
            clearable
            clearButtonProps={{ 'aria-label': t('parts:clear') }}
            value={draft.pointKind}
            onChange={(kind) => onChange({ pointKind: kind })}
            data={POINT_KINDS.map((kind) => ({
              value: kind,
              label: t(`language:pointKind.${kind}`),
            }))}
            error={errors['pointKind']}
          />
          <Select
            label={t('tagField')}
            placeholder={t('allTags')}
            clearable
            clearButtonProps={{ 'aria-label': t('parts:clear') }}
            value={draft.tag}
            onChange={(tag) => onChange({ tag })}
            data={tags
              .filter((tag) => tag !== '')
              .map((tag) => ({ value: tag, label: tagName(tag) }))}
            error={errors['tag']}
          />
        </Group>
        <ManyChoice
          label={t('closures.onlyMunicipalities')}
          value={draft.municipalityCodes ?? []}
          onChange={(codes) => onChange({ municipalityCodes: codes.length === 0 ? null : codes })}
          options={municipalities.map(({ code, name }) => ({
            value: code,
            label: name,
            also: code,
          }))}
          error={errors['municipalityCodes']}
        />
        {groups.length > 0 && (
          <PlaceGroupChoice
            label={t('closures.onlyGroup')}
            clearable
            value={draft.groupId}
            onChange={(groupId) => onChange({ groupId })}
            error={errors['groupId']}
          />
        )}
      </Stack>
    </Fieldset>
  );
}

const LABELS = {
  startsOn: 'closures.startsOn',
  endsOn: 'closures.endsOn',
  reason: 'closures.reason',
  pointKind: 'kind',
  tag: 'tagField',
  municipalityCodes: 'closures.onlyMunicipalities',
  groupId: 'closures.onlyGroup',
} as const satisfies Readonly<Record<keyof ClosureContent, string>>;

function useDifferences(): (theirs: ClosureContent, mine: ClosureContent) => Difference[] {
  const { t } = useTranslation(['places', 'language', 'parts']);
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const tagName = useTagNames();
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const write = (content: ClosureContent, field: keyof ClosureContent): string => {
    const value = content[field];
    if (value === null) return t('parts:none');
    if (field === 'startsOn' || field === 'endsOn') return format.date(content[field]);
    if (field === 'pointKind') return t(`language:pointKind.${content.pointKind!}`);
    if (field === 'municipalityCodes')
      return format.list((content.municipalityCodes ?? []).map(municipalityName));
    if (field === 'groupId') return groups.find(({ id }) => id === value)?.name ?? '…';
    return field === 'tag' ? tagName(String(value)) : String(value);
  };
  return (theirs, mine) =>
    listChanged(theirs, mine).map((field) => ({
      field: t(LABELS[field]),
      theirs: write(theirs, field),
      mine: write(mine, field),
    }));
}
