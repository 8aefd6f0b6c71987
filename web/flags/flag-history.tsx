import { Text, Timeline } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowUp,
  IconCheck,
  IconEye,
  IconUser,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { FlagEventTold } from '../../src/flags/flag-event.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { FlagStep } from './use-flags.js';

const ICONS: Readonly<Record<FlagStep['kind'], ComponentType<IconProps>>> = {
  raised: IconAlertTriangle,
  acknowledged: IconEye,
  assigned: IconUser,
  escalated: IconArrowUp,
  resolved: IconCheck,
  reopened: IconArrowBackUp,
  cause_gone: IconCheck,
};

/** Every step of the flag's life: what, who, when, and what was said. */
export function FlagHistory({ steps }: { steps: readonly FlagStep[] }) {
  const nameStep = useStepWords();
  const whoAndWhen = useWhoAndWhen();
  return (
    <Timeline bulletSize={26} lineWidth={2} active={steps.length}>
      {steps.map((step, index) => {
        const Icon = ICONS[step.kind];
        const { note, reason } = step.told as FlagEventTold;
        return (
          <Timeline.Item
            // A history only grows, and two steps may be of one moment.
            key={index}
            bullet={<Icon size={14} aria-hidden />}
            title={nameStep(step)}
          >
            {(note ?? reason) !== undefined && (
              <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                {note ?? reason}
              </Text>
            )}
            <Text size="xs" c="dimmed">
              {whoAndWhen(step)}
            </Text>
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}

function useStepWords(): (step: FlagStep) => string {
  const { t } = useTranslation(['flags', 'language']);
  const format = useFormat();
  return ({ kind, told, assigneeName }): string => {
    const { severity, until, resolution } = told as FlagEventTold;
    const severityWord = severity === undefined ? '—' : t(`language:severity.${severity}`);
    if (kind === 'raised' || kind === 'escalated')
      return t(`step.${kind}`, { severity: severityWord });
    if (kind === 'acknowledged')
      return until === undefined
        ? t('step.acknowledged')
        : t('step.acknowledgedUntil', { until: format.date(until) });
    if (kind === 'assigned') return t('step.assigned', { name: assigneeName ?? t('byUnknown') });
    if (kind === 'resolved') return t(RESOLVED[resolution ?? 'cause_gone']);
    return t(`step.${kind}`);
  };
}

const RESOLVED = {
  by_hand: 'step.resolvedByHand',
  rule_off: 'step.resolvedRuleOff',
  cause_gone: 'step.resolvedCauseGone',
} as const;

const LATE_MS = 3_600_000;

/** A check dates what it does by its due moment; where it ran much later, that is said too. */
function useWhoAndWhen(): (step: FlagStep) => string {
  const { t } = useTranslation('flags');
  const format = useFormat();
  return ({ actorId, actorName, occurredAt, recordedAt }): string => {
    const who = actorId === null ? t('byCheck') : (actorName ?? t('byUnknown'));
    const said = t('whoWhen', { who, when: format.dateTime(occurredAt) });
    const isLate = Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_MS;
    return isLate ? `${said} · ${t('recorded', { when: format.dateTime(recordedAt) })}` : said;
  };
}
