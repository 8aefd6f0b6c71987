import { ActionIcon, Button, Group, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconPencil, IconTarget, IconX } from '@tabler/icons-react';
import { TARGET_RULE_KINDS } from '../../src/campaigns/target-rule.js';
import { useMaterialOf } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import classes from './campaigns.module.css';
import { useEndRule } from './use-rule-changes.js';
import { useRuleWords } from './use-rule-words.js';
import type { TargetRule } from './use-targets.js';

interface Props {
  readonly campaignId: string;
  readonly rules: readonly TargetRule[];
  readonly mayRule: boolean;
  readonly showsMaterial: boolean;
  readonly onAdd: () => void;
  readonly onEdit: (rule: TargetRule) => void;
}

/** The rules in words, in the order in which they are reckoned: what adds up, then what raises, then what replaces. */
export function RuleList({ campaignId, rules, mayRule, showsMaterial, onAdd, onEdit }: Props) {
  const { t } = useTranslation('campaigns');
  const end = useEndRule(campaignId);
  const materialOf = useMaterialOf();
  const nameOf = (rule: TargetRule): string => materialOf(rule.materialId)?.name ?? '';
  const ordered = rules.toSorted(
    (a, b) =>
      nameOf(a).localeCompare(nameOf(b)) ||
      TARGET_RULE_KINDS.indexOf(a.kind) - TARGET_RULE_KINDS.indexOf(b.kind),
  );
  return (
    <Stack gap="xs" component="section" aria-labelledby="rules-title">
      <Title order={2} size="h4" id="rules-title">
        {t('rules.title')}
      </Title>
      {end.error !== null && <ProblemNotice error={end.error} isCommand />}
      {ordered.length === 0 ? (
        <EmptyPage
          icon={<IconTarget />}
          title={t('rules.none')}
          action={mayRule && <Button onClick={onAdd}>{t('rules.add')}</Button>}
        >
          {mayRule ? t('rules.noneText') : t('rules.noneForOthers')}
        </EmptyPage>
      ) : (
        <Paper withBorder radius="md">
          {ordered.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              mayRule={mayRule}
              showsMaterial={showsMaterial}
              isEnding={end.isPending && end.variables.id === rule.id}
              onEdit={() => onEdit(rule)}
              onEnd={() => end.mutate(rule)}
            />
          ))}
        </Paper>
      )}
    </Stack>
  );
}

interface RowProps {
  readonly rule: TargetRule;
  readonly mayRule: boolean;
  readonly showsMaterial: boolean;
  readonly isEnding: boolean;
  readonly onEdit: () => void;
  readonly onEnd: () => void;
}

function RuleRow({ rule, mayRule, showsMaterial, isEnding, onEdit, onEnd }: RowProps) {
  const { t } = useTranslation('campaigns');
  const words = useRuleWords();
  const material = useMaterialOf()(rule.materialId);
  const said = words.figure(rule, material?.kind);
  return (
    <Group px="md" py={6} justify="space-between" wrap="nowrap" className={classes.rule}>
      <div>
        <Text size="sm">
          {showsMaterial && (
            <Text span inherit fw={600}>
              {`${material?.name ?? '…'}: `}
            </Text>
          )}
          {said}
        </Text>
        <Text size="xs" c="dimmed">
          {words.scope(rule)}
        </Text>
      </div>
      {mayRule && (
        <Group gap={4} wrap="nowrap">
          <Tooltip label={t('rules.edit')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`${t('rules.edit')}: ${said}`}
              onClick={onEdit}
            >
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('rules.end')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              loading={isEnding}
              aria-label={`${t('rules.end')}: ${said}`}
              onClick={onEnd}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </Group>
  );
}
