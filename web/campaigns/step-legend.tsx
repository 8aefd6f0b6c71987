import { Group, Text } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import { shareFill } from '../map/coverage-shape.js';
import { depthOf } from './preview-steps.js';

/** What the colours say: how many pieces, and hatching for none. */
export function StepLegend({ ends }: { ends: readonly number[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const entries = ends.map((end, step) => {
    const from = step === 0 ? 1 : ends[step - 1]! + 1;
    const range =
      from >= end ? format.number(end) : `${format.number(from)} – ${format.number(end)}`;
    return { fill: shareFill(depthOf(step, ends)), word: range };
  });
  return (
    <Group gap="sm" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {[...entries, { fill: 'url(#hatched)', word: t('coverageState.no_target') }].map(
        ({ fill, word }) => (
          <Group key={word} gap={6} component="li" wrap="nowrap">
            <svg width="16" height="16" aria-hidden>
              <rect width="16" height="16" rx="3" fill={fill} />
            </svg>
            <Text size="sm">{word}</Text>
          </Group>
        ),
      )}
    </Group>
  );
}
