import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { CoverageRow } from '../api/use-coverage.js';
import { useTranslation } from '../language/i18n.js';
import { fillOf } from '../map/coverage-shape.js';
import { Legend } from '../map/legend.js';
import { type Pin, SerbiaMap } from '../map/serbia-map.js';
import { useSaid } from './coverage-map.js';
import { usePositionsOf } from './use-municipality.js';

/** The municipality among its neighbours in the district, with the delivery points whose position is known. */
export function MunicipalityMap({ code, units }: { code: string; units: readonly CoverageRow[] }) {
  const { t } = useTranslation('coverage');
  const navigate = useNavigate();
  const [pointed, setPointed] = useState<string>();
  const say = useSaid();
  const pins = usePins(code);
  const shapes = useMemo(
    () =>
      units.map((row) => ({
        code: row.code,
        name: row.name,
        fill: fillOf(row, 'state'),
        say: () => say(row),
        isSilent: row.outlook === 'silent',
      })),
    [units, say],
  );
  const openPoint = useCallback(
    (id: string) => void navigate({ to: '/places/points/$id', params: { id } }),
    [navigate],
  );
  const only = useMemo(() => new Set(units.map((row) => row.code)), [units]);
  const marked = useMemo(() => new Set([code]), [code]);
  return (
    <Stack gap="xs">
      <SerbiaMap
        label={t('place.map')}
        shapes={shapes}
        pins={pins}
        only={only}
        marked={marked}
        highlightedCode={pointed ?? code}
        onHover={setPointed}
        onOpen={(opened) => void navigate({ to: '/coverage/$code', params: { code: opened } })}
        onOpenPin={openPoint}
        maxHeight="19rem"
      />
      <Legend shading="state" />
    </Stack>
  );
}

function usePins(code: string): readonly Pin[] {
  const { data } = usePositionsOf(code);
  return useMemo(
    () =>
      (data ?? []).flatMap(({ id, name, latitude, longitude }) =>
        latitude === null || longitude === null
          ? []
          : [{ id, latitude, longitude, color: 'var(--map-focus)', said: name }],
      ),
    [data],
  );
}
