import { Text } from '@mantine/core';
import type { CoverageRow } from '../api/use-coverage.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { Destination } from './destination.js';
import { LinkedSentence } from './linked-sentence.js';
import { countStandings, type Standing } from './standing.js';

/** In the order in which one says it: what was done, then what is open. */
const SAID = ['reached', 'partly', 'silent', 'inTransit', 'planned', 'nothing'] as const;

/** The rows behind a word: the table beneath, as of now and of everything, so that the figures are the same. */
export function rowsOf(show: Standing | 'changed'): Destination {
  return { to: '/', search: { show }, hash: 'places' };
}

const LINKS = Object.fromEntries(SAID.map((standing) => [standing, rowsOf(standing)]));

/** How far the campaign has come, in one sentence whose figures lead to their rows. */
export function Headline({ rows }: { rows: readonly CoverageRow[] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const counts = countStandings(rows);
  const count = rows.length - counts.noTarget;
  const clauses = SAID.filter((standing) => counts[standing] > 0).map((standing) =>
    t(`headline.${standing}`, { count: counts[standing] }),
  );
  const sentence =
    counts.reached === count
      ? t('headline.all', { count })
      : t('headline.line', { count, clauses: format.list(clauses) });
  return (
    <Text fz={{ base: 'lg', sm: 20 }} fw={600} lh={1.35} style={{ textWrap: 'pretty' }}>
      {count === 0 ? t('headline.noTargets') : <LinkedSentence text={sentence} links={LINKS} />}
    </Text>
  );
}
