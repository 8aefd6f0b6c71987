import { Group, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { POINT_KINDS, type PointKind } from '../../src/places/point-kind.js';
import { Refusal } from '../api/refusal.js';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { useTranslation } from '../language/i18n.js';
import { ChangedByAnother } from '../parts/changed-by-another.js';
import { SideForm } from '../parts/side-form.js';
import { ContactFields } from './contact-fields.js';
import { MunicipalityField } from './municipality-field.js';
import { chooseKind, isComplete, type PointDraft, readPoint, startPoint } from './point-draft.js';
import { PositionFields } from './position-fields.js';
import { useKeepPoint } from './use-keep-point.js';
import { usePointDifferences } from './use-point-differences.js';
import { useTagNames } from './use-tag-names.js';

interface Props {
  /** Absent: a new one. */
  readonly point: DeliveryPoint | undefined;
  /** Where a new one most likely lies. */
  readonly municipalityCode?: string | undefined;
  /** Those in use elsewhere, to choose from. */
  readonly tags: readonly string[];
  readonly onClose: () => void;
  readonly onSaved?: (point: DeliveryPoint) => void;
}

/** A delivery point: what it is, where it lies, whom to call. */
export function PointForm({ point, municipalityCode, tags, onClose, onSaved }: Props) {
  const { t } = useTranslation(['places', 'parts']);
  const [draft, setDraft] = useState(() => startPoint(point, { municipalityCode }));
  const keeping = useKeepPoint(point, (saved) => {
    onSaved?.(saved);
    onClose();
  });
  const change = (changes: Partial<PointDraft>): void =>
    setDraft((former) => ({ ...former, ...changes }));
  const differencesFrom = usePointDifferences();
  return (
    <>
      <SideForm
        title={
          point === undefined ? t('points.making') : t('points.changing', { name: point.name })
        }
        isOpen
        onClose={onClose}
        onSubmit={() => isComplete(draft) && keeping.save(readPoint(draft))}
        submit={point === undefined ? t('points.make') : t('parts:save')}
        isPending={keeping.isPending}
        isDisabled={!isComplete(draft)}
        error={keeping.error}
        size="lg"
      >
        <WhatItIs draft={draft} onChange={change} tags={tags} refusal={keeping.error} />
        <MunicipalityField
          value={draft.municipalityCode}
          onChange={(code) => change({ municipalityCode: code })}
          refusal={keeping.error}
        />
        <WhereItLies draft={draft} onChange={change} refusal={keeping.error} />
        <PositionFields
          value={draft.position}
          onChange={(position) => change({ position })}
          municipalityCode={draft.municipalityCode}
          onMunicipality={(code) => change({ municipalityCode: code })}
          refusal={keeping.error}
        />
        <ContactFields value={draft} onChange={change} refusal={keeping.error} />
        <WhomItServes draft={draft} onChange={change} refusal={keeping.error} />
      </SideForm>
      <ChangedByAnother
        isOpen={keeping.theirs !== undefined}
        differences={
          keeping.theirs === undefined
            ? []
            : differencesFrom(readPoint(startPoint(keeping.theirs)), readPoint(draft))
        }
        onKeepTheirs={() => {
          keeping.keepTheirs();
          onClose();
        }}
        onSaveMine={() => keeping.saveMine(readPoint(draft))}
      />
    </>
  );
}

interface PartProps {
  readonly draft: PointDraft;
  readonly onChange: (changes: Partial<PointDraft>) => void;
  readonly refusal: unknown;
}

function errorsOf(refusal: unknown): Record<string, string> {
  return refusal instanceof Refusal ? refusal.fieldErrors : {};
}

function WhatItIs({ draft, onChange, tags, refusal }: PartProps & { tags: readonly string[] }) {
  const { t } = useTranslation(['places', 'language']);
  const errors = errorsOf(refusal);
  const nameOf = useTagNames();
  return (
    <>
      <TextInput
        required
        data-autofocus
        label={t('name')}
        value={draft.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        error={errors['name']}
      />
      <Group grow align="flex-start">
        <Select
          label={t('kind')}
          allowDeselect={false}
          value={draft.kind}
          data={POINT_KINDS.map((kind) => ({
            value: kind,
            label: t(`language:pointKind.${kind}`),
          }))}
          onChange={(kind) => onChange(chooseKind(draft, kind as PointKind))}
          error={errors['kind']}
        />
        <TextInput
          label={t('form.code')}
          description={t('form.codeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.code}
          onChange={({ currentTarget }) => onChange({ code: currentTarget.value })}
          error={errors['code']}
        />
      </Group>
      <TagsInput
        label={t('form.tags')}
        description={t('form.tagsHint')}
        placeholder={t('form.tagsPlaceholder')}
        data={[...new Set([...tags, 'primary', 'secondary', 'special'])]}
        renderOption={({ option }) => nameOf(option.value)}
        value={[...draft.tags]}
        onChange={(chosen) => onChange({ tags: chosen })}
        error={errors['tags']}
      />
      <Switch
        label={t('form.confidential')}
        description={
          draft.kind === 'shelter'
            ? `${t('form.confidentialHint')} ${t('form.confidentialShelter')}`
            : t('form.confidentialHint')
        }
        checked={draft.confidential}
        onChange={({ currentTarget }) => onChange({ confidential: currentTarget.checked })}
      />
    </>
  );
}

function WhereItLies({ draft, onChange, refusal }: PartProps) {
  const { t } = useTranslation('places');
  const errors = errorsOf(refusal);
  return (
    <>
      <TextInput
        required
        label={t('form.address')}
        value={draft.address}
        onChange={({ currentTarget }) => onChange({ address: currentTarget.value })}
        error={errors['address']}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('form.settlement')}
          value={draft.settlement}
          onChange={({ currentTarget }) => onChange({ settlement: currentTarget.value })}
          error={errors['settlement']}
        />
        <TextInput
          label={t('form.postcode')}
          inputMode="numeric"
          value={draft.postcode}
          onChange={({ currentTarget }) => onChange({ postcode: currentTarget.value })}
          error={errors['postcode']}
        />
      </Group>
    </>
  );
}

function WhomItServes({ draft, onChange, refusal }: PartProps) {
  const { t } = useTranslation('places');
  const errors = errorsOf(refusal);
  return (
    <>
      <Group grow align="flex-start">
        <NumberInput
          label={t('form.audience')}
          description={t('form.audienceHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          allowDecimal={false}
          value={draft.audience}
          onChange={(audience) => onChange({ audience })}
          error={errors['audience']}
        />
        <TextInput
          label={t('form.hours')}
          placeholder={t('form.hoursExample')}
          value={draft.hours}
          onChange={({ currentTarget }) => onChange({ hours: currentTarget.value })}
          error={errors['hours']}
        />
      </Group>
      <Textarea
        label={t('form.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.note}
        onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
        error={errors['note']}
      />
    </>
  );
}
