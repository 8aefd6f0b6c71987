import { SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { useMaterialOf } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import type { TargetTotal } from './target-totals.js';
import classes from './campaigns.module.css';

interface Props {
  readonly totals: readonly TargetTotal[];
  readonly chosen: string | undefined;
  readonly onChoose: (materialId: string | undefined) => void;
}

/** Each material's whole: a press looks at it alone, a second at all again. */
export function TargetSums({ totals, chosen, onChoose }: Props) {
  const { t } = useTranslation(['campaigns', 'language']);
  const format = useFormat();
  const materialOf = useMaterialOf();
  const unitOf = (id: string): 'pieces' | 'airings' =>
    materialOf(id)?.kind === 'broadcast' ? 'airings' : 'pieces';
  return (
    <Stack gap={6}>
      <SimpleGrid
        cols={{ base: 2, sm: 3, lg: 4 }}
        spacing="xs"
        role="group"
        aria-label={t('targets.byMaterial')}
      >
        {totals.map(({ materialId, quantity, withTarget }) => (
          <UnstyledButton
            key={materialId}
            className={classes.sum}
            aria-pressed={materialId === chosen}
            onClick={() => onChoose(materialId === chosen ? undefined : materialId)}
          >
            <Text size="sm" c="dimmed" lineClamp={2}>
              {materialOf(materialId)?.name ?? '…'}
            </Text>
            <Text fz="lg" fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {t(unitOf(materialId) === 'airings' ? 'count.airings' : 'language:count.pieces', {
                count: quantity,
                replace: { count: format.number(quantity) },
              })}
            </Text>
            <Text size="xs" c="dimmed">
              {withTarget === 0
                ? t('targets.forNobody')
                : t('targets.forSome', {
                    count: withTarget,
                    replace: { count: format.number(withTarget) },
                  })}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
