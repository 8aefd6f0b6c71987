import { Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import type { TypedContact } from './point-draft.js';

interface Props {
  readonly value: TypedContact;
  readonly onChange: (contact: Partial<TypedContact>) => void;
  readonly refusal: unknown;
}

/** Whom to call at a place. */
export function ContactFields({ value, onChange, refusal }: Props) {
  const { t } = useTranslation('places');
  const errors = refusal instanceof Refusal ? refusal.fieldErrors : {};
  return (
    <Fieldset legend={t('form.contact')}>
      <Stack gap="sm">
        <TextInput
          label={t('form.person')}
          value={value.person}
          onChange={({ currentTarget }) => onChange({ person: currentTarget.value })}
          error={errors['contact.person']}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('form.phone')}
            type="tel"
            value={value.phone}
            onChange={({ currentTarget }) => onChange({ phone: currentTarget.value })}
            error={errors['contact.phone']}
          />
          <TextInput
            label={t('form.email')}
            type="email"
            value={value.email}
            onChange={({ currentTarget }) => onChange({ email: currentTarget.value })}
            error={errors['contact.email']}
          />
        </Group>
      </Stack>
    </Fieldset>
  );
}
