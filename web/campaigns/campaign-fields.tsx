import { Group, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';

export interface CampaignForm {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly funders: readonly string[];
}

export const EMPTY_CAMPAIGN: CampaignForm = { name: '', startsOn: '', endsOn: '', funders: [] };

/** What the service takes. */
export function describeCampaign({ name, startsOn, endsOn, funders }: CampaignForm) {
  return { name: name.trim(), startsOn, endsOn, funders: funders.map((each) => ({ name: each })) };
}

export function isCampaignComplete({ name, startsOn, endsOn }: CampaignForm): boolean {
  return name.trim() !== '' && startsOn !== '' && endsOn !== '';
}

interface Props {
  readonly form: CampaignForm;
  readonly onChange: (form: CampaignForm) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** Name, days and funders: of a new campaign, and of one that is changed. */
export function CampaignFields({ form, onChange, errors }: Props) {
  const { t } = useTranslation('campaigns');
  const funderError = Object.entries(errors).find(([path]) => path.startsWith('funders'))?.[1];
  return (
    <>
      <TextInput
        label={t('field.name')}
        required
        withAsterisk={false}
        data-autofocus
        maxLength={200}
        value={form.name}
        error={errors['name']}
        onChange={(event) => onChange({ ...form, name: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={t('field.startsOn')}
          required
          withAsterisk={false}
          value={form.startsOn}
          error={errors['startsOn']}
          onChange={(event) => onChange({ ...form, startsOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('field.endsOn')}
          required
          withAsterisk={false}
          min={form.startsOn}
          value={form.endsOn}
          error={errors['endsOn'] ?? (isReversed(form) ? t('field.reversed') : undefined)}
          onChange={(event) => onChange({ ...form, endsOn: event.currentTarget.value })}
        />
      </Group>
      <TagsInput
        label={t('field.funders')}
        description={t('field.fundersHint')}
        // A name may hold commas.
        splitChars={['\n']}
        value={[...form.funders]}
        error={funderError}
        clearable
        clearButtonProps={{ 'aria-label': t('field.noFunders') }}
        onChange={(funders) => onChange({ ...form, funders })}
      />
    </>
  );
}

function isReversed({ startsOn, endsOn }: CampaignForm): boolean {
  return startsOn !== '' && endsOn !== '' && endsOn < startsOn;
}
