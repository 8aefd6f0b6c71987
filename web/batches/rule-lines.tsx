import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import type { FillLine } from '../../src/distribution/fill.js';
import { useTranslation } from '../language/i18n.js';
import { useStockMaterials } from './use-stock-materials.js';

interface Props {
  readonly lines: readonly FillLine[];
  readonly onChange: (lines: readonly FillLine[]) => void;
}

type Measure = 'none' | 'target' | 'each';
const FIRST_QUANTITY = 1;

/** Each material: up to target, so many for each point, or none of it. */
export function RuleLines({ lines, onChange }: Props) {
  const { t } = useTranslation('batches');
  const materials = useStockMaterials();
  const lineOf = new Map(lines.map((line) => [line.materialId, line]));
  const set = (materialId: string, line: FillLine | undefined): void => {
    const next = new Map(lineOf);
    if (line === undefined) next.delete(materialId);
    else next.set(materialId, line);
    onChange(materials.flatMap(({ id }) => next.get(id) ?? []));
  };
  return (
    <Stack gap="xs" role="group" aria-label={t('rule.materials')}>
      {materials.map(({ id, name }) => (
        <RuleLine
          key={id}
          name={name}
          line={lineOf.get(id)}
          onChange={(measure, quantity) => set(id, makeLine(id, measure, quantity))}
        />
      ))}
      {materials.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noMaterials')}
        </Text>
      )}
    </Stack>
  );
}

function makeLine(materialId: string, measure: Measure, quantity: number): FillLine | undefined {
  if (measure === 'none') return undefined;
  return { materialId, quantity: measure === 'target' ? null : quantity };
}

interface LineProps {
  readonly name: string;
  readonly line: FillLine | undefined;
  readonly onChange: (measure: Measure, quantity: number) => void;
}

function RuleLine({ name, line, onChange }: LineProps) {
  const { t } = useTranslation('batches');
  const measure = measureOf(line);
  const quantity = line?.quantity ?? FIRST_QUANTITY;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <Select
        style={{ flex: 1 }}
        label={name}
        allowDeselect={false}
        value={measure}
        onChange={(wished) => wished !== null && onChange(wished, quantity)}
        data={[
          { value: 'target', label: t('rule.upToTarget') },
          { value: 'each', label: t('rule.each') },
          { value: 'none', label: t('rule.noneOfIt') },
        ]}
      />
      {measure === 'each' && (
        <NumberInput
          w={110}
          aria-label={t('rule.piecesOf', { name })}
          min={1}
          max={1_000_000_000}
          allowDecimal={false}
          allowNegative={false}
          value={quantity}
          onChange={(typed) => onChange('each', Math.max(1, Math.floor(Number(typed)) || 1))}
        />
      )}
    </Group>
  );
}

function measureOf(line: FillLine | undefined): Measure {
  if (line === undefined) return 'none';
  return line.quantity === null ? 'target' : 'each';
}
