import { Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import {
  appliesTo,
  countsPoints,
  type ScopeLevel,
  TARGET_RULE_KINDS,
  type TargetRuleKind,
} from '../../src/campaigns/target-rule.js';
import { POINT_KINDS, type PointKind } from '../../src/places/point-kind.js';
import { useMaterialOf } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { MaterialChoice } from '../parts/goods-choice.js';
import {
  DistrictChoice,
  MunicipalityChoice,
  PlaceGroupChoice,
  RegionChoice,
} from '../parts/place-choice.js';
import { useDecimals } from './use-decimals.js';
import type { RuleForm } from './rule-draft.js';

interface Props {
  readonly form: RuleForm;
  readonly onChange: (form: RuleForm) => void;
  readonly errors: Readonly<Record<string, string>>;
  /** A rule stays with its material. */
  readonly isChange: boolean;
}

export function RuleFields({ form, onChange, errors, isChange }: Props) {
  const { t } = useTranslation(['campaigns', 'language']);
  const materialOf = useMaterialOf();
  const decimals = useDecimals();
  const material = form.materialId === null ? undefined : materialOf(form.materialId);
  const kinds = TARGET_RULE_KINDS.filter(
    (kind) => material === undefined || appliesTo(kind, material.kind),
  );
  const set = (changes: Partial<RuleForm>): void => onChange({ ...form, ...changes });
  const setMaterial = (materialId: string | null): void => {
    const kind = materialId === null ? undefined : materialOf(materialId)?.kind;
    const fits = kind === undefined || appliesTo(form.kind, kind);
    set({ materialId, ...(fits ? {} : { kind: 'fixed' }) });
  };
  return (
    <Stack gap="md">
      {isChange ? (
        <Text fw={600}>{material?.name}</Text>
      ) : (
        <MaterialChoice
          value={form.materialId}
          onChange={setMaterial}
          error={errors['materialId']}
        />
      )}
      <Group align="flex-start" grow>
        <NumberInput
          label={material?.kind === 'broadcast' ? t('rules.airings') : t('rules.pieces')}
          data-autofocus
          min={0}
          max={1_000_000}
          decimalScale={3}
          {...decimals}
          value={form.value}
          error={errors['value']}
          onChange={(value) => set({ value })}
        />
        <Select
          label={t('rules.kind')}
          allowDeselect={false}
          value={form.kind}
          error={errors['kind']}
          data={kinds.map((kind) => ({ value: kind, label: t(`language:targetRuleKind.${kind}`) }))}
          onChange={(kind) => set({ kind: kind as TargetRuleKind })}
        />
      </Group>
      <Text size="xs" c="dimmed" mt={-8}>
        {t(`ruleHint.${form.kind}`)}
      </Text>
      {countsPoints(form.kind) && <PointFields form={form} onChange={set} errors={errors} />}
      <ScopeFields form={form} onChange={set} errors={errors} />
    </Stack>
  );
}

interface PartProps {
  readonly form: RuleForm;
  readonly onChange: (changes: Partial<RuleForm>) => void;
  readonly errors: Readonly<Record<string, string>>;
}

function PointFields({ form, onChange, errors }: PartProps) {
  const { t } = useTranslation(['campaigns', 'language']);
  return (
    <Group align="flex-start" grow>
      <Choice
        label={t('rules.pointKind')}
        placeholder={t('rule.anyPoint')}
        clearable
        value={form.pointKind}
        error={errors['pointKind']}
        onChange={(kind) => onChange({ pointKind: kind as PointKind | null })}
        options={POINT_KINDS.map((kind) => ({
          value: kind,
          label: t(`language:pointKind.${kind}`),
        }))}
      />
      <TextInput
        label={t('rules.tag')}
        placeholder={t('rules.anyTag')}
        maxLength={60}
        value={form.tag}
        error={errors['tag']}
        onChange={(event) => onChange({ tag: event.currentTarget.value })}
      />
    </Group>
  );
}

const WIDEST_FIRST: readonly ScopeLevel[] = [
  'country',
  'region',
  'district',
  'group',
  'municipality',
];

function ScopeFields({ form: { level, key }, onChange, errors }: PartProps) {
  const { t } = useTranslation('campaigns');
  const place = { value: key, onChange: (chosen: string | null) => onChange({ key: chosen }) };
  return (
    <Group align="flex-start" grow>
      <Select
        label={t('rules.scope')}
        allowDeselect={false}
        value={level}
        data={WIDEST_FIRST.map((each) => ({ value: each, label: t(`scope.${each}`) }))}
        onChange={(chosen) => onChange({ level: chosen as ScopeLevel, key: null })}
      />
      {level === 'region' && <RegionChoice {...place} error={errors['regionCode']} />}
      {level === 'district' && <DistrictChoice {...place} error={errors['districtCode']} />}
      {level === 'group' && <PlaceGroupChoice {...place} error={errors['groupId']} />}
      {level === 'municipality' && (
        <MunicipalityChoice {...place} error={errors['municipalityCode']} />
      )}
    </Group>
  );
}
