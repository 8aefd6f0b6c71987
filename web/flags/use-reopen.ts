import { notifications } from '@mantine/notifications';
import { Refusal } from '../api/refusal.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useFlagSteps } from './use-flag-steps.js';
import type { Flag } from './use-flags.js';

/** Undoes resolutions by hand, and says what became of them. */
export function useReopen(): {
  readonly reopen: (flags: readonly Flag[]) => Promise<void>;
  readonly isPending: boolean;
} {
  const { t } = useTranslation('flags');
  const format = useFormat();
  const { run, answered } = useFlagSteps();
  const reopen = async (flags: readonly Flag[]): Promise<void> => {
    const { done, failed } = await run(flags, { kind: 'reopen' });
    const say = (count: number) => ({ count, replace: { count: format.number(count) } });
    if (done.length > 0)
      notifications.show({ message: t('done.reopen', say(done.length)), color: 'reach' });
    const [first] = failed;
    if (first === undefined) return;
    const reason = first.error instanceof Refusal ? first.error.message : t('form.noAnswer');
    notifications.show({
      message: t('done.reopenFailed', {
        count: failed.length,
        reason,
        replace: { count: format.number(failed.length), reason },
      }),
      color: 'red',
      autoClose: false,
    });
  };
  return { reopen, isPending: answered !== undefined };
}
