import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { WAREHOUSE_KINDS } from '../../src/places/point-kind.js';
import { Refusal } from '../api/refusal.js';
import { useMunicipalityNames } from '../api/use-register.js';
import type { Warehouse } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ChangedByAnother, type Difference } from '../parts/changed-by-another.js';
import { listChanged } from '../parts/changes.js';
import { ManyChoice } from '../parts/many-choice.js';
import { SideForm } from '../parts/side-form.js';
import { ContactFields } from './contact-fields.js';
import { MunicipalityField } from './municipality-field.js';
import { PositionFields } from './position-fields.js';
import { useKeepers, useKeepWarehouse } from './use-warehouse-keeping.js';
import {
  isWhole,
  readWarehouse,
  startWarehouse,
  type WarehouseContent,
  type WarehouseDraft,
} from './warehouse-draft.js';

interface Props {
  readonly warehouse: Warehouse | undefined;
  readonly onClose: () => void;
}

/** Where stock is kept, by whom. */
export function WarehouseForm({ warehouse, onClose }: Props) {
  const { t } = useTranslation(['places', 'language', 'parts']);
  const [draft, setDraft] = useState(() => startWarehouse(warehouse));
  const keeping = useKeepWarehouse(warehouse, onClose);
  const change = (changes: Partial<WarehouseDraft>): void =>
    setDraft((former) => ({ ...former, ...changes }));
  const errors = keeping.error instanceof Refusal ? keeping.error.fieldErrors : {};
  const differencesFrom = useDifferences();
  const { theirs } = keeping;
  const keepers = useKeepers();
  return (
    <>
      <SideForm
        title={
          warehouse === undefined
            ? t('warehouses.making')
            : t('points.changing', { name: warehouse.name })
        }
        isOpen
        onClose={onClose}
        onSubmit={() => isWhole(draft) && keeping.save(readWarehouse(draft))}
        submit={warehouse === undefined ? t('warehouses.make') : t('parts:save')}
        isPending={keeping.isPending}
        isDisabled={!isWhole(draft)}
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
        <Radio.Group label={t('kind')} value={draft.kind} onChange={(kind) => change({ kind })}>
          <Stack gap="xs" mt="xs">
            {WAREHOUSE_KINDS.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`language:warehouseKind.${kind}`)}
                description={t(`warehouses.${kind}Hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <MunicipalityField
          value={draft.municipalityCode}
          onChange={(code) => change({ municipalityCode: code })}
          refusal={keeping.error}
        />
        <PositionFields
          value={draft.position}
          onChange={(position) => change({ position })}
          municipalityCode={draft.municipalityCode}
          onMunicipality={(code) => change({ municipalityCode: code })}
          refusal={keeping.error}
        />
        <ManyChoice
          label={t('warehouses.keepers')}
          description={t('warehouses.keepersHint')}
          value={[...draft.keeperIds]}
          onChange={(keeperIds) => change({ keeperIds })}
          options={keepers.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors['keeperIds']}
        />
        <ContactFields value={draft} onChange={change} refusal={keeping.error} />
      </SideForm>
      <ChangedByAnother
        isOpen={theirs !== undefined}
        differences={
          theirs === undefined
            ? []
            : differencesFrom(readWarehouse(startWarehouse(theirs)), readWarehouse(draft))
        }
        onKeepTheirs={() => {
          keeping.keepTheirs();
          onClose();
        }}
        onSaveMine={() => keeping.saveMine(readWarehouse(draft))}
      />
    </>
  );
}

const LABELS = {
  name: 'name',
  kind: 'kind',
  municipalityCode: 'municipality',
  latitude: 'form.latitude',
  longitude: 'form.longitude',
  contact: 'form.contact',
  keeperIds: 'warehouses.keepers',
} as const satisfies Readonly<Record<keyof WarehouseContent, string>>;

function useDifferences(): (theirs: WarehouseContent, mine: WarehouseContent) => Difference[] {
  const { t } = useTranslation(['places', 'language', 'parts']);
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const nameOf = new Map(useKeepers().map(({ id, name }) => [id, name]));
  const write = (content: WarehouseContent, field: keyof WarehouseContent): string => {
    const value = content[field];
    if (value === null) return t('parts:none');
    if (field === 'kind') return t(`language:warehouseKind.${content.kind}`);
    if (field === 'municipalityCode') return municipalityName(content.municipalityCode);
    if (field === 'contact') return Object.values(content.contact ?? {}).join(', ');
    if (field === 'keeperIds')
      return format.list(content.keeperIds.map((id) => nameOf.get(id) ?? '…')) || t('parts:none');
    if (typeof value === 'number') return format.decimal(value, 6);
    return typeof value === 'string' ? value : t('parts:none');
  };
  return (theirs, mine) =>
    listChanged(theirs, mine).map((field) => ({
      field: t(LABELS[field]),
      theirs: write(theirs, field),
      mine: write(mine, field),
    }));
}
