import { NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { takesFigure, takesMaterial } from '../../src/flags/rule-draft.js';
import { SEVERITIES } from '../../src/flags/rules.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useTranslation } from '../language/i18n.js';
import { MaterialChoice } from '../parts/goods-choice.js';
import { PlaceGroupChoice } from '../parts/place-choice.js';
import type { RuleFields } from './rule-fields.js';

interface Props {
  readonly fields: RuleFields;
  readonly onChange: (fields: RuleFields) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly campaign: Campaign;
}

const MAX_DAYS = 3650;

/** The figures that a rule of this kind looks at, and where it looks. */
export function RuleFiguresFields(props: Props) {
  const { fields, onChange, errors } = props;
  const { t } = useTranslation(['checks', 'language']);
  const set = (change: Partial<RuleFields>): void => onChange({ ...fields, ...change });
  return (
    <>
      {takesFigure(fields.kind, 'days') && (
        <WholeNumber
          label={t('rules.days')}
          max={MAX_DAYS}
          value={fields.days}
          onChange={(days) => set({ days })}
          error={errors.days}
        />
      )}
      {takesFigure(fields.kind, 'percent') && <TargetFields {...props} />}
      {takesMaterial(fields.kind) && (
        <div>
          <MaterialChoice
            label={t('rules.onlyMaterialField')}
            clearable
            value={fields.materialId}
            onChange={(materialId) => set({ materialId })}
            error={errors.materialId}
          />
          <Hint>{t('rules.onlyMaterialHint')}</Hint>
        </div>
      )}
      <div>
        <PlaceGroupChoice
          label={t('rules.onlyGroupField')}
          clearable
          value={fields.groupId}
          onChange={(groupId) => set({ groupId })}
          error={errors.groupId}
        />
        <Hint>{t('rules.onlyGroupHint')}</Hint>
      </div>
      <Select
        label={t('rules.severity')}
        allowDeselect={false}
        value={fields.severity}
        onChange={(severity) => severity !== null && set({ severity })}
        data={SEVERITIES.map((value) => ({ value, label: t(`language:severity.${value}`) }))}
      />
      <WholeNumber
        label={t('rules.escalate')}
        description={t('rules.escalateHint')}
        max={MAX_DAYS}
        value={fields.escalateAfterDays}
        onChange={(escalateAfterDays) => set({ escalateAfterDays })}
        error={errors.escalateAfterDays}
      />
    </>
  );
}

/** How much of the target, and by when: a day, or a part of the campaign's time. */
function TargetFields({ fields, onChange, errors, campaign }: Props) {
  const { t } = useTranslation('checks');
  const set = (change: Partial<RuleFields>): void => onChange({ ...fields, ...change });
  return (
    <>
      <WholeNumber
        label={t('rules.percent')}
        min={1}
        max={100}
        value={fields.percent}
        onChange={(percent) => set({ percent })}
        error={errors.percent}
      />
      <Stack gap={6}>
        <Text size="sm" fw={500} id="rule-deadline">
          {t('rules.deadline')}
        </Text>
        <SegmentedControl
          aria-labelledby="rule-deadline"
          value={fields.deadline}
          onChange={(deadline) => set({ deadline })}
          data={[
            { value: 'share', label: t('rules.deadlineShare') },
            { value: 'date', label: t('rules.deadlineDate') },
          ]}
        />
      </Stack>
      {fields.deadline === 'date' ? (
        <TextInput
          type="date"
          label={t('rules.byDate')}
          min={campaign.startsOn}
          max={campaign.endsOn}
          value={fields.byDate}
          onChange={({ currentTarget }) => set({ byDate: currentTarget.value })}
          error={errors.byDate}
        />
      ) : (
        <WholeNumber
          label={t('rules.byShare')}
          max={100}
          value={fields.bySharePercent}
          onChange={(bySharePercent) => set({ bySharePercent })}
          error={errors.byShareOfCampaign}
        />
      )}
    </>
  );
}

interface WholeNumberProps {
  readonly label: string;
  readonly description?: string;
  readonly min?: number;
  readonly max: number;
  readonly value: number | '';
  readonly onChange: (value: number | '') => void;
  readonly error: string | undefined;
}

function WholeNumber({ onChange, min = 0, ...props }: WholeNumberProps) {
  return (
    <NumberInput
      {...props}
      required
      min={min}
      allowDecimal={false}
      allowNegative={false}
      onChange={(value) => onChange(typeof value === 'number' ? value : '')}
    />
  );
}

function Hint({ children }: { children: string }) {
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {children}
    </Text>
  );
}
