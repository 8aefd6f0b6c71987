import {
  Alert,
  Button,
  Group,
  Loader,
  Paper,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { useMemo, useState } from 'react';
import { Refusal } from '../api/refusal.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { SerbiaMap, type Shape } from '../map/serbia-map.js';
import { shareFill } from '../map/coverage-shape.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { depthOf, drawSteps, stepOf } from './preview-steps.js';
import type { RuleDraft } from './rule-draft.js';
import { StepLegend } from './step-legend.js';
import { type RulePreview, useRulePreview } from './use-rule-preview.js';

type Row = RulePreview['items'][number];

interface Props {
  readonly campaignId: string;
  readonly draft: RuleDraft | undefined;
  readonly replaces: string | undefined;
  readonly onOpenOther: (id: string) => void;
}

/** What the rule would do: in sum, on the map, and municipality by municipality with the reason. */
export function RulePreviewPanel({ campaignId, draft, replaces, onOpenOther }: Props) {
  const { t } = useTranslation('campaigns');
  const preview = useRulePreview(campaignId, draft, replaces);
  return (
    <Stack gap="sm" component="section" aria-labelledby="preview-title">
      <Group gap="xs">
        <Title order={3} size="h5" id="preview-title">
          {t('preview.title')}
        </Title>
        {preview.isFetching && (
          <Loader size="xs" role="status" aria-label={t('preview.reckoning')} />
        )}
      </Group>
      {draft === undefined && <Text c="dimmed">{t('preview.fillIn')}</Text>}
      {draft !== undefined && preview.isError && (
        <Refused error={preview.error} onOpenOther={onOpenOther} />
      )}
      {draft !== undefined && !preview.isError && preview.data !== undefined && (
        <Shown preview={preview.data} />
      )}
    </Stack>
  );
}

/** What saving would refuse too; a rule of the same kind and place can be changed instead. */
function Refused({ error, onOpenOther }: { error: unknown; onOpenOther: (id: string) => void }) {
  const { t } = useTranslation('campaigns');
  const existing =
    error instanceof Refusal && error.code === 'duplicate'
      ? (error.problem as { existingId?: string }).existingId
      : undefined;
  if (existing === undefined) return <ProblemNotice error={error} />;
  return (
    <Alert color="orange" title={t('preview.existsTitle')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('preview.existsText')}</Text>
        <Button variant="default" onClick={() => onOpenOther(existing)}>
          {t('preview.openOther')}
        </Button>
      </Stack>
    </Alert>
  );
}

const STEPS = 5;

function Shown({ preview: { items, totals } }: { preview: RulePreview }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const [pointed, setPointed] = useState<string>();
  const ends = useMemo(
    () =>
      drawSteps(
        items.map(({ after }) => after),
        STEPS,
      ),
    [items],
  );
  const shapes = useMemo(
    () =>
      items.map((row): Shape => {
        const step = stepOf(row.after, ends);
        return {
          code: row.municipalityCode,
          name: row.name,
          fill: step === undefined ? 'hatched' : shareFill(depthOf(step, ends)),
          say: () =>
            t('preview.said', {
              name: row.name,
              before: format.number(row.before),
              after: format.number(row.after),
            }),
        };
      }),
    [items, ends, t, format],
  );
  return (
    <Stack gap="sm">
      <Totals totals={totals} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Stack gap="xs">
          <SerbiaMap
            label={t('preview.map')}
            shapes={shapes}
            highlightedCode={pointed}
            onHover={setPointed}
            maxHeight="46vh"
          />
          <StepLegend ends={ends} />
        </Stack>
        <Rows rows={items} pointed={pointed} onPoint={setPointed} />
      </SimpleGrid>
    </Stack>
  );
}

function Totals({ totals }: { totals: RulePreview['totals'] }) {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const count = (key: 'changed' | 'withTarget', value: number): string =>
    t(`preview.${key}`, { count: value, replace: { count: format.number(value) } });
  return (
    <Paper withBorder p="sm" radius="md" aria-live="polite">
      <Group gap="lg">
        <Text fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {t('preview.total', {
            before: format.number(totals.before),
            after: format.number(totals.after),
          })}
        </Text>
        <Text size="sm">{count('changed', totals.changed)}</Text>
        <Text size="sm" c="dimmed">
          {count('withTarget', totals.withTarget)}
        </Text>
      </Group>
    </Paper>
  );
}

function Rows({
  rows,
  pointed,
  onPoint,
}: {
  rows: readonly Row[];
  pointed: string | undefined;
  onPoint: (code: string | undefined) => void;
}) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const format = useFormat();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.filter(({ before, after }) => before !== after);
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('parts:municipality'),
      sortBy: ({ name }) => name,
      width: 'minmax(8rem, 3fr)',
      cell: ({ name, explanation }) => (
        <>
          <Text size="sm">{name}</Text>
          <Text size="xs" c="dimmed">
            {explanation}
          </Text>
        </>
      ),
    },
    {
      key: 'before',
      header: t('preview.before'),
      isNumber: true,
      sortBy: ({ before }) => before,
      cell: ({ before }) => format.number(before),
    },
    {
      key: 'after',
      header: t('preview.after'),
      isNumber: true,
      sortBy: ({ after }) => after,
      cell: ({ before, after }) => (
        <Text size="sm" fw={before === after ? 400 : 650}>
          {format.number(after)}
        </Text>
      ),
    },
  ];
  return (
    <Stack gap="xs">
      <Switch
        label={t('preview.showAll')}
        checked={isAll}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      <DataTable
        label={t('preview.table')}
        rows={shown}
        columns={columns}
        idOf={({ municipalityCode }) => municipalityCode}
        highlightedId={pointed}
        onHover={(row) => onPoint(row?.municipalityCode)}
        height="46vh"
        empty={t('preview.nothingChanges')}
      />
    </Stack>
  );
}
