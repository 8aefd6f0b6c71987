import { Accordion, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { useAddress } from '../parts/use-address.js';
import { findNextStep, listOtherSteps, listRefusedSteps, type StepHere } from './batch-steps.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useAskedSteps } from './use-asked-steps.js';

interface Props {
  readonly batch: BatchDetail;
  /** Opens the form of a step. */
  readonly onOpen: (step: string) => void;
}

/** What comes next, what else can be done now, and why the rest cannot. */
export function StepPanel({ batch, onOpen }: Props) {
  const { t } = useTranslation(['batches', 'language']);
  const mayWrite = useMayWrite();
  const next = findNextStep(batch.state, batch.consignmentCount === 0);
  const steps = useStepActions(batch, onOpen);
  if (!mayWrite) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('steps.title')}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {t('steps.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {batch.state === 'draft' && batch.consignmentCount === 0
              ? t('steps.now.empty')
              : t(`steps.now.${batch.state}`)}
          </Text>
        </div>
        <Group gap="xs">
          {next !== undefined && (
            <Button onClick={steps[next].run} loading={steps[next].isPending}>
              {t(`language:batchStep.${next}`)}
            </Button>
          )}
          {listOtherSteps(batch.state, next).map((step) => (
            <Button
              key={step}
              variant="default"
              onClick={steps[step].run}
              loading={steps[step].isPending}
            >
              {t(`language:batchStep.${step}`)}
            </Button>
          ))}
          {batch.state === 'draft' && (
            <Button variant="default" onClick={steps.remove.run} loading={steps.remove.isPending}>
              {t('steps.remove')}
            </Button>
          )}
        </Group>
        <RefusedSteps batch={batch} />
      </Stack>
    </Paper>
  );
}

function RefusedSteps({ batch: { state } }: { batch: BatchDetail }) {
  const { t } = useTranslation(['batches', 'language']);
  return (
    <Accordion variant="filled" chevronPosition="left" styles={{ control: { paddingInline: 4 } }}>
      <Accordion.Item value="refused" bg="transparent">
        <Accordion.Control>
          <Text size="sm">{t('steps.refused')}</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <List size="sm" spacing={2}>
            {listRefusedSteps(state).map(({ step, reason }) => (
              <List.Item key={step}>
                {t('steps.because', {
                  step: t(`language:batchStep.${step}`),
                  reason: t(`steps.reason.${reason}`),
                })}
              </List.Item>
            ))}
          </List>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

interface Action {
  readonly run: () => void;
  readonly isPending: boolean;
}

/** Steps with a form open it; those that only need a word ask for it. */
function useStepActions(
  batch: BatchDetail,
  onOpen: (step: string) => void,
): Readonly<Record<StepHere | 'remove', Action>> {
  const [, setAddress] = useAddress();
  const asked = useAskedSteps(batch);
  const opening = (step: StepHere): Action => ({ run: () => onOpen(step), isPending: false });
  const edit = { run: () => setAddress({ edit: '1' }, { replace: false }), isPending: false };
  return {
    edit,
    fill: { ...edit, run: () => setAddress({ edit: 'rule' }, { replace: false }) },
    plan: opening('plan'),
    pack: opening('pack'),
    dispatch: opening('dispatch'),
    assign: opening('assign'),
    track: opening('track'),
    ...asked,
  };
}
