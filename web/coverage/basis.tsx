import { Alert, Button, Spoiler, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { CoveragePage } from '../api/use-coverage.js';
import { useMayWrite } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ButtonLink, TextLink } from '../parts/links.js';
import { useAddress } from '../parts/use-address.js';
import classes from './coverage.module.css';

/** What the figures rest on, with a link that always draws these same ones, and what is uncertain in them. */
export function BasisLine({ basis }: { basis: CoveragePage }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  return (
    <Text size="sm" c="dimmed" component="div">
      {t('basis', { moment: format.dateTime(basis.asOf), sequence: format.number(basis.sequence) })}{' '}
      <TextLink
        to="/coverage"
        search={(former: object) => ({
          ...former,
          asOf: basis.asOf,
          knownAt: String(basis.sequence),
        })}
        size="sm"
        underline="always"
        className={classes.hiddenInPrint}
      >
        {t('keepFigures')}
      </TextLink>
      <Unverified basis={basis} />
    </Text>
  );
}

function Unverified({ basis: { unverifiedPopulations: places } }: { basis: CoveragePage }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  if (places.length === 0) return null;
  return (
    <Spoiler maxHeight={22} showLabel={t('showAll')} hideLabel={t('showLess')}>
      {t('unverified', { places: format.list(places.map(({ name }) => name)) })}
    </Spoiler>
  );
}

/** The past looks like the present: it is said, and one step leads back. */
export function PastNotice({ basis }: { basis: CoveragePage }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const [{ asOf, knownAt }, setAddress] = useAddress();
  if (asOf === undefined && knownAt === undefined) return null;
  const moment = format.dateTime(basis.asOf);
  const known = format.dateTime(basis.knownAt);
  return (
    <Alert
      variant="light"
      color="blue"
      icon={<IconHistory aria-hidden />}
      title={t('pastTitle', { moment })}
      className={classes.hiddenInPrint}
    >
      <Text size="sm">
        {knownAt === undefined
          ? t('pastKnownToday')
          : t('pastKnownThen', { known, sequence: format.number(basis.sequence) })}
      </Text>
      <Button
        size="xs"
        mt="xs"
        variant="default"
        onClick={() => setAddress({ asOf: undefined, knownAt: undefined })}
      >
        {t('backToPresent')}
      </Button>
    </Alert>
  );
}

/** A group's figures name where the group is from; a payer's or print run's say what was counted and what was not. */
export function ScopeNotice({ basis }: { basis: CoveragePage }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const [{ funder }] = useAddress();
  const { group, lots } = basis;
  return (
    <>
      {group !== null && (
        <Text size="sm">
          {t('groupNamed', {
            name: group.name,
            source: group.source,
            date: format.date(group.validOn),
          })}
        </Text>
      )}
      {lots !== null && (
        <Alert variant="light" color="gray" title={t('unmeasuredTitle')}>
          <Text size="sm">{t('unmeasured')}</Text>
          <Text size="sm" mt={4}>
            {lots.length === 0
              ? t('noLots')
              : t('lotsCounted', {
                  lots: format.list(lots.map((lot) => tellLot(lot, funder))),
                })}
          </Text>
        </Alert>
      )}
    </>
  );

  function tellLot(lot: NonNullable<typeof lots>[number], payer: string | undefined): string {
    const own = lot.funding.find((share) => share.funder === payer);
    if (own === undefined) return lot.lotNumber;
    return t('lotShare', { lot: lot.lotNumber, share: format.percent(own.percent / 100) });
  }
}

/** Without targets nothing can be reached: what to do next stands where the figures would. */
export function NoTargetsNotice() {
  const { t } = useTranslation('coverage');
  const mayWrite = useMayWrite();
  return (
    <Alert variant="light" color="orange" title={t('noTargets.title')}>
      <Text size="sm">{t('noTargets.text')}</Text>
      {mayWrite && (
        <ButtonLink size="sm" mt="xs" to="/campaign/targets">
          {t('noTargets.button')}
        </ButtonLink>
      )}
    </Alert>
  );
}
