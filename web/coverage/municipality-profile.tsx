import { Paper } from '@mantine/core';
import type { Municipality } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import classes from './coverage.module.css';
import { Section } from '../parts/section.js';
import { useAreaNames } from './use-areas.js';

/** What the register knows of it. */
export function MunicipalityProfile({ municipality }: { municipality: Municipality }) {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const format = useFormat();
  const nameOf = useAreaNames();
  const { nameLatn, nameCyrl, nameEn, population, populationStatus, areaKm2, seat } = municipality;
  const names = [...new Set([nameLatn, nameCyrl, nameEn])];
  const facts: readonly (readonly [string, string])[] = [
    [
      t('column.population'),
      t('place.population', {
        people: format.number(population),
        status: t(`language:populationStatus.${populationStatus}`),
      }),
    ],
    ...(areaKm2 === null
      ? []
      : ([[t('place.area'), t('place.areaKm2', { area: format.decimal(areaKm2, 1) })]] as const)),
    [t('parts:district'), nameOf(municipality.districtCode)],
    [t('parts:region'), nameOf(municipality.regionCode)],
    ...(seat === null
      ? []
      : ([
          [
            t('place.seat'),
            t('place.position', {
              latitude: format.decimal(seat.latitude, 3),
              longitude: format.decimal(seat.longitude, 3),
            }),
          ],
        ] as const)),
    [t('place.names'), names.join(' · ')],
    [t('place.code'), municipality.code],
  ];
  return (
    <Paper withBorder p="md" radius="md">
      <Section title={t('place.profile')}>
        <dl className={classes.facts}>
          {facts.map(([term, text]) => (
            <Fact key={term} term={term} text={text} />
          ))}
        </dl>
      </Section>
    </Paper>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
