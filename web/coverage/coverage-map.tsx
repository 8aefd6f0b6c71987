import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CoverageRow, CoverageSummary } from '../api/use-coverage.js';
import { type Format } from '../language/format.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { fillOf, type Shading } from '../map/coverage-shape.js';
import { Legend } from '../map/legend.js';
import { SerbiaMap, type Shape } from '../map/serbia-map.js';
import { useAddress } from '../parts/use-address.js';

interface Props {
  readonly units: readonly CoverageRow[];
  readonly isMeasured: boolean;
  /** Drawn pale: not in the group, or not in the state that is looked for. */
  readonly isOutside: (row: CoverageRow) => boolean;
  /** Zooms to the municipalities that are there. */
  readonly isPart: boolean;
  readonly summary: CoverageSummary | undefined;
  readonly highlightedCode: string | undefined;
  readonly marked: ReadonlySet<string> | undefined;
  readonly onHover: (code: string | undefined) => void;
}

/** The same municipalities as in the table. */
export function CoverageMap(props: Props) {
  const { units, isMeasured, isOutside, isPart, summary } = props;
  const { t } = useTranslation('coverage');
  const [address, setAddress] = useAddress();
  const navigate = useNavigate();
  const shading: Shading = address['shade'] === 'share' ? 'share' : 'state';
  const say = useSaid();
  const shapes = useMemo(
    (): Shape[] =>
      units.map((row) => ({
        code: row.code,
        name: row.name,
        fill: isOutside(row)
          ? 'var(--mantine-color-default-hover)'
          : fillFor(row, shading, isMeasured),
        say: () => say(row),
        isSilent: !isOutside(row) && row.outlook === 'silent',
      })),
    [units, isOutside, shading, isMeasured, say],
  );
  const only = useMemo(
    () => (isPart ? new Set(units.map(({ code }) => code)) : undefined),
    [isPart, units],
  );
  return (
    <Stack gap="xs">
      {isMeasured && (
        <SegmentedControl
          size="xs"
          aria-label={t('shading')}
          value={shading}
          onChange={(chosen) => setAddress({ shade: chosen === 'share' ? chosen : undefined })}
          data={[
            { value: 'state', label: t('shadeState') },
            { value: 'share', label: t('shadeShare') },
          ]}
        />
      )}
      <SerbiaMap
        label={t('mapLabel')}
        shapes={shapes}
        {...(only === undefined ? {} : { only })}
        highlightedCode={props.highlightedCode}
        marked={props.marked}
        onHover={props.onHover}
        onOpen={(code) => void navigate({ to: '/coverage/$code', params: { code } })}
        maxHeight="58vh"
      />
      {isMeasured ? (
        <Legend
          shading={shading}
          {...(shading === 'state' && summary !== undefined ? countsOf(summary) : {})}
        />
      ) : (
        <GotLegend />
      )}
    </Stack>
  );
}

const GOT_SOMETHING = 'color-mix(in oklab, var(--reached) 70%, var(--no-target))';

/** For one payer or print run nothing is measured: only whether something of theirs came. */
function fillFor(row: CoverageRow, shading: Shading, isMeasured: boolean): string {
  if (isMeasured) return fillOf(row, shading);
  return row.delivered > 0 ? GOT_SOMETHING : 'var(--no-target)';
}

function GotLegend() {
  const { t } = useTranslation('coverage');
  return (
    <Group gap="md">
      {[
        { fill: GOT_SOMETHING, word: t('gotSomething') },
        { fill: 'var(--no-target)', word: t('gotNothing') },
      ].map(({ fill, word }) => (
        <Group key={word} gap={6} wrap="nowrap">
          <svg width="16" height="16" aria-hidden>
            <rect width="16" height="16" rx="3" fill={fill} />
          </svg>
          <Text size="sm">{word}</Text>
        </Group>
      ))}
    </Group>
  );
}

function countsOf({ municipalities }: CoverageSummary) {
  const { reached, partlyReached, notReached, noTarget } = municipalities;
  if (reached === null || partlyReached === null || notReached === null || noTarget === null)
    return {};
  return { counts: { reached, partlyReached, notReached, noTarget } };
}

/** What is said of a municipality on the map. */
export function useSaid(): (row: CoverageRow) => string {
  const { t } = useTranslation(['coverage', 'language']);
  const format = useFormat();
  return useMemo(
    () =>
      (row): string => {
        const figures = tellFigures(row, format);
        if (row.state === null) return t('said.delivered', figures);
        const state = t(`language:coverageState.${row.state}`);
        if (row.share === null) return t('said.noTarget', { ...figures, state });
        if (row.outlook === null) return t('said.measured', { ...figures, state });
        const outlook = t(`language:outlook.${row.outlook}`);
        return t('said.expecting', { ...figures, state, outlook });
      },
    [t, format],
  );
}

function tellFigures(row: CoverageRow, format: Format) {
  return {
    name: row.name,
    delivered: format.number(row.delivered),
    target: format.number(row.target ?? 0),
    share: format.percent(row.share ?? 0),
  };
}
