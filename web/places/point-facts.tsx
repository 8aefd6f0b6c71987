import { Anchor, Stack, Text } from '@mantine/core';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { useCounted } from '../parts/use-counted.js';
import { type Fact, FactList } from './fact-list.js';

/** Where the point lies, whom to call, whom it serves. */
export function PointFacts({ point }: { point: DeliveryPoint }) {
  const { t } = useTranslation('places');
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const counted = useCounted();
  const { settlement, address, postcode, latitude, longitude, audience, hours, note, code } = point;
  const place = [postcode, settlement].filter((part) => part !== null).join(' ');
  const facts: Fact[] = [
    {
      label: t('address'),
      value: (
        <>
          {address}
          {place !== '' && <br />}
          {place}
        </>
      ),
    },
    {
      label: t('municipality'),
      value: (
        <TextLink to="/coverage/$code" params={{ code: point.municipalityCode }} size="sm">
          {municipalityName(point.municipalityCode)}
        </TextLink>
      ),
    },
    { label: t('contact'), value: <Contact contact={point.contact} /> },
    ...(audience === null
      ? []
      : [{ label: t('points.audience'), value: t('point.audience', counted(audience)) }]),
    ...(hours === null ? [] : [{ label: t('form.hours'), value: hours }]),
    ...(code === null ? [] : [{ label: t('form.code'), value: code }]),
    {
      label: t('position'),
      value:
        latitude === null || longitude === null
          ? t('noPosition')
          : `${format.decimal(latitude, 5)}; ${format.decimal(longitude, 5)}`,
    },
    ...(note === null ? [] : [{ label: t('form.note'), value: note }]),
  ];
  return (
    <Stack gap="xs">
      <FactList facts={facts} />
      <Text size="xs" c="dimmed">
        {t('point.changedAt', { date: format.date(point.changedAt) })}
      </Text>
    </Stack>
  );
}

function Contact({ contact }: Pick<DeliveryPoint, 'contact'>) {
  const { t } = useTranslation('places');
  const mayWrite = useMayWrite();
  if (contact === null) return t(mayWrite ? 'point.noContact' : 'point.contactHidden');
  const { person, phone, email } = contact;
  return (
    <Stack gap={2} component="span">
      {person !== undefined && <span>{person}</span>}
      {phone !== undefined && (
        <Anchor size="sm" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
          {phone}
        </Anchor>
      )}
      {email !== undefined && (
        <Anchor size="sm" href={`mailto:${email}`}>
          {email}
        </Anchor>
      )}
    </Stack>
  );
}
