import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { addDays, dayOf } from '../../src/time.js';
import { Refusal } from '../api/refusal.js';
import { colleaguesQuery } from '../api/use-colleagues.js';
import { useMyself } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import type { FlagDraft, FlagForm } from './flag-command.js';

interface FieldsProps {
  readonly form: FlagForm;
  readonly draft: FlagDraft;
  readonly onChange: (draft: FlagDraft) => void;
  readonly error: Error | undefined;
}

/** What is said with a step. */
export function FlagFields({ form, draft, onChange, error }: FieldsProps) {
  const { t } = useTranslation('flags');
  const errors = error instanceof Refusal ? error.fieldErrors : {};
  const set = (change: Partial<FlagDraft>): void => onChange({ ...draft, ...change });
  if (form === 'assign')
    return (
      <Person value={draft.userId} onChange={(userId) => set({ userId })} error={errors.userId} />
    );
  const isNote = form === 'acknowledge';
  return (
    <>
      <Textarea
        label={t(isNote ? 'form.note' : 'form.reason')}
        description={t(isNote ? 'form.noteHint' : 'form.reasonHint')}
        required
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        value={draft.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
        error={errors[isNote ? 'note' : 'reason']}
      />
      {isNote && (
        <Until value={draft.until} onChange={(until) => set({ until })} error={errors.until} />
      )}
    </>
  );
}

const QUICK_DAYS = [3, 7, 14] as const;

function Until({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (day: string) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('flags');
  const today = dayOf(new Date().toISOString());
  return (
    <Stack gap="xs">
      <TextInput
        type="date"
        label={t('form.until')}
        description={t('form.untilHint')}
        min={today}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        error={error}
      />
      <Group gap="xs">
        {QUICK_DAYS.map((days) => (
          <Button
            key={days}
            size="sm"
            variant={value === addDays(today, days) ? 'light' : 'default'}
            onClick={() => onChange(addDays(today, days))}
          >
            {t('form.inDays', { count: days })}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function Person({
  value,
  onChange,
  error,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('flags');
  const myself = useMyself();
  const { data = [] } = useQuery(colleaguesQuery);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          size="sm"
          variant={value === myself.id ? 'light' : 'default'}
          data-autofocus
          onClick={() => onChange(myself.id)}
        >
          {t('form.toMe')}
        </Button>
      </Group>
      <Choice
        label={t('form.person')}
        description={t('form.personHint')}
        required
        options={data.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onChange={onChange}
        error={error}
      />
    </Stack>
  );
}
