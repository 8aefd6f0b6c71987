import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Pin, SerbiaMap } from '../map/serbia-map.js';
import { useCounted } from '../parts/use-counted.js';
import { countByMunicipality, POINT_STEPS, stepOf } from './point-filter.js';

interface Props {
  readonly points: readonly DeliveryPoint[];
  readonly pointedCode: string | undefined;
  /** The one that the list is narrowed to. */
  readonly chosenCode: string | undefined;
  readonly onChoose: (code: string) => void;
}

/** How many points lie in each municipality, and where those lie whose position is known. */
export function PointMap({ points, pointedCode, chosenCode, onChoose }: Props) {
  const { t } = useTranslation(['places', 'language']);
  const counted = useCounted();
  const format = useFormat();
  const { data: municipalities } = useQuery(municipalitiesQuery);
  const counts = useMemo(() => countByMunicipality(points), [points]);
  const shapes = useMemo(
    () =>
      (municipalities ?? []).map(({ code, name }) => {
        const count = counts.get(code) ?? 0;
        return {
          code,
          name,
          fill: fillOfStep(stepOf(count)),
          say: () =>
            t('points.saidOf', {
              municipality: name,
              points: t('language:count.points', {
                count,
                replace: { count: format.number(count) },
              }),
            }),
        };
      }),
    [municipalities, counts, t, format],
  );
  const pins = usePins(points);
  const marked = useMemo(
    () => (chosenCode === undefined ? undefined : new Set([chosenCode])),
    [chosenCode],
  );
  const navigate = useNavigate();
  const openPoint = useCallback(
    (id: string) => void navigate({ to: '/places/points/$id', params: { id } }),
    [navigate],
  );
  const unplaced = points.length - pins.length;
  return (
    <Stack gap="xs">
      <SerbiaMap
        label={t('points.map')}
        shapes={shapes}
        pins={pins}
        marked={marked}
        highlightedCode={pointedCode}
        onOpen={onChoose}
        onOpenPin={openPoint}
      />
      <PointLegend />
      <Text size="xs" c="dimmed">
        {t('points.mapHint')} {unplaced > 0 && t('points.withoutPosition', counted(unplaced))}
      </Text>
    </Stack>
  );
}

function usePins(points: readonly DeliveryPoint[]): readonly Pin[] {
  return useMemo(
    () =>
      points.flatMap(({ id, name, latitude, longitude }) =>
        latitude === null || longitude === null
          ? []
          : [{ id, latitude, longitude, color: 'var(--not-reached)', said: name }],
      ),
    [points],
  );
}

/** Lighter to darker, so that it reads without colours. */
function fillOfStep(step: number): string {
  if (step === 0) return 'var(--no-target)';
  return `color-mix(in oklab, var(--reached) ${step * 25}%, var(--no-target))`;
}

function PointLegend() {
  const { t } = useTranslation('places');
  const format = useFormat();
  const entries = [
    { step: 0, word: t('points.legendNone') },
    ...POINT_STEPS.map((upTo, index) => ({
      step: index + 1,
      word: t('points.legendUpTo', { points: format.number(upTo) }),
    })),
    {
      step: POINT_STEPS.length + 1,
      word: t('points.legendMore', { points: format.number(POINT_STEPS.at(-1)! + 1) }),
    },
  ];
  return (
    <Group gap="md" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {entries.map(({ step, word }) => (
        <Group gap={6} component="li" wrap="nowrap" key={step}>
          <svg width="16" height="16" aria-hidden>
            <rect width="16" height="16" rx="3" fill={fillOfStep(step)} />
          </svg>
          <Text size="sm">{word}</Text>
        </Group>
      ))}
      <Group gap={6} component="li" wrap="nowrap">
        <svg width="14" height="14" aria-hidden>
          <circle cx="7" cy="7" r="5" fill="var(--not-reached)" stroke="var(--map-focus)" />
        </svg>
        <Text size="sm">{t('points.legendPin')}</Text>
      </Group>
    </Group>
  );
}
