import { Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MATERIAL_KINDS, type MaterialKind } from '../../src/materials/material.js';
import { Refusal } from '../api/refusal.js';
import type { Material } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { type MaterialForm as Filled, suggestCode } from './material-draft.js';
import { useDecimals } from './use-decimals.js';
import { useLanguageName } from './use-language-name.js';

interface FieldsProps {
  readonly form: Filled;
  readonly onChange: (form: Filled) => void;
  readonly materials: readonly Material[];
  readonly error: unknown;
  /** The code follows the name until somebody writes one. */
  readonly isNew?: boolean;
}

/** Whatever a material is made of, new or changed. */
export function MaterialFields({ form, onChange, materials, error, isNew = false }: FieldsProps) {
  const { t } = useTranslation('campaigns');
  const errors = error instanceof Refusal ? error.fieldErrors : {};
  const [isCodeOwn, setCodeOwn] = useState(!isNew);
  const taken = new Set(materials.map(({ code }) => code.toLowerCase()));
  const set = (changes: Partial<Filled>): void => {
    const next = { ...form, ...changes };
    const code = isCodeOwn || 'code' in changes ? next.code : suggestCode(codeSeed(next), taken);
    onChange({ ...next, code });
  };
  return (
    <Stack gap="md">
      <TextInput
        label={t('field.name')}
        required
        withAsterisk={false}
        data-autofocus
        maxLength={200}
        value={form.name}
        error={errors['name']}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <KindField value={form.kind} onChange={(kind) => set({ kind })} error={errors['kind']} />
      <LanguageField form={form} onChange={set} materials={materials} errors={errors} />
      {form.kind !== 'broadcast' && <PackFields form={form} onChange={set} errors={errors} />}
      <Group grow align="flex-start">
        <TextInput
          label={t('field.unit')}
          required
          withAsterisk={false}
          maxLength={40}
          value={form.unit}
          error={errors['unit']}
          onChange={(event) => set({ unit: event.currentTarget.value })}
        />
        <TextInput
          label={t('field.code')}
          required
          withAsterisk={false}
          maxLength={40}
          value={form.code}
          error={errors['code']}
          onChange={(event) => {
            setCodeOwn(true);
            set({ code: event.currentTarget.value });
          }}
        />
      </Group>
    </Stack>
  );
}

/** A variant is told apart by its language. */
function codeSeed({ name, variantOf, language }: Filled): string {
  return variantOf === null ? name : `${name} ${language}`;
}

function KindField({
  value,
  onChange,
  error,
}: {
  value: MaterialKind;
  onChange: (kind: MaterialKind) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation(['campaigns', 'language']);
  return (
    <Stack gap={4} role="group" aria-label={t('field.kind')}>
      <Text size="sm" fw={500} aria-hidden>
        {t('field.kind')}
      </Text>
      <SegmentedControl
        fullWidth
        value={value}
        onChange={onChange}
        data={MATERIAL_KINDS.map((kind) => ({
          value: kind,
          label: t(`language:materialKind.${kind}`),
        }))}
      />
      <Text size="xs" c="dimmed">
        {t(`kindHint.${value}`)}
      </Text>
      {error !== undefined && (
        <Text size="xs" c="red">
          {error}
        </Text>
      )}
    </Stack>
  );
}

/** The languages that are spoken and officially used in Serbia, and English. */
const LANGUAGES = [
  'sr-Cyrl',
  'sr-Latn',
  'hu',
  'sq',
  'rom',
  'sk',
  'ro',
  'hr',
  'bs',
  'bg',
  'rsk',
  'en',
];

interface PartProps {
  readonly form: Filled;
  readonly onChange: (changes: Partial<Filled>) => void;
  readonly errors: Readonly<Record<string, string>>;
}

function LanguageField({
  form,
  onChange,
  materials,
  errors,
}: PartProps & { materials: readonly Material[] }) {
  const { t } = useTranslation('campaigns');
  const nameLanguage = useLanguageName();
  const tags = new Set([...LANGUAGES, form.language].filter((tag) => tag !== ''));
  const originals = materials.filter(
    ({ variantOf, kind }) => variantOf === null && kind === form.kind,
  );
  return (
    <>
      <Choice
        label={t('field.language')}
        required
        withAsterisk={false}
        allowDeselect={false}
        value={form.language === '' ? null : form.language}
        error={errors['language']}
        onChange={(language) => onChange({ language: language ?? '' })}
        options={[...tags].map((tag) => ({ value: tag, label: nameLanguage(tag), also: tag }))}
      />
      <Choice
        label={t('field.variantOf')}
        description={t('field.variantOfHint')}
        clearable
        value={form.variantOf}
        error={errors['variantOf']}
        onChange={(variantOf) => onChange({ variantOf })}
        options={originals.map(({ id, name, code }) => ({ value: id, label: name, also: code }))}
      />
    </>
  );
}

function PackFields({ form, onChange, errors }: PartProps) {
  const { t } = useTranslation('campaigns');
  const decimals = useDecimals();
  return (
    <Group grow align="flex-start">
      <NumberInput
        label={t('field.packSize')}
        min={1}
        allowDecimal={false}
        value={form.packSize}
        error={errors['packSize']}
        onChange={(packSize) => onChange({ packSize })}
      />
      <NumberInput
        label={t('field.weightGrams')}
        min={0}
        decimalScale={3}
        {...decimals}
        value={form.weightGrams}
        error={errors['weightGrams']}
        onChange={(weightGrams) => onChange({ weightGrams })}
      />
      <NumberInput
        label={t('field.volumeCm3')}
        min={0}
        decimalScale={3}
        {...decimals}
        value={form.volumeCm3}
        error={errors['volumeCm3']}
        onChange={(volumeCm3) => onChange({ volumeCm3 })}
      />
    </Group>
  );
}
