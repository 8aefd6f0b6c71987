import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { useAreaNames } from './use-areas.js';

interface Area {
  readonly region?: string | undefined;
  readonly district?: string | undefined;
}

/** From the country down to the part that is looked at, which is no link itself. */
export function useAreaCrumbs({ region, district }: Area, isPlaceBelow = false): ReactNode[] {
  const { t } = useTranslation('coverage');
  const nameOf = useAreaNames();
  const areas = [
    { code: undefined, name: t('serbia') },
    ...[region, district].flatMap((code) =>
      code === undefined ? [] : [{ code, name: nameOf(code) }],
    ),
  ];
  return areas.map(({ code, name }, index) =>
    index === areas.length - 1 && !isPlaceBelow ? (
      <Text key={name} size="sm" aria-current="page">
        {name}
      </Text>
    ) : (
      <TextLink
        key={name}
        to="/coverage"
        search={(former: object) => ({ ...former, level: undefined, parent: code })}
        size="sm"
      >
        {name}
      </TextLink>
    ),
  );
}
