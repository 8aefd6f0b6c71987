import { Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { useRuleSentence } from '../parts/rule-sentence.js';
import { offerUndo } from '../parts/undo-notice.js';
import { useCommand } from '../parts/use-command.js';
import { changeFlagRule, type FlagRule, removeFlagRule } from './use-flag-rules.js';

interface Keeping {
  /** Switches the rule on or off, and offers to undo it. */
  readonly toggle: (rule: FlagRule) => void;
  /** Deletes the rule after asking; one that raised flags is offered to be switched off instead. */
  readonly remove: (rule: FlagRule) => void;
  /** Why the last of these was refused. */
  readonly error: Error | null;
}

export function useKeepRules(): Keeping {
  const { t } = useTranslation('checks');
  const sentence = useRuleSentence();
  const undo = useCommand({ run: switchRule });
  const toggle = useCommand({
    run: switchRule,
    onDone: (changed) =>
      offerUndo(t(changed.enabled ? 'rules.switchedOn' : 'rules.switchedOff'), () =>
        undo.mutate(changed),
      ),
  });
  const remove = useCommand({ run: removeFlagRule, done: () => t('rules.removed') });
  const offerToSwitchOff = (rule: FlagRule): void =>
    askFirst({
      title: t('rules.inUseTitle'),
      text: t('rules.inUseText'),
      confirm: t('rules.switchOff'),
      isDestructive: false,
      onConfirm: () => {
        remove.reset();
        if (rule.enabled) toggle.mutate(rule);
      },
    });
  return {
    toggle: toggle.mutate,
    remove: (rule) =>
      askFirst({
        title: t('rules.removeTitle'),
        text: t('rules.removeText', { rule: sentence(rule) }),
        confirm: t('rules.remove'),
        onConfirm: () =>
          remove.mutate(rule, {
            onError: (error) => isInUse(error) && offerToSwitchOff(rule),
          }),
      }),
    error: toggle.error ?? undo.error ?? (isInUse(remove.error) ? null : remove.error),
  };
}

function switchRule({ id, version, enabled }: FlagRule): Promise<FlagRule> {
  return changeFlagRule(id, version, { enabled: !enabled });
}

function isInUse(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'in_use';
}
