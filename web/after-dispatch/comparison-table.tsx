import { Text, VisuallyHidden } from '@mantine/core';
import { IconEqualNot } from '@tabler/icons-react';
import { completeLines } from '../../src/delivery/told.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import classes from './after-dispatch.module.css';
import { compareFigures } from './comparison.js';
import { useCount } from './use-count.js';
import { useStops } from './use-stops.js';
import { useTeller } from './use-teller.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  /** All that stand, in order of receipt; the last one speaks for them. */
  readonly standing: readonly Confirmation[];
  readonly other: Confirmation;
}

interface Compared {
  readonly key: string;
  readonly name: string;
  readonly standing: string;
  readonly other: string;
  readonly differs: boolean;
}

/** What stands and what a conflicting confirmation says, side by side; what differs is marked. */
export function ComparisonTable({ batch, standing, other }: Props) {
  const { t } = useTranslation('after-dispatch');
  const facts = useComparedFacts(standing, other);
  const figures = useComparedFigures(batch, standing, other);
  const count = useCount();
  return (
    <table className={classes.comparison} aria-label={t('compare.label')}>
      <thead>
        <tr>
          <th scope="col">{t('compare.fact')}</th>
          <th scope="col">
            {t('compare.standing')}
            {standing.length !== 1 && (
              <Text size="xs" c="dimmed">
                {standing.length === 0
                  ? t('compare.nothing')
                  : t('compare.several', count(standing.length))}
              </Text>
            )}
          </th>
          <th scope="col">{t('compare.other')}</th>
        </tr>
      </thead>
      <tbody>
        {[...figures, ...facts].map((row) => (
          <ComparedRow key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ComparedRow({ row }: { row: Compared }) {
  const { t } = useTranslation('after-dispatch');
  return (
    <tr data-differs={row.differs || undefined}>
      <th scope="row">
        {row.name}
        {row.differs && (
          <>
            {' '}
            <IconEqualNot size={14} aria-hidden style={{ verticalAlign: '-2px' }} />
            <VisuallyHidden>{t('compare.differs')}</VisuallyHidden>
          </>
        )}
      </th>
      <td>{row.standing}</td>
      <td>{row.other}</td>
    </tr>
  );
}

function useComparedFigures(
  batch: BatchDetail,
  standing: readonly Confirmation[],
  other: Confirmation,
): Compared[] {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const stops = useStops(batch);
  const lines = stops.of(other.consignmentId)?.lines ?? [];
  const stands =
    standing.length === 0 ? null : completeLines(standing.flatMap(({ counted }) => counted ?? []));
  return compareFigures(
    lines.map(({ materialId }) => materialId),
    stands,
    completeLines(other.lines),
  ).map(({ materialId, figure, standing: before, other: told, differs }) => ({
    key: `${materialId} ${figure}`,
    name: t('compare.ofMaterial', {
      figure: t(`figure.${figure}`),
      material: stops.materialOf(materialId),
    }),
    standing: before === null ? '—' : format.number(before),
    other: format.number(told),
    differs,
  }));
}

/** Who says so, when, who received it: other moments are no difference, other people are. */
function useComparedFacts(standing: readonly Confirmation[], other: Confirmation): Compared[] {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const tellerOf = useTeller();
  const last = standing.at(-1);
  const row = (
    key: 'source' | 'when' | 'received' | 'receivedBy' | 'note',
    read: (confirmation: Confirmation) => string | null,
    isCompared = true,
  ): Compared[] => {
    const before = last === undefined ? null : read(last);
    const told = read(other);
    if (before === null && told === null) return [];
    return [
      {
        key,
        name: t(`compare.${key}`),
        standing: before ?? '—',
        other: told ?? '—',
        differs: isCompared && last !== undefined && before !== told,
      },
    ];
  };
  return [
    ...row('source', tellerOf),
    ...row('receivedBy', ({ receivedBy }) => receivedBy),
    ...row('when', ({ occurredAt, deviceTime }) => {
      const at = occurredAt ?? deviceTime;
      return at === null ? null : format.dateTime(at);
    }),
    ...row('received', ({ receivedAt }) => format.dateTime(receivedAt), false),
    ...row('note', ({ note }) => note, false),
  ];
}
