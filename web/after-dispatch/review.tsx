import { Button, Code, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { allowedSteps, type AmendingStep } from '../../src/delivery/amendment.js';
import { useMayWrite } from '../api/use-session.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { StateBadge } from '../parts/state-badge.js';
import classes from './after-dispatch.module.css';
import { AmendForm } from './amend-form.js';
import { findStanding } from './comparison.js';
import { ComparisonTable } from './comparison-table.js';
import { ToldInWords } from './told-in-words.js';
import { useReason } from './use-answer.js';
import { useCount } from './use-count.js';
import { useStops } from './use-stops.js';
import { useTeller } from './use-teller.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly words: readonly Confirmation[];
}

interface Deciding {
  readonly step: Exclude<AmendingStep, 'correct'>;
  readonly confirmation: Confirmation;
}

/** What waits for a decision, or for something that has yet to come, and what could not be taken. */
export function Review({ batch, words }: Props) {
  const { t } = useTranslation('after-dispatch');
  const [deciding, setDeciding] = useState<Deciding>();
  const of = (status: Confirmation['status']): Confirmation[] =>
    words.filter((each) => each.status === status);
  const groups = [
    { status: 'conflict', title: t('review.conflicts'), text: t('review.conflictsText') },
    { status: 'held', title: t('review.held'), text: t('review.heldText') },
    { status: 'rejected', title: t('review.rejected'), text: t('review.rejectedText') },
  ] as const;
  const shown = groups.filter(({ status }) => of(status).length > 0);
  return (
    <Stack gap="xl">
      {shown.length === 0 && <Text c="dimmed">{t('review.empty')}</Text>}
      {shown.map(({ status, title, text }) => (
        <Stack key={status} gap="sm">
          <div>
            <Title order={3} size="h4">
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </div>
          <SimpleGrid type="container" cols={{ base: 1, '60rem': status === 'conflict' ? 2 : 1 }}>
            {of(status).map((confirmation) => (
              <WordCard key={confirmation.id} batch={batch} confirmation={confirmation}>
                {status === 'conflict' && (
                  <ComparisonTable
                    batch={batch}
                    standing={findStanding(words, confirmation.consignmentId ?? '')}
                    other={confirmation}
                  />
                )}
                {status === 'held' && <Held confirmation={confirmation} />}
                {status === 'rejected' && <Rejected confirmation={confirmation} />}
                <Decide
                  batch={batch}
                  confirmation={confirmation}
                  onDecide={(step) => setDeciding({ step, confirmation })}
                />
              </WordCard>
            ))}
          </SimpleGrid>
        </Stack>
      ))}
      {deciding !== undefined && (
        <AmendForm
          batch={batch}
          step={deciding.step}
          confirmation={deciding.confirmation}
          standing={findStanding(words, deciding.confirmation.consignmentId ?? '')}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Stack>
  );
}

interface CardProps {
  readonly batch: BatchDetail;
  readonly confirmation: Confirmation;
  readonly children: ReactNode;
}

function WordCard({ batch, confirmation, children }: CardProps) {
  const { t } = useTranslation('after-dispatch');
  const stops = useStops(batch);
  const reasonOf = useReason();
  const { status, reason, consignmentId } = confirmation;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={4} size="h5">
              {stops.nameOf(consignmentId)}
            </Title>
            <Text size="xs" c="dimmed">
              {stops.placeOf(consignmentId)}
            </Text>
          </div>
          <StateBadge of="confirmationStatus" state={status} />
        </Group>
        {status === 'conflict' && (
          <Text size="sm">{t('review.conflictOf', { reason: reasonOf(reason) })}</Text>
        )}
        {status === 'held' && (
          <Text size="sm">{t('review.heldOf', { reason: reasonOf(reason) })}</Text>
        )}
        {children}
      </Stack>
    </Paper>
  );
}

function Held({ confirmation }: { confirmation: Confirmation }) {
  const format = useFormat();
  const tellerOf = useTeller();
  return (
    <div>
      <Text size="sm">
        <ToldInWords confirmation={confirmation} />
      </Text>
      <Text size="sm" c="dimmed">
        {tellerOf(confirmation)} · {format.dateTime(confirmation.receivedAt)}
      </Text>
      {confirmation.note !== null && <Text size="sm">{confirmation.note}</Text>}
    </div>
  );
}

/** Its text as it came, since nothing of it may be lost, and why it was refused. */
function Rejected({ confirmation }: { confirmation: Confirmation }) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const count = useCount();
  const tellerOf = useTeller();
  const { problem, content, attempts = 1 } = confirmation;
  const detail = (problem as { detail?: string } | undefined)?.detail;
  return (
    <div>
      {detail !== undefined && <Text size="sm">{detail}</Text>}
      <Text size="sm" c="dimmed" mb="xs">
        {tellerOf(confirmation)} · {format.dateTime(confirmation.receivedAt)} ·{' '}
        {t('review.attempts', count(attempts))}
      </Text>
      <details>
        <summary className={classes.summary}>{t('review.content')}</summary>
        <Code block className={classes.content} mt="xs" tabIndex={0}>
          {JSON.stringify(content, null, 2)}
        </Code>
      </details>
    </div>
  );
}

interface DecideProps {
  readonly batch: BatchDetail;
  readonly confirmation: Confirmation;
  readonly onDecide: (step: Deciding['step']) => void;
}

/** What a coordinator may do about it; of a cancelled batch nothing can be booked. */
export function Decide({ batch, confirmation, onDecide }: DecideProps) {
  const { t } = useTranslation('after-dispatch');
  const { status, kind } = confirmation;
  if (!useMayWrite() || status === 'rejected' || kind === null) return null;
  const steps = allowedSteps({ kind, status });
  const mayPrefer = steps.includes('prefer') && batch.state !== 'cancelled';
  return (
    <Group gap="xs" justify="flex-end">
      {steps.includes('dismiss') && (
        <Button variant="default" onClick={() => onDecide('dismiss')}>
          {t('command.dismiss')}
        </Button>
      )}
      {mayPrefer && <Button onClick={() => onDecide('prefer')}>{t('command.prefer')}</Button>}
    </Group>
  );
}
