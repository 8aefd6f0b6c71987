import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { municipalitiesQuery } from '../api/use-register.js';
import { useTranslation } from '../language/i18n.js';
import { type Pin, SerbiaMap } from '../map/serbia-map.js';

/** The point in its municipality, among the others of the district. */
export function PointPlaceMap({ point }: { point: DeliveryPoint }) {
  const { t } = useTranslation('places');
  const { municipalityCode, latitude, longitude, id, name } = point;
  const { data: municipalities } = useQuery(municipalitiesQuery);
  const shapes = useMemo(() => {
    const district = municipalities?.find(({ code }) => code === municipalityCode)?.districtCode;
    return (municipalities ?? [])
      .filter(({ districtCode }) => districtCode === district)
      .map(({ code, name }) => ({
        code,
        name,
        fill:
          code === municipalityCode
            ? 'color-mix(in oklab, var(--reached) 35%, var(--no-target))'
            : 'var(--no-target)',
        say: () => name,
      }));
  }, [municipalities, municipalityCode]);
  const only = useMemo(() => new Set(shapes.map(({ code }) => code)), [shapes]);
  const pins: readonly Pin[] =
    latitude === null || longitude === null
      ? []
      : [{ id, latitude, longitude, color: 'var(--not-reached)', said: name }];
  if (shapes.length === 0) return null;
  return (
    <Stack gap="xs">
      <SerbiaMap
        label={t('point.map')}
        shapes={shapes}
        pins={pins}
        only={only}
        highlightedCode={municipalityCode}
        maxHeight="18rem"
      />
      {pins.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('point.mapOnlyMunicipality')}
        </Text>
      )}
    </Stack>
  );
}
