import { Alert, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type {
  ConfirmationKind,
  ConfirmationSource,
  ConfirmedLine,
} from '../../src/delivery/confirmation.js';
import { dateDelivery } from '../../src/delivery/dating.js';
import { countInTransit } from '../../src/distribution/consignment-state.js';
import type { Instant } from '../../src/time.js';
import { Refusal } from '../api/refusal.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { SideForm } from '../parts/side-form.js';
import { FigureFields } from './figure-fields.js';
import { Foresight } from './foresight.js';
import { MomentField, readClock, toInstant } from './moment-field.js';
import { type Foreseen, foresee, isBlank, leaveBlank } from './told-draft.js';
import { useConfirm } from './use-confirm.js';
import { useDrawer } from './use-drawer.js';
import { useSpoken } from './use-spoken.js';
import { type Stops, useStops } from './use-stops.js';

interface Props {
  readonly batch: BatchDetail;
  /** Of this one; absent: chosen in the form. */
  readonly consignmentId: string | undefined;
  readonly onClose: () => void;
}

/** The words of the office, a carrier or a recipient. A volunteer speaks for themselves. */
const SOURCES = ['office', 'carrier', 'recipient'] as const satisfies readonly ConfirmationSource[];

interface Said {
  readonly kind: ConfirmationKind;
  readonly source: ConfirmationSource;
  /** By the clock in Belgrade. */
  readonly at: string;
  readonly receivedBy: string;
  readonly note: string;
}

/** Says what became of one consignment, in the name of whoever knows; shows beforehand what that would do. */
export function ConfirmForm({ batch, consignmentId, onClose }: Props) {
  const { t } = useTranslation('after-dispatch');
  const { isOpen, leave } = useDrawer(onClose);
  const stops = useStops(batch);
  const [chosenId, setChosenId] = useState(consignmentId ?? null);
  const [said, setSaid] = useState<Said>(() => ({
    kind: 'delivery',
    source: 'office',
    at: readClock(),
    receivedBy: '',
    note: '',
  }));
  const stop = stops.of(chosenId);
  const [told, setTold] = useState<ConfirmedLine[]>(() => leaveBlank(stop?.lines ?? []));
  const choose = (id: string | null): void => {
    setChosenId(id);
    setTold(leaveBlank(stops.of(id)?.lines ?? []));
  };
  const command = useConfirm(leave);
  const isAttempt = said.kind === 'failed_attempt';
  const lines = isAttempt ? [] : told;
  const foreseen = stop === undefined ? undefined : foresee(stop, said.kind, lines);
  const deviceTime = toInstant(said.at);
  const isSaid = isAttempt || !isBlank(told);
  const isReady = isSaid && deviceTime !== undefined && foreseen?.decision.status !== 'refused';
  const send = (): void => {
    if (stop === undefined || deviceTime === undefined || !isReady) return;
    const { kind, source, receivedBy, note } = said;
    command.mutate({ stop, kind, source, deviceTime, lines, receivedBy, note });
  };
  return (
    <SideForm
      title={t('confirm.title')}
      isOpen={isOpen}
      onClose={leave}
      onSubmit={send}
      submit={t(isAttempt ? 'confirm.submitFailed' : 'confirm.submit')}
      isPending={command.isPending}
      error={command.error}
      isDisabled={stop === undefined || !isReady}
      size="lg"
    >
      <StopChoice batch={batch} stops={stops} value={chosenId} onChange={choose} />
      {stop !== undefined && (
        <>
          <KindChoice value={said.kind} onChange={(kind) => setSaid({ ...said, kind })} />
          {!isAttempt && (
            <Figures
              stop={stop}
              stops={stops}
              told={told}
              onChange={setTold}
              foreseen={foreseen}
              refusal={command.error}
            />
          )}
          {isSaid && foreseen !== undefined ? (
            <Foresight foreseen={foreseen} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('confirm.sayFirst')}
            </Text>
          )}
          <SaidFields said={said} onChange={setSaid} dispatchedAt={batch.dispatchedAt} />
        </>
      )}
    </SideForm>
  );
}

interface ChoiceProps {
  readonly batch: BatchDetail;
  readonly stops: Stops;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function StopChoice({ batch, stops, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('after-dispatch');
  const isUnderWay = ({ lines }: BatchConsignment): boolean =>
    lines.some((line) => countInTransit(line) > 0);
  const ordered = [...batch.consignments].sort(
    (a, b) => Number(isUnderWay(b)) - Number(isUnderWay(a)),
  );
  return (
    <Choice
      label={t('confirm.consignment')}
      placeholder={t('confirm.choose')}
      required
      value={value}
      onChange={onChange}
      data-autofocus={value === null}
      options={ordered.map(({ id, deliveryPoint, waybillNumber }) => ({
        value: id,
        label: `${deliveryPoint.name} · ${stops.placeOf(id)}`,
        also: waybillNumber,
      }))}
    />
  );
}

interface KindProps {
  readonly value: ConfirmationKind;
  readonly onChange: (kind: ConfirmationKind) => void;
}

function KindChoice({ value: kind, onChange }: KindProps) {
  const { t } = useTranslation('after-dispatch');
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('confirm.kind')}
      value={kind}
      onChange={onChange}
      data={(['delivery', 'failed_attempt'] as const).map((value) => ({
        value,
        label: t(`confirm.${value}`),
      }))}
    />
  );
}

interface SaidProps {
  readonly said: Said;
  readonly onChange: (said: Said) => void;
  readonly dispatchedAt: Instant | null;
}

function SaidFields({ said, onChange, dispatchedAt }: SaidProps) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const isAttempt = said.kind === 'failed_attempt';
  return (
    <Stack gap="md">
      <Select
        label={t('confirm.source')}
        allowDeselect={false}
        value={said.source}
        onChange={(source) => onChange({ ...said, source: source as ConfirmationSource })}
        data={SOURCES.map((value) => ({ value, label: t(`language:confirmationSource.${value}`) }))}
      />
      <MomentField
        label={t('confirm.at')}
        value={said.at}
        onChange={(at) => onChange({ ...said, at })}
        description={<DateHint at={said.at} dispatchedAt={dispatchedAt} />}
      />
      {!isAttempt && (
        <TextInput
          label={t('confirm.receivedBy')}
          description={t('confirm.receivedByHint')}
          maxLength={200}
          value={said.receivedBy}
          onChange={(event) => onChange({ ...said, receivedBy: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={t(isAttempt ? 'confirm.noteFailed' : 'confirm.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={said.note}
        onChange={(event) => onChange({ ...said, note: event.currentTarget.value })}
      />
    </Stack>
  );
}

/** Says where the delivery will bear another date than the one that was told. */
function DateHint({ at, dispatchedAt }: { at: string; dispatchedAt: Instant | null }) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const deviceTime = toInstant(at);
  if (deviceTime === undefined) return t('confirm.atHint');
  const receivedAt = new Date().toISOString();
  const { datedBy } = dateDelivery({ deviceTime, receivedAt, dispatchedAt });
  if (datedBy === 'device') return t('confirm.atHint');
  if (deviceTime > receivedAt) return t('confirm.datedByReceipt');
  const dispatched = dispatchedAt === null ? '' : format.dateTime(dispatchedAt);
  return t('confirm.datedByDispatch', { dispatched });
}

interface FiguresProps {
  readonly stop: BatchConsignment;
  readonly stops: Stops;
  readonly told: readonly ConfirmedLine[];
  readonly onChange: (told: ConfirmedLine[]) => void;
  readonly foreseen: Foreseen | undefined;
  readonly refusal: unknown;
}

function Figures({ stop, stops, told, onChange, foreseen, refusal }: FiguresProps) {
  const { t } = useTranslation('after-dispatch');
  const spoken = useSpoken();
  const objections =
    foreseen?.decision.status === 'refused' ? foreseen.decision.problem.errors : [];
  const errors = {
    ...(refusal instanceof Refusal ? refusal.fieldErrors : {}),
    ...Object.fromEntries(objections.map(({ path, message }) => [path, spoken(message)])),
  };
  const isOpen = stop.lines.some((line) => countInTransit(line) > 0);
  return (
    <>
      {stop.standingConfirmationId !== null && (
        <Alert color="gray" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {t(isOpen ? 'confirm.adds' : 'confirm.nothingOpen')}
        </Alert>
      )}
      <FigureFields
        lines={stop.lines}
        materialOf={stops.materialOf}
        told={told}
        onChange={onChange}
        errors={errors}
      />
    </>
  );
}
