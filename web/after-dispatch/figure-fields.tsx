import { Box, Button, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { countRefusedPending, countUnexplained } from '../../src/distribution/consignment-state.js';
import type { ConfirmedLine } from '../../src/delivery/confirmation.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import classes from './after-dispatch.module.css';
import { changeFigure, FIGURES, leaveBlank, type LineNow, tellAllArrived } from './told-draft.js';
import { useCount } from './use-count.js';

interface Props {
  readonly lines: readonly LineNow[];
  readonly materialOf: (materialId: string) => string;
  readonly told: readonly ConfirmedLine[];
  readonly onChange: (told: ConfirmedLine[]) => void;
  /** What is wrong, by the path that the service names (`lines[0].surplus`). */
  readonly errors: Readonly<Record<string, string>>;
}

/** What was handed over of each line: all of it by one press, or figure by figure. */
export function FigureFields({ lines, materialOf, told, onChange, errors }: Props) {
  const { t } = useTranslation('after-dispatch');
  const isOpen = lines.some((line) => countUnexplained(line) > 0);
  return (
    <Stack gap="sm" component="fieldset" p={0} m={0} style={{ border: 0 }}>
      <Group justify="space-between" gap="xs">
        <Text component="legend" size="sm" fw={600} p={0}>
          {t('confirm.lines')}
        </Text>
        <Group gap="xs">
          {isOpen && (
            <Button
              size="xs"
              h={36}
              variant="light"
              onClick={() => onChange(tellAllArrived(lines))}
            >
              {t('confirm.allArrived')}
            </Button>
          )}
          <Button size="xs" h={36} variant="subtle" onClick={() => onChange(leaveBlank(lines))}>
            {t('confirm.blank')}
          </Button>
        </Group>
      </Group>
      {lines.map((line, index) => (
        <LineFields
          key={line.materialId}
          line={line}
          material={materialOf(line.materialId)}
          told={told[index]!}
          path={`lines[${index}]`}
          errors={errors}
          onChange={(changed) => onChange(told.map((each, at) => (at === index ? changed : each)))}
        />
      ))}
    </Stack>
  );
}

interface LineProps {
  readonly line: LineNow;
  readonly material: string;
  readonly told: ConfirmedLine;
  readonly path: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (told: ConfirmedLine) => void;
}

function LineFields({ line, material, told, path, errors, onChange }: LineProps) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const count = useCount();
  const refusedBefore = countRefusedPending(line);
  const error = errors[path] ?? errors[`${path}.surplus`] ?? errors[`${path}.materialId`];
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={600}>
          {material}
        </Text>
        <Text size="xs" c="dimmed">
          {t('confirm.ofLine', {
            sent: format.number(line.sent),
            open: format.number(countUnexplained(line)),
          })}
        </Text>
      </Group>
      <Box className={classes.inputs}>
        {FIGURES.map((figure) => (
          <PiecesInput
            key={figure}
            label={t(`figure.${figure}`)}
            name={t('confirm.figureOf', { figure: t(`figure.${figure}`), material })}
            pieces={told[figure]}
            hasError={error !== undefined}
            onChange={(pieces) => onChange(changeFigure(told, line, figure, pieces))}
          />
        ))}
      </Box>
      {error !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" mt={6} role="alert">
          {error}
        </Text>
      )}
      {refusedBefore > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('confirm.refusedBefore', count(refusedBefore))}
        </Text>
      )}
    </Paper>
  );
}

interface InputProps {
  readonly label: string;
  readonly name: string;
  readonly pieces: number;
  readonly hasError: boolean;
  readonly onChange: (pieces: number) => void;
}

const MOST_PIECES = 1_000_000_000;

function PiecesInput({ label, name, pieces, hasError, onChange }: InputProps) {
  return (
    <NumberInput
      size="sm"
      label={label}
      aria-label={name}
      value={pieces === 0 ? '' : pieces}
      placeholder="0"
      min={0}
      max={MOST_PIECES}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      error={hasError}
      onChange={(value) => onChange(toPieces(value))}
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
    />
  );
}

export function toPieces(value: number | string): number {
  const pieces = Number(value);
  return Number.isSafeInteger(pieces) && pieces > 0 ? pieces : 0;
}
