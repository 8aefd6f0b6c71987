import { NumberInput, Progress, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Resolution } from '../../src/delivery/discrepancy.js';
import { Refusal } from '../api/refusal.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SideForm } from '../parts/side-form.js';
import { toPieces } from './figure-fields.js';
import { findResolutions, type PossibleResolution } from './resolution-effect.js';
import { useCount } from './use-count.js';
import { type Discrepancy, useDiscrepancy } from './use-discrepancies.js';
import { useDrawer } from './use-drawer.js';
import { useResolve } from './use-resolve.js';
import { useStops } from './use-stops.js';

interface Props {
  readonly batch: BatchDetail;
  /** One, or several of one kind. */
  readonly discrepancies: readonly Discrepancy[];
  readonly onClose: () => void;
}

/** Accounts for the pieces of a discrepancy, or of several; says what each way of it books. */
export function ResolveForm({ batch, discrepancies, onClose }: Props) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const count = useCount();
  const { isOpen, leave } = useDrawer(onClose);
  const [chosen] = useState(discrepancies);
  const [first] = chosen;
  const isOne = chosen.length === 1;
  const [resolution, setResolution] = useState<Resolution>();
  const [pieces, setPieces] = useState(first?.quantity ?? 0);
  const [note, setNote] = useState('');
  const resolving = useResolve(chosen, leave);
  const errors = resolving.error instanceof Refusal ? resolving.error.fieldErrors : {};
  if (first === undefined) return null;
  const isReady = resolution !== undefined && note.trim() !== '' && (!isOne || pieces > 0);
  return (
    <SideForm
      title={isOne ? t('resolve.title') : t('resolve.titleMany', count(chosen.length))}
      isOpen={isOpen}
      onClose={leave}
      onSubmit={() => {
        if (resolution === undefined || !isReady) return;
        resolving.send({ resolution, note: note.trim(), ...(isOne ? { quantity: pieces } : {}) });
      }}
      submit={t('resolve.submit')}
      isPending={resolving.isPending}
      // What was resolved before the one that is refused stays so: then it is told below.
      error={resolving.done === 0 ? resolving.error : null}
      isDisabled={!isReady}
    >
      <Subject batch={batch} discrepancies={chosen} />
      <ResolutionChoice kind={first.kind} value={resolution} onChange={setResolution} />
      {isOne && (
        <NumberInput
          label={t('resolve.quantity')}
          description={t('resolve.quantityHint', { open: format.number(first.quantity) })}
          value={pieces === 0 ? '' : pieces}
          min={1}
          max={first.quantity}
          allowDecimal={false}
          allowNegative={false}
          onChange={(value) => setPieces(toPieces(value))}
          error={errors['quantity']}
        />
      )}
      <Textarea
        label={t('resolve.note')}
        description={t('resolve.noteHint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {!isOne && resolving.isBegun && <Resolved resolving={resolving} all={chosen.length} />}
    </SideForm>
  );
}

function Resolved({
  resolving,
  all,
}: {
  resolving: Pick<ReturnType<typeof useResolve>, 'done' | 'error'>;
  all: number;
}) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const { done, error } = resolving;
  const progress = t('resolve.progress', { done: format.number(done), all: format.number(all) });
  return (
    <Stack gap="xs" role="status">
      <Progress value={(done / all) * 100} aria-label={progress} />
      <Text size="sm" c="dimmed">
        {progress}
      </Text>
      {done > 0 && error !== null && <ProblemNotice error={error} />}
    </Stack>
  );
}

function Subject({ batch, discrepancies }: Pick<Props, 'batch' | 'discrepancies'>) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const count = useCount();
  const stops = useStops(batch);
  const [first] = discrepancies;
  if (first === undefined) return null;
  const kind = t(`language:discrepancyKind.${first.kind}`);
  const pieces = discrepancies.reduce((sum, { quantity }) => sum + quantity, 0);
  if (discrepancies.length > 1)
    return (
      <div>
        <Text fw={600}>{kind}</Text>
        <Text size="sm" c="dimmed">
          {t('language:count.pieces', count(pieces))}
        </Text>
      </div>
    );
  return (
    <div>
      <Text fw={600}>{stops.nameOf(first.consignmentId)}</Text>
      <Text size="sm" c="dimmed">
        {stops.placeOf(first.consignmentId)}
      </Text>
      <Text size="sm">
        {t('resolve.of', { kind, material: stops.materialOf(first.materialId) })}
      </Text>
      <Former id={first.id} />
    </div>
  );
}

/** How pieces of it were accounted for before. */
function Former({ id }: { id: string }) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const count = useCount();
  const { data } = useDiscrepancy(id);
  if (data === undefined || data.resolutions.length === 0) return null;
  return (
    <Stack gap={2} mt="xs">
      <Text size="sm" c="dimmed">
        {t('resolve.former')}
      </Text>
      {data.resolutions.map((each) => (
        <Text size="sm" key={each.id}>
          {t('resolve.formerLine', {
            resolution: t(`language:resolution.${each.resolution}`),
            pieces: t('language:count.pieces', count(each.quantity)),
          })}
          {' · '}
          {each.note}
        </Text>
      ))}
    </Stack>
  );
}

interface ChoiceProps {
  readonly kind: Discrepancy['kind'];
  readonly value: Resolution | undefined;
  readonly onChange: (resolution: Resolution) => void;
}

function ResolutionChoice({ kind, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('after-dispatch');
  const say = ({ resolution, effect }: PossibleResolution): string => {
    if (resolution !== 'counted_wrong') return t(`resolve.effect.${effect}`);
    return t(
      kind === 'surplus' ? 'resolve.effect.surplus_counted_wrong' : 'resolve.effect.counted_wrong',
    );
  };
  return (
    <Radio.Group
      label={t('resolve.what')}
      required
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen as Resolution)}
    >
      <Stack gap="sm" mt="xs">
        {findResolutions(kind).map((possible) => (
          <Radio
            key={possible.resolution}
            value={possible.resolution}
            label={t(`resolve.as.${possible.resolution}`)}
            description={say(possible)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
