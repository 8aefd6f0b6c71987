import { ActionIcon, Anchor, Badge, Group, Stack, Switch, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { FLAG_KINDS } from '../../src/flags/rules.js';
import { useMaterialNames } from '../api/use-materials.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useRuleSentence } from '../parts/rule-sentence.js';
import { StateBadge } from '../parts/state-badge.js';
import { useCounted } from '../parts/use-counted.js';
import { useKeepRules } from './use-keep-rules.js';
import type { FlagRule } from './use-flag-rules.js';

interface Props {
  readonly rules: readonly FlagRule[];
  /** Absent for those who only read. */
  readonly onEdit: ((rule: FlagRule) => void) | undefined;
}

/** The rules, each in a sentence. */
export function RuleTable({ rules, onEdit }: Props) {
  const { t } = useTranslation(['checks', 'language']);
  const sentence = useRuleSentence();
  const say = useCounted();
  const { toggle, remove, error } = useKeepRules();
  const inOrder = useMemo(() => [...rules].sort(byKind), [rules]);
  const columns: Column<FlagRule>[] = [
    {
      key: 'rule',
      header: t('rules.columnRule'),
      width: 'minmax(8rem, 5fr)',
      cell: (rule) => <RuleCell rule={rule} />,
    },
    {
      key: 'severity',
      header: t('rules.columnSeverity'),
      width: '7rem',
      hiddenOn: 'phone',
      cell: ({ severity }) => <StateBadge of="severity" state={severity} />,
    },
    {
      key: 'escalates',
      header: t('rules.columnEscalates'),
      width: '7rem',
      isNumber: true,
      hiddenOn: 'tablet',
      cell: ({ escalateAfterDays }) => t('language:count.days', say(escalateAfterDays)),
    },
    {
      key: 'enabled',
      header: t('rules.columnEnabled'),
      width: '5rem',
      cell: (rule) =>
        onEdit === undefined ? (
          <OnOrOff isOn={rule.enabled} />
        ) : (
          <Switch
            size="md"
            aria-label={t('rules.enable', { rule: sentence(rule) })}
            checked={rule.enabled}
            onChange={() => toggle(rule)}
          />
        ),
    },
    ...(onEdit === undefined
      ? []
      : [
          {
            key: 'actions',
            header: t('rules.columnActions'),
            width: '5.5rem',
            cell: (rule: FlagRule) => (
              <RowActions
                name={sentence(rule)}
                onEdit={() => onEdit(rule)}
                onRemove={() => remove(rule)}
              />
            ),
          },
        ]),
  ];
  return (
    <Stack gap="sm">
      {error !== null && <ProblemNotice error={error} isCommand />}
      <DataTable
        label={t('rules.list')}
        rows={inOrder}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={sentence}
      />
    </Stack>
  );
}

/** As the kinds are listed everywhere: what was never reached first. */
function byKind(a: FlagRule, b: FlagRule): number {
  return FLAG_KINDS.indexOf(a.kind) - FLAG_KINDS.indexOf(b.kind);
}

/** What it looks for, where alone, and where to see what it found. */
function RuleCell({ rule }: { rule: FlagRule }) {
  const { t } = useTranslation(['checks', 'language']);
  const sentence = useRuleSentence();
  const materialName = useMaterialNames();
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const { kind, materialId, groupId, severity } = rule;
  const scope = [
    ...(materialId === null ? [] : [t('rules.onlyMaterial', { name: materialName(materialId) })]),
    ...(groupId === null
      ? []
      : [t('rules.onlyGroup', { name: groups.find(({ id }) => id === groupId)?.name ?? '…' })]),
  ];
  return (
    <Stack gap={2}>
      <Text inherit fw={600} c={rule.enabled ? undefined : 'dimmed'}>
        {sentence(rule)}
      </Text>
      {scope.length > 0 && <Text size="sm">{scope.join(' · ')}</Text>}
      <Group gap="xs">
        <Text component="span" hiddenFrom="sm" size="xs">
          <StateBadge of="severity" state={severity} />
        </Text>
        <Anchor component={Link} to="/flags" search={{ rule: kind } as never} size="xs">
          {t('rules.openFlags')}
        </Anchor>
      </Group>
    </Stack>
  );
}

function OnOrOff({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation('checks');
  return (
    <Badge
      color={isOn ? 'reach' : 'gray'}
      variant="light"
      styles={{ root: { textTransform: 'none' } }}
    >
      {t(isOn ? 'rules.on' : 'rules.off')}
    </Badge>
  );
}

function RowActions({
  name,
  onEdit,
  onRemove,
}: {
  name: string;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('checks');
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        size={36}
        variant="subtle"
        aria-label={t('rules.editRule', { rule: name })}
        onClick={onEdit}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={36}
        variant="subtle"
        color="red"
        aria-label={t('rules.removeRule', { rule: name })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
