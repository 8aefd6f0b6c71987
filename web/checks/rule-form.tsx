import { Paper, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FLAG_KINDS } from '../../src/flags/rules.js';
import { api, read } from '../api/client.js';
import { Refusal } from '../api/refusal.js';
import { useCampaign } from '../api/use-campaigns.js';
import { useTranslation } from '../language/i18n.js';
import { ChangedByAnother, isStale } from '../parts/changed-by-another.js';
import { useRuleSentence } from '../parts/rule-sentence.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { beginFields, fillFields, previewFields, readFields } from './rule-fields.js';
import { RuleFiguresFields } from './rule-figures-fields.js';
import { changeFlagRule, type FlagRule, readFlagRule } from './use-flag-rules.js';
import { useRuleDifferences } from './use-rule-differences.js';

interface Props {
  /** Absent: a new one. */
  readonly rule: FlagRule | undefined;
  readonly onClose: () => void;
}

/** Makes or changes a rule; its kind is chosen once. */
export function RuleForm({ rule, onClose }: Props) {
  const { t } = useTranslation(['checks', 'language', 'parts']);
  const campaign = useCampaign();
  const sentence = useRuleSentence();
  const describe = useRuleDifferences();
  const [fields, setFields] = useState(() =>
    rule === undefined ? beginFields('never_reached') : fillFields(rule),
  );
  const [theirs, setTheirs] = useState<FlagRule>();
  const content = readFields(fields);
  const save = useCommand<number | undefined, FlagRule>({
    run: (version, id) => {
      if (rule !== undefined && version !== undefined)
        return changeFlagRule(rule.id, version, content!);
      const body = { id, campaignId: campaign.id, kind: fields.kind, ...content! };
      return read(api.POST('/api/v1/flag-rules', { body }));
    },
    onDone: () => {
      const message = t(rule === undefined ? 'rules.added' : 'rules.saved');
      notifications.show({ message, color: 'reach' });
      onClose();
    },
  });
  const readTheirs = async (id: string): Promise<void> => setTheirs(await readFlagRule(id));
  const submit = (version: number | undefined): void =>
    save.mutate(version, {
      onError: (error) => {
        if (rule !== undefined && isStale(error)) void readTheirs(rule.id);
      },
    });
  const errors = save.error instanceof Refusal ? save.error.fieldErrors : {};
  return (
    <SideForm
      title={t(rule === undefined ? 'rules.newTitle' : 'rules.editTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => submit(rule?.version)}
      submit={t(rule === undefined ? 'rules.create' : 'parts:save')}
      isPending={save.isPending}
      error={theirs === undefined ? save.error : null}
      isDisabled={content === undefined}
    >
      {rule === undefined && (
        <Select
          label={t('rules.kind')}
          allowDeselect={false}
          value={fields.kind}
          onChange={(kind) => kind !== null && setFields(beginFields(kind))}
          data={FLAG_KINDS.map((kind) => ({
            value: kind,
            label: t(`language:flagKind.${kind}`),
          }))}
        />
      )}
      <Paper bg="var(--mantine-primary-color-light)" p="sm" radius="md" aria-live="polite">
        <Text size="xs" c="dimmed">
          {t('rules.preview')}
        </Text>
        <Text size="sm" fw={600}>
          {sentence(previewFields(fields))}
        </Text>
      </Paper>
      <RuleFiguresFields fields={fields} onChange={setFields} errors={errors} campaign={campaign} />
      <ChangedByAnother
        isOpen={theirs !== undefined}
        differences={theirs === undefined ? [] : describe(fillFields(theirs), fields)}
        onKeepTheirs={onClose}
        onSaveMine={() => {
          setTheirs(undefined);
          submit(theirs?.version);
        }}
      />
    </SideForm>
  );
}
