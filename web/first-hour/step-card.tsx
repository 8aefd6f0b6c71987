import { Group, Paper, Stack, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useHasRole, useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ButtonLink } from '../parts/links.js';
import { isForAdministrators, type SetupFacts, type StepStand } from './steps.js';
import { STEP_LINKS } from './step-links.js';

interface Props {
  readonly number: number;
  readonly stand: StepStand;
  readonly facts: SetupFacts;
}

/** One step: what it is for, how far it is, and the button that takes it. */
export function StepCard({ number, stand, facts }: Props) {
  const { t } = useTranslation('first-hour');
  const { step, state, needs } = stand;
  const format = useFormat();
  const isWaiting = state === 'waiting';
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      radius="md"
      aria-current={state === 'next' ? 'step' : undefined}
      style={state === 'next' ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}
    >
      <Group align="flex-start" wrap="nowrap" gap="md">
        <StepIcon number={number} isDone={state === 'done'} isNext={state === 'next'} />
        <Group justify="space-between" gap="sm" style={{ flex: 1 }} align="center">
          <Stack gap={2} style={{ flex: '1 1 170px' }}>
            <Title order={2} size="h5" c={isWaiting ? 'dimmed' : undefined}>
              {t(`steps.${step}.title`)}
            </Title>
            {state !== 'done' && (
              <Text size="sm" c="dimmed">
                {t(`steps.${step}.text`)}
              </Text>
            )}
            <Stand stand={stand} facts={facts} />
            {isWaiting && (
              <Text size="sm" c="dimmed" fs="italic">
                {t('setup.waitsFor', {
                  steps: format.list(needs.map((need) => t(`steps.${need}.title`))),
                })}
              </Text>
            )}
          </Stack>
          <Actions stand={stand} facts={facts} />
        </Group>
      </Group>
    </Paper>
  );
}

function StepIcon({
  number,
  isDone,
  isNext,
}: {
  number: number;
  isDone: boolean;
  isNext: boolean;
}) {
  const { t } = useTranslation('first-hour');
  if (isDone)
    return (
      <ThemeIcon radius="xl" size={32}>
        <IconCheck size={18} aria-hidden />
        <VisuallyHidden>{t('setup.isDone')}</VisuallyHidden>
      </ThemeIcon>
    );
  return (
    <ThemeIcon radius="xl" size={32} variant={isNext ? 'outline' : 'default'}>
      <Text size="sm" fw={650} span>
        {number}
      </Text>
    </ThemeIcon>
  );
}

/** What there is already, in a figure. */
function Stand({ stand: { step, state }, facts }: Pick<Props, 'stand' | 'facts'>) {
  const { t } = useTranslation('first-hour');
  const format = useFormat();
  const say = (
    key:
      | 'materials'
      | 'targets'
      | 'overrides'
      | 'warehouse'
      | 'stock'
      | 'points'
      | 'batch'
      | 'ordered',
    count: number,
  ): string => t(`stand.${key}`, { count, replace: { count: format.number(count) } });
  const lines: string[] = [];
  if (step === 'stock' && facts.lots === 0 && facts.printOrders > 0)
    lines.push(say('ordered', facts.printOrders));
  if (state === 'done') {
    if (step === 'materials') lines.push(say('materials', facts.materials));
    if (step === 'targets' && facts.targetRules > 0) lines.push(say('targets', facts.targetRules));
    if (step === 'targets' && facts.overrides > 0) lines.push(say('overrides', facts.overrides));
    if (step === 'warehouse') lines.push(say('warehouse', facts.warehouses));
    if (step === 'stock') lines.push(say('stock', facts.lots));
    if (step === 'points') lines.push(say('points', facts.points));
    if (step === 'batch') lines.push(say('batch', facts.batches));
  }
  if (lines.length === 0) return null;
  return <Text size="sm">{lines.join(' · ')}</Text>;
}

/** Verbs for those who may; for the others, who does it. */
function Actions({ stand: { step, state }, facts }: Pick<Props, 'stand' | 'facts'>) {
  const { t } = useTranslation('first-hour');
  const isAdministrator = useHasRole('administrator');
  const mayWrite = useMayWrite();
  const { take, look, search } = STEP_LINKS[step];
  if (state === 'waiting') return null;
  if (state === 'done')
    return (
      <ButtonLink
        to={look}
        variant="subtle"
        aria-label={`${t('setup.look')}: ${t(`steps.${step}.title`)}`}
      >
        {t('setup.look')}
      </ButtonLink>
    );
  if (isForAdministrators(step) ? !isAdministrator : !mayWrite)
    return (
      <Text size="sm" c="dimmed" maw={220}>
        {isForAdministrators(step) ? t('setup.byAdministrator') : t('setup.byCoordinator')}
      </Text>
    );
  const isOrdered = step === 'stock' && facts.printOrders > 0;
  return (
    <Group gap="xs">
      {step === 'stock' && (
        <ButtonLink to="/stock/print-orders" variant="default">
          {isOrdered ? t('setup.seeOrders') : t('setup.order')}
        </ButtonLink>
      )}
      <ButtonLink to={take} search={search} variant={state === 'next' ? 'filled' : 'default'}>
        {t(`steps.${step}.verb`)}
      </ButtonLink>
    </Group>
  );
}
