import { Group, Text } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import { SHARE_STEPS, type Shading, shareFill } from './coverage-shape.js';

/** What the colours of the map say. `counts`: how many municipalities are in each state, where it is known. */
export function Legend({
  shading,
  counts,
}: {
  shading: Shading;
  counts?: Readonly<Record<'reached' | 'partlyReached' | 'notReached' | 'noTarget', number>>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const entries =
    shading === 'state'
      ? [
          { fill: 'var(--reached)', word: t('coverageState.reached'), count: counts?.reached },
          {
            fill: 'var(--partly-reached)',
            word: t('coverageState.partly_reached'),
            count: counts?.partlyReached,
          },
          {
            fill: 'var(--not-reached)',
            word: t('coverageState.not_reached'),
            count: counts?.notReached,
          },
        ]
      : SHARE_STEPS.map(({ from, below }) => ({
          fill: shareFill(from),
          word: from === below || from === 1 ? format.percent(from) : `< ${format.percent(below)}`,
          count: undefined,
        }));
  return (
    <Group gap="md" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {entries.map(({ fill, word, count }) => (
        <Entry
          key={word}
          fill={fill}
          word={count === undefined ? word : `${word}: ${format.number(count)}`}
        />
      ))}
      <Entry
        fill="hatched"
        word={
          counts === undefined
            ? t('coverageState.no_target')
            : `${t('coverageState.no_target')}: ${format.number(counts.noTarget)}`
        }
      />
      <Group gap={6} component="li" wrap="nowrap">
        <svg width="14" height="14" aria-hidden>
          <circle cx="7" cy="7" r="5" fill="var(--silent)" />
        </svg>
        <Text size="sm">{t('outlook.silent')}</Text>
      </Group>
    </Group>
  );
}

function Entry({ fill, word }: { fill: string; word: string }) {
  return (
    <Group gap={6} component="li" wrap="nowrap">
      <svg width="16" height="16" aria-hidden>
        <rect width="16" height="16" rx="3" fill={fill === 'hatched' ? 'url(#hatched)' : fill} />
      </svg>
      <Text size="sm">{word}</Text>
    </Group>
  );
}
