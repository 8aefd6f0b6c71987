import { Box, Group, Paper, SegmentedControl, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { memo, useCallback, useMemo } from 'react';
import type { CoverageRow } from '../api/use-coverage.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { fillOf } from '../map/coverage-shape.js';
import { Legend } from '../map/legend.js';
import { SerbiaMap, type Shape } from '../map/serbia-map.js';
import { useStep } from './in-step.js';
import { standingOf, sumRows } from './standing.js';
import type { View } from './view.js';
import { ViewChoice } from './view-choice.js';

interface Props {
  readonly rows: readonly CoverageRow[];
  readonly view: View;
  readonly onChange: (changes: Partial<Record<keyof View, string | undefined>>) => void;
  readonly startsOn: string;
  readonly today: string;
  /** Whether what is shown answers the former question. */
  readonly isStale: boolean;
}

/** Where the campaign has come to and where not, at a glance. */
export function PlacesMap({ rows, view, onChange, startsOn, today, isStale }: Props) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { code, point } = useStep();
  const navigate = useNavigate();
  const shapes = useShapes(rows, view.shading);
  const counts = useMemo(() => sumRows(rows).municipalities, [rows]);
  const open = useCallback(
    (code: string) => void navigate({ to: '/coverage/$code', params: { code } }),
    [navigate],
  );
  const what =
    view.asOf === undefined
      ? t('map.whatNow')
      : t('map.whatThen', { date: format.date(view.asOf) });
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-labelledby="map">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h4" id="map">
          {t('map.title')}
        </Title>
        <ShadingChoice shading={view.shading} onChange={onChange} />
      </Group>
      <ViewChoice view={view} onChange={onChange} startsOn={startsOn} today={today} />
      <Box mt="sm">
        <Legend shading={view.shading} counts={counts} />
      </Box>
      <Box mt="sm" style={{ opacity: isStale ? 0.6 : 1 }} aria-busy={isStale}>
        <SerbiaMap
          label={t('map.label', { what })}
          shapes={shapes}
          highlightedCode={code}
          onHover={point}
          onOpen={open}
          maxHeight="min(54vh, 640px)"
        />
      </Box>
    </Paper>
  );
}

/** An answer draws the map anew, not what it was asked with. */
const ShadingChoice = memo(function ShadingChoice({
  shading,
  onChange,
}: Pick<View, 'shading'> & Pick<Props, 'onChange'>) {
  const { t } = useTranslation('today');
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('map.shading')}
      value={shading}
      onChange={(wanted) => onChange({ shading: wanted === 'share' ? wanted : undefined })}
      data={[
        { value: 'state', label: t('map.byState') },
        { value: 'share', label: t('map.byShare') },
      ]}
    />
  );
});

function useShapes(rows: readonly CoverageRow[], shading: View['shading']): readonly Shape[] {
  const { t } = useTranslation('today');
  const format = useFormat();
  return useMemo(
    () =>
      rows.map((row) => {
        const { code, name, share } = row;
        return {
          code,
          name,
          fill: fillOf(row, shading),
          isSilent: row.outlook === 'silent',
          say: () => {
            const delivered = format.number(row.delivered);
            if (share === null) return t('map.saidNoTarget', { name, delivered });
            return t('map.said', {
              name,
              standing: t(`standing.${standingOf(row)}`),
              delivered,
              target: format.number(row.target ?? 0),
              share: format.percent(share),
            });
          },
        };
      }),
    [rows, shading, t, format],
  );
}
