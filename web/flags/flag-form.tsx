import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from '../language/i18n.js';
import { SideForm } from '../parts/side-form.js';
import { offerUndo } from '../parts/undo-notice.js';
import { EMPTY_DRAFT, type FlagForm as Form, readCommand } from './flag-command.js';
import { FlagFields } from './flag-fields.js';
import { FlagOutcome, FlagProgress } from './flag-outcome.js';
import { useCounted } from '../parts/use-counted.js';
import { type FlagResults, useFlagSteps } from './use-flag-steps.js';
import type { Flag } from './use-flags.js';
import { useReopen } from './use-reopen.js';

interface Props {
  readonly form: Form;
  /** Which it is done to; those that it cannot be done to are told afterwards, with the reason. */
  readonly flags: readonly Flag[];
  readonly onClose: () => void;
  /** What is not done yet, after each try. */
  readonly onTried?: (left: readonly Flag[]) => void;
}

/** Acknowledges, assigns or resolves one flag or several, and says what became of each. */
export function FlagForm({ form, flags, onClose, onTried }: Props) {
  const { t } = useTranslation(['flags', 'parts']);
  const say = useCounted();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [results, setResults] = useState<FlagResults>();
  const { run, answered, stop } = useFlagSteps();
  const { reopen } = useReopen();
  const [tried, setTried] = useState(flags);
  const command = readCommand(form, draft);
  const isSingle = flags.length === 1;
  const submit = async (): Promise<void> => {
    if (command === undefined) return;
    const found = await run(tried, command);
    const left = [...found.failed.map(({ subject }) => subject), ...found.untried];
    onTried?.(left);
    if (found.done.length > 0) {
      const message = t(`done.${form}`, say(found.done.length));
      if (form === 'resolve') offerUndo(message, () => void reopen(found.done));
      else notifications.show({ message, color: 'reach' });
    }
    if (left.length === 0) return onClose();
    setTried(left);
    setResults(found);
  };
  const single = isSingle ? results?.failed[0]?.error : undefined;
  const isPending = answered !== undefined;
  return (
    <SideForm
      title={t(`form.${form}Title`, say(flags.length))}
      isOpen
      onClose={() => (isPending ? stop() : onClose())}
      onSubmit={() => void submit()}
      submit={t(results === undefined ? form : 'form.again')}
      isPending={isPending}
      error={single}
      isDisabled={command === undefined}
    >
      <Text size="sm" c="dimmed">
        {t(`form.${form}Text`)}
      </Text>
      {isSingle && <Text size="sm">{flags[0]!.message}</Text>}
      <FlagFields form={form} draft={draft} onChange={setDraft} error={single} />
      {isPending && !isSingle && (
        <FlagProgress answered={answered} total={tried.length} onStop={stop} />
      )}
      {!isPending && !isSingle && results !== undefined && <FlagOutcome results={results} />}
    </SideForm>
  );
}
