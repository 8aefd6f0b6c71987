import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../api/new-id.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import type { Material } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { ChangedByAnother, type Difference } from '../parts/changed-by-another.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { describeMaterial, isComplete, type MaterialForm as Filled } from './material-draft.js';
import { MaterialFields } from './material-fields.js';
import { useCampaignMaterials } from './use-campaign-changes.js';
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
      <MaterialFields
        form={form}
        onChange={setForm}
        materials={materials}
        error={create.error}
        isNew
      />
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
    version: material.version,
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
        onSubmit={() => saving.save(form)}
        submit={t('parts:save')}
        isPending={saving.isPending}
        error={saving.error}
        isDisabled={!isComplete(form)}
      >
        <MaterialFields
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
