import { Skeleton, Text } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import { leadTo } from './destination.js';
import { rowsOf } from './headline.js';
import { LinkedSentence } from './linked-sentence.js';
import type { Changes } from './since-yesterday.js';

/** The second line: what changed since yesterday, or that nothing did. */
export function SinceYesterdayLine({
  changes,
  today,
}: {
  changes: Changes | undefined;
  /** Since when, as the rows behind it are asked for. */
  today: string;
}) {
  const { t } = useTranslation('today');
  const clauses = useClauses();
  const format = useFormat();
  if (changes === undefined) return <Skeleton height={18} maw={420} mt={6} radius="sm" />;
  const said = clauses(changes);
  const links = {
    changed: rowsOf('changed'),
    delivered: leadTo('/distribution-list', { from: today }),
    flags: leadTo('/flags', { state: 'open' }),
    resolved: leadTo('/flags', { state: 'resolved' }),
  };
  return (
    <Text c="dimmed" mt={4}>
      {said.length === 0 ? (
        t('since.nothing')
      ) : (
        <LinkedSentence text={t('since.line', { clauses: format.list(said) })} links={links} />
      )}
    </Text>
  );
}

const MUNICIPALITIES = [
  ['reached', 'reachedCodes'],
  ['begun', 'begunCodes'],
  ['fallen', 'fallenCodes'],
] as const;
const FLAGS = ['newFlags', 'resolvedFlags'] as const;

function useClauses(): (changes: Changes) => string[] {
  const { t } = useTranslation('today');
  const format = useFormat();
  const number = (count: number) => ({ count, replace: { count: format.number(count) } });
  return (changes) => {
    const { deliveredPieces } = changes;
    const delivery = deliveredPieces > 0 ? 'delivered' : 'takenBack';
    return [
      ...MUNICIPALITIES.filter(([, codes]) => changes[codes].length > 0).map(([clause, codes]) =>
        t(`since.${clause}`, number(changes[codes].length)),
      ),
      ...(deliveredPieces === 0 ? [] : [t(`since.${delivery}`, number(Math.abs(deliveredPieces)))]),
      ...FLAGS.filter((clause) => changes[clause] > 0).map((clause) =>
        t(`since.${clause}`, number(changes[clause])),
      ),
    ];
  };
}
