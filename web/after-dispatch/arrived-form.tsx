import { List, Progress, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ConfirmationSource } from '../../src/delivery/confirmation.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SideForm } from '../parts/side-form.js';
import { type Arrival, tellArrivals } from './arrivals.js';
import { MomentField, readClock, toInstant } from './moment-field.js';
import { tallyLines } from './tally.js';
import { useCount } from './use-count.js';
import { useDrawer } from './use-drawer.js';
import { useSendArrivals } from './use-send-arrivals.js';
import { useStops } from './use-stops.js';

interface Props {
  readonly batch: BatchDetail;
  readonly consignments: readonly BatchConsignment[];
  readonly onClose: () => void;
}

const SOURCES = ['office', 'carrier', 'recipient'] as const satisfies readonly ConfirmationSource[];

/** Says of several consignments that everything arrived, and shows what became of each. */
export function ArrivedForm({ batch, consignments, onClose }: Props) {
  const { t } = useTranslation(['after-dispatch', 'parts', 'language']);
  const count = useCount();
  const { isOpen, leave } = useDrawer(onClose);
  // What was chosen, as it was: what is read anew meanwhile must not change what is being sent.
  const [chosen] = useState(() =>
    consignments.filter(({ lines }) => tallyLines(lines).unexplained > 0),
  );
  const [source, setSource] = useState<ConfirmationSource>('office');
  const [at, setAt] = useState(readClock);
  const deviceTime = toInstant(at);
  const sending = useSendArrivals((makeId) =>
    tellArrivals(chosen, source, deviceTime ?? new Date().toISOString(), makeId),
  );
  const [tally] = useState(() => tallyLines(consignments.flatMap(({ lines }) => lines)));
  const isBegun = sending.arrivals !== undefined;
  const sayNext = (): string => {
    if (sending.isDone) return t('parts:close');
    return isBegun ? t('arrived.resume') : t('arrived.submit', count(chosen.length));
  };
  return (
    <SideForm
      title={t('arrived.title')}
      isOpen={isOpen}
      onClose={leave}
      onSubmit={sending.isDone ? leave : sending.send}
      submit={sayNext()}
      isPending={sending.isPending}
      // What was sent before stays sent: then it is told below.
      error={sending.outcomes.length === 0 ? sending.error : null}
      isDisabled={deviceTime === undefined || tally.unexplained === 0}
    >
      <Stack gap={4}>
        <Text size="sm">{t('arrived.text', count(chosen.length))}</Text>
        <Text size="sm">{t('arrived.pieces', count(tally.unexplained))}</Text>
        {tally.refused > 0 && <Text size="sm">{t('arrived.refused')}</Text>}
      </Stack>
      {!isBegun && (
        <>
          <Select
            label={t('confirm.source')}
            allowDeselect={false}
            value={source}
            onChange={(value) => setSource(value as ConfirmationSource)}
            data={SOURCES.map((value) => ({
              value,
              label: t(`language:confirmationSource.${value}`),
            }))}
          />
          <MomentField label={t('confirm.at')} value={at} onChange={setAt} />
        </>
      )}
      {sending.arrivals !== undefined && (
        <Sent batch={batch} arrivals={sending.arrivals} outcomes={sending.outcomes} />
      )}
      {sending.outcomes.length > 0 && sending.error !== null && (
        <ProblemNotice error={sending.error} />
      )}
    </SideForm>
  );
}

interface SentProps {
  readonly batch: BatchDetail;
  readonly arrivals: readonly Arrival[];
  readonly outcomes: ReturnType<typeof useSendArrivals>['outcomes'];
}

function Sent({ batch, arrivals, outcomes }: SentProps) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const count = useCount();
  const stops = useStops(batch);
  const of = (status: string): number => outcomes.filter((each) => each.status === status).length;
  const rejected = outcomes.flatMap((outcome, index) =>
    outcome.status === 'rejected'
      ? [{ stop: arrivals[index]!.consignmentId, why: readDetail(outcome.problem) }]
      : [],
  );
  const progress = t('arrived.progress', {
    done: format.number(outcomes.length),
    all: format.number(arrivals.length),
  });
  return (
    <Stack gap="xs" role="status">
      <Progress
        value={arrivals.length === 0 ? 100 : (outcomes.length / arrivals.length) * 100}
        aria-label={progress}
      />
      <Text size="sm" c="dimmed">
        {progress}
      </Text>
      <List size="sm" spacing={4}>
        {of('accepted') > 0 && (
          <List.Item>{t('arrived.accepted', count(of('accepted')))}</List.Item>
        )}
        {of('held') > 0 && <List.Item>{t('arrived.held', count(of('held')))}</List.Item>}
        {of('conflict') > 0 && (
          <List.Item>{t('arrived.conflict', count(of('conflict')))}</List.Item>
        )}
        {rejected.length > 0 && (
          <List.Item>
            {t('arrived.rejected', count(rejected.length))}
            <List size="sm" withPadding>
              {rejected.map(({ stop, why }) => (
                <List.Item key={stop}>
                  {t('arrived.rejectedLine', { name: stops.nameOf(stop), why })}
                </List.Item>
              ))}
            </List>
          </List.Item>
        )}
      </List>
    </Stack>
  );
}

/** The sentence of a problem (RFC 9457) that came within an answer. */
function readDetail(problem: unknown): string {
  const detail = (problem as { detail?: unknown } | undefined)?.detail;
  return typeof detail === 'string' ? detail : '';
}
