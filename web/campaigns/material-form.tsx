import {
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MATERIAL_KINDS, type MaterialKind } from '../../src/materials/material.js';
import { newId } from '../api/new-id.js';
import { Refusal } from '../api/refusal.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import type { Material } from '../api/use-materials.js';
import { ChangedByAnother, type Difference } from '../parts/changed-by-another.js';
import { Choice } from '../parts/choice.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import {
  describeMaterial,
  isComplete,
  type MaterialForm as Filled,
  suggestCode,
} from './material-draft.js';
import { useCampaignMaterials } from './use-campaign-changes.js';
import { useDecimals } from './use-decimals.js';
import { useLanguageName } from './use-language-name.js';
import { changeMaterial, createMaterial, readMaterial } from './use-material-changes.js';
import { useSaving } from './use-saving.js';

interface Props {
  /** The one that is changed; absent: a new one. */
  readonly material?: Material;
  /** The new one is its variant in another language. */
  readonly original?: Material;
  readonly materials: readonly Material[];
  readonly onClose: () => void;
}

export function MaterialForm(props: Props) {
  return props.material === undefined ? (
    <NewMaterial {...props} />
  ) : (
    <ChangeMaterial {...props} material={props.material} />
  );
}

function NewMaterial({ original, materials, onClose }: Props) {
  const { t } = useTranslation('campaigns');
  const campaign = useMaybeCampaign();
  const [form, setForm] = useState<Filled>(() => startOf(original, t('unitPiece')));
  const [isInCampaign, setInCampaign] = useState(true);
  const [id] = useState(newId);
  const membership = useCampaignMaterials(campaign);
  const create = useCommand({
    run: async (body: ReturnType<typeof describeMaterial>) => {
      const made = await createMaterial({ id, ...body });
      if (campaign !== undefined && isInCampaign) await membership.mutateAsync({ add: [made.id] });
      return made;
    },
    done: ({ name }) => t('materials.added', { name }),
    onDone: onClose,
  });
  return (
    <SideForm
      title={original === undefined ? t('materials.add') : t('materials.addVariant')}
      isOpen
      onClose={onClose}
      onSubmit={() => create.mutate(describeMaterial(form))}
      submit={t('materials.add')}
      isPending={create.isPending}
      error={create.error}
      isDisabled={!isComplete(form)}
    >
      <Fields form={form} onChange={setForm} materials={materials} error={create.error} isNew />
      {campaign !== undefined && (
        <Checkbox
          label={t('materials.takeIn', { campaign: campaign.name })}
          checked={isInCampaign}
          onChange={(event) => setInCampaign(event.currentTarget.checked)}
        />
      )}
    </SideForm>
  );
}

function startOf(original: Material | undefined, unit: string): Filled {
  if (original === undefined)
    return {
      code: '',
      name: '',
      kind: 'print',
      unit,
      packSize: 100,
      weightGrams: '',
      volumeCm3: '',
      language: 'sr-Cyrl',
      variantOf: null,
    };
  return { ...formOf(original), code: '', language: '', variantOf: original.id };
}

function formOf(material: Material): Filled {
  const { code, name, kind, unit, packSize, weightGrams, volumeCm3, language, variantOf } =
    material;
  return { code, name, kind, unit, packSize, weightGrams, volumeCm3, language, variantOf };
}

function ChangeMaterial({ material, materials, onClose }: Props & { material: Material }) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const [form, setForm] = useState<Filled>(() => formOf(material));
  const differencesOf = useDifferences();
  const saving = useSaving({
    save: (change: Filled, version) =>
      changeMaterial(material.id, version, describeMaterial(change)),
    readAnew: () => readMaterial(material.id),
    done: t('materials.saved', { name: form.name }),
    onEnd: onClose,
  });
  return (
    <>
      <SideForm
        title={t('materials.edit')}
        isOpen
        onClose={onClose}
        onSubmit={() => saving.save(form, material.version)}
        submit={t('parts:save')}
        isPending={saving.isPending}
        error={saving.error}
        isDisabled={!isComplete(form)}
      >
        <Fields
          form={form}
          onChange={setForm}
          materials={materials.filter(({ id }) => id !== material.id)}
          error={saving.error}
        />
      </SideForm>
      {saving.overtaken !== undefined && (
        <ChangedByAnother
          isOpen
          differences={differencesOf(formOf(saving.overtaken.theirs), saving.overtaken.mine)}
          onKeepTheirs={saving.keepTheirs}
          onSaveMine={saving.saveMine}
        />
      )}
    </>
  );
}

function useDifferences(): (theirs: Filled, mine: Filled) => Difference[] {
  const { t } = useTranslation('campaigns');
  return (theirs, mine) => {
    const [there, here] = [describeMaterial(theirs), describeMaterial(mine)];
    return (
      ['name', 'code', 'unit', 'packSize', 'weightGrams', 'volumeCm3', 'language'] as const
    ).flatMap((field) =>
      there[field] === here[field]
        ? []
        : [
            {
              field: t(`field.${field}`),
              theirs: String(there[field]),
              mine: String(here[field]),
            },
          ],
    );
  };
}

interface FieldsProps {
  readonly form: Filled;
  readonly onChange: (form: Filled) => void;
  readonly materials: readonly Material[];
  readonly error: unknown;
  /** The code follows the name until somebody writes one. */
  readonly isNew?: boolean;
}

function Fields({ form, onChange, materials, error, isNew = false }: FieldsProps) {
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
