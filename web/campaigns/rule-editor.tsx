import { Grid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../api/new-id.js';
import { Refusal } from '../api/refusal.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaterialOf } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { ChangedByAnother } from '../parts/changed-by-another.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { draftOf, formOf, type RuleDraft, type RuleForm } from './rule-draft.js';
import { RuleFields } from './rule-fields.js';
import { RulePreviewPanel } from './rule-preview-panel.js';
import { changeRule, createRule, readRule } from './use-rule-changes.js';
import { useRuleWords } from './use-rule-words.js';
import { useSaving } from './use-saving.js';
import type { TargetRule } from './use-targets.js';

interface Props {
  readonly campaign: Campaign;
  /** The material that the page looks at. */
  readonly materialId: string | undefined;
  /** The one that is changed; absent: a new one. */
  readonly rule?: TargetRule;
  /** Where there is such a rule already: that one instead. */
  readonly onOpenOther: (id: string) => void;
  readonly onClose: () => void;
}

/** A rule is filled in beside what it would do to the 161, which follows each change. */
export function RuleEditor(props: Props) {
  return props.rule === undefined ? (
    <NewRule {...props} />
  ) : (
    <ChangedRule {...props} rule={props.rule} />
  );
}

function NewRule({ campaign, materialId, onOpenOther, onClose }: Props) {
  const { t } = useTranslation('campaigns');
  const kindOf = useMaterialOf();
  const [form, setForm] = useState<RuleForm>(() => {
    const first = materialId ?? campaign.materialIds[0] ?? null;
    const isAired = first !== null && kindOf(first)?.kind === 'broadcast';
    return {
      materialId: first,
      kind: isAired ? 'fixed' : 'per_1000_inhabitants',
      value: '',
      pointKind: null,
      tag: '',
      level: 'country',
      key: null,
    };
  });
  const [id] = useState(newId);
  const create = useCommand({
    run: (draft: RuleDraft) => createRule(campaign.id, id, draft),
    done: () => t('rules.added'),
    onDone: onClose,
  });
  const draft = draftOf(form);
  return (
    <SideForm
      title={t('rules.add')}
      isOpen
      onClose={onClose}
      onSubmit={() => draft !== undefined && create.mutate(draft)}
      submit={t('rules.save')}
      isPending={create.isPending}
      error={create.error}
      isDisabled={draft === undefined}
      size="min(1240px, 100vw)"
    >
      <Layout
        campaign={campaign}
        form={form}
        onChange={setForm}
        error={create.error}
        onOpenOther={onOpenOther}
      />
    </SideForm>
  );
}

function ChangedRule({ campaign, rule, onOpenOther, onClose }: Props & { rule: TargetRule }) {
  const { t } = useTranslation('campaigns');
  const [form, setForm] = useState<RuleForm>(() => formOf(rule));
  const words = useRuleWords();
  const kind = useMaterialOf()(rule.materialId)?.kind;
  const saving = useSaving({
    version: rule.version,
    save: (draft: RuleDraft, version) => changeRule(campaign.id, rule.id, version, draft),
    readAnew: () => readRule(campaign.id, rule.id),
    done: t('rules.changed'),
    onEnd: onClose,
  });
  const draft = draftOf(form);
  const say = (each: RuleDraft): string => `${words.figure(each, kind)} · ${words.scope(each)}`;
  return (
    <>
      <SideForm
        title={t('rules.edit')}
        isOpen
        onClose={onClose}
        onSubmit={() => draft !== undefined && saving.save(draft)}
        submit={t('rules.save')}
        isPending={saving.isPending}
        error={saving.error}
        isDisabled={draft === undefined}
        size="min(1240px, 100vw)"
      >
        <Layout
          campaign={campaign}
          form={form}
          onChange={setForm}
          error={saving.error}
          replaces={rule.id}
          onOpenOther={onOpenOther}
        />
      </SideForm>
      {saving.overtaken !== undefined && (
        <ChangedByAnother
          isOpen
          differences={[
            {
              field: t('rules.one'),
              theirs: say(saving.overtaken.theirs),
              mine: say(saving.overtaken.mine),
            },
          ].filter(({ theirs, mine }) => theirs !== mine)}
          onKeepTheirs={saving.keepTheirs}
          onSaveMine={saving.saveMine}
        />
      )}
    </>
  );
}

interface LayoutProps {
  readonly campaign: Campaign;
  readonly form: RuleForm;
  readonly onChange: (form: RuleForm) => void;
  readonly error: unknown;
  readonly replaces?: string;
  readonly onOpenOther: (id: string) => void;
}

function Layout({ campaign, form, onChange, error, replaces, onOpenOther }: LayoutProps) {
  const { t } = useTranslation('campaigns');
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('rules.howTheyAdd')}
          </Text>
          <RuleFields
            form={form}
            onChange={onChange}
            isChange={replaces !== undefined}
            errors={error instanceof Refusal ? error.fieldErrors : {}}
          />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <RulePreviewPanel
          campaignId={campaign.id}
          draft={draftOf(form)}
          replaces={replaces}
          onOpenOther={onOpenOther}
        />
      </Grid.Col>
    </Grid>
  );
}
