import { Button, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { allowedSteps } from '../../src/delivery/amendment.js';
import { useMayWrite } from '../api/use-session.js';
import type { BatchDetail } from '../api/use-batch.js';
import { Loaded } from '../parts/loaded.js';
import { StateBadge } from '../parts/state-badge.js';
import { useAddress } from '../parts/use-address.js';
import { AmendForm } from './amend-form.js';
import { findStanding } from './comparison.js';
import { ConfirmationFacts } from './confirmation-facts.js';
import { CorrectForm } from './correct-form.js';
import { Decide } from './review.js';
import { TellingTable } from './telling-table.js';
import { useReason } from './use-answer.js';
import { type ConfirmationDetail, useConfirmation } from './use-confirmation.js';
import { useDrawer } from './use-drawer.js';
import { useStops } from './use-stops.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { usePersonNames } from './use-person-names.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly words: readonly Confirmation[];
}

/** The confirmation that the address names, in full, with what was done to it and what can be. */
export function ConfirmationDrawer({ batch, words }: Props) {
  const [address] = useAddress();
  const id = address['confirmation'];
  if (id === undefined) return null;
  return <OpenDrawer key={id} id={id} batch={batch} words={words} />;
}

function OpenDrawer({ id, batch, words }: Props & { id: string }) {
  const { t } = useTranslation(['after-dispatch', 'parts']);
  const [, setAddress] = useAddress();
  const { isOpen, leave } = useDrawer(() => setAddress({ confirmation: undefined }));
  const query = useConfirmation(id);
  return (
    <Drawer
      opened={isOpen}
      onClose={leave}
      title={t('detail.title')}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': t('parts:close') }}
      styles={{ title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      <Loaded query={query}>
        {(confirmation) => <Detail batch={batch} words={words} confirmation={confirmation} />}
      </Loaded>
    </Drawer>
  );
}

type Step = 'correct' | 'prefer' | 'dismiss';

function Detail({ batch, words, confirmation }: Props & { confirmation: ConfirmationDetail }) {
  const stops = useStops(batch);
  const reasonOf = useReason();
  const [step, setStep] = useState<Step>();
  const stop = stops.of(confirmation.consignmentId);
  const end = (): void => setStep(undefined);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>{stops.nameOf(confirmation.consignmentId)}</Text>
          <Text size="sm" c="dimmed">
            {stops.placeOf(confirmation.consignmentId)}
          </Text>
        </div>
        <StateBadge of="confirmationStatus" state={confirmation.status} />
      </Group>
      {confirmation.reason !== null && <Text size="sm">{reasonOf(confirmation.reason)}</Text>}
      {confirmation.kind === 'delivery' && (
        <TellingTable confirmation={confirmation} materialOf={stops.materialOf} />
      )}
      <ConfirmationFacts confirmation={confirmation} />
      <Amendments confirmation={confirmation} />
      <CorrectButton confirmation={confirmation} onCorrect={() => setStep('correct')} />
      <Decide batch={batch} confirmation={confirmation} onDecide={setStep} />
      {step === 'correct' && stop !== undefined && (
        <CorrectForm batch={batch} stop={stop} confirmation={confirmation} onClose={end} />
      )}
      {(step === 'prefer' || step === 'dismiss') && (
        <AmendForm
          batch={batch}
          step={step}
          confirmation={confirmation}
          standing={findStanding(words, confirmation.consignmentId ?? '')}
          onClose={end}
        />
      )}
    </Stack>
  );
}

interface CorrectProps {
  readonly confirmation: ConfirmationDetail;
  readonly onCorrect: () => void;
}

function CorrectButton({ confirmation: { kind, status }, onCorrect }: CorrectProps) {
  const { t } = useTranslation('after-dispatch');
  if (!useMayWrite() || kind === null || status === 'rejected') return null;
  if (!allowedSteps({ kind, status }).includes('correct')) return null;
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCorrect}>
        {t('command.correct')}
      </Button>
    </Group>
  );
}

const AMENDMENTS = ['correct', 'prefer', 'dismiss', 'resolve'] as const;

function Amendments({ confirmation: { amendments } }: { confirmation: ConfirmationDetail }) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const nameOf = usePersonNames();
  if (amendments.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('detail.amendments')}
      </Text>
      <Table aria-label={t('detail.amendments')}>
        <Table.Tbody>
          {amendments.map(({ id, kind, reason, actorId, recordedAt }) => {
            const known = AMENDMENTS.find((each) => each === kind);
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  <Text size="sm">
                    {known === undefined ? kind : t(`detail.amendment.${known}`)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t('detail.byAt', {
                      who: nameOf(actorId) ?? t('colleague'),
                      at: format.dateTime(recordedAt),
                    })}
                  </Text>
                </Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
