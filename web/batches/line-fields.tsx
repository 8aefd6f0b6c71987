import { NumberInput, Stack, Text } from '@mantine/core';
import type { LineWish } from '../../src/distribution/fill.js';
import { useTranslation } from '../language/i18n.js';
import { useStockMaterials } from './use-stock-materials.js';

interface Props {
  readonly lines: readonly LineWish[];
  readonly onChange: (lines: LineWish[]) => void;
}

const MAXIMUM_PIECES = 1_000_000_000;

/** Pieces of each material of the campaign; empty brings none of it. */
export function LineFields({ lines, onChange }: Props) {
  const { t } = useTranslation('batches');
  const materials = useStockMaterials();
  const quantities = new Map(lines.map(({ materialId, quantity }) => [materialId, quantity]));
  const set = (materialId: string, typed: number | string): void => {
    const next = new Map(quantities).set(materialId, Math.floor(Number(typed)) || 0);
    onChange(
      [...next].flatMap(([id, quantity]) => (quantity > 0 ? [{ materialId: id, quantity }] : [])),
    );
  };
  if (materials.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noMaterials')}
      </Text>
    );
  return (
    <Stack gap="xs">
      {materials.map(({ id, name, unit }) => (
        <NumberInput
          key={id}
          label={name}
          min={0}
          max={MAXIMUM_PIECES}
          allowDecimal={false}
          allowNegative={false}
          suffix={` ${unit}`}
          placeholder="0"
          value={quantities.get(id) ?? ''}
          onChange={(typed) => set(id, typed)}
        />
      ))}
    </Stack>
  );
}
