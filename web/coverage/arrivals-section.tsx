import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { type ArrivalAtPlace, gatherArrivals } from './arrivals.js';
import { ByWhom, DocumentLink } from './bringer.js';
import classes from './coverage.module.css';
import { Section } from '../parts/section.js';
import { useIssuesOf, usePointsOf } from './use-municipality.js';

/** What came when, by whom and how well it is proved. */
export function ArrivalsSection({ code }: { code: string }) {
  const { t } = useTranslation('coverage');
  const points = usePointsOf(code);
  const issues = useIssuesOf(code);
  const columns = useColumns();
  return (
    <Section
      title={t('place.arrivals')}
      aside={
        <TextLink to="/distribution-list" search={{ municipality: code }} size="sm">
          {t('place.toList')}
        </TextLink>
      }
    >
      <Loaded query={points} height={200}>
        {({ items }) => (
          <Loaded query={issues} height={200}>
            {(handedOut) => {
              const arrivals = gatherArrivals(items, handedOut);
              if (arrivals.length === 0) return <Text c="dimmed">{t('place.noArrivals')}</Text>;
              return (
                <DataTable
                  label={t('place.arrivals')}
                  rows={arrivals}
                  columns={columns}
                  idOf={({ id }) => id}
                  height="26rem"
                />
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Section>
  );
}

function useColumns(): readonly Column<ArrivalAtPlace>[] {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const format = useFormat();
  const nameOf = useMaterialNames();
  return useMemo(
    () => [
      {
        key: 'date',
        header: t('parts:date'),
        width: '6.25rem',
        sortBy: ({ at }) => at,
        cell: ({ at }) => format.date(at),
      },
      {
        key: 'where',
        header: t('column.where'),
        width: 'minmax(6.5rem, 3fr)',
        sortBy: ({ point, occasion }) => point?.name ?? occasion ?? '',
        cell: (arrival) => <WhereCell arrival={arrival} />,
      },
      {
        key: 'material',
        header: t('parts:material'),
        width: 'minmax(7rem, 2fr)',
        hiddenOn: 'phone',
        sortBy: ({ materialId }) => nameOf(materialId),
        cell: ({ materialId }) => nameOf(materialId),
      },
      {
        key: 'quantity',
        header: t('column.pieces'),
        width: '5rem',
        isNumber: true,
        sortBy: ({ quantity }) => quantity,
        cell: ({ quantity, isEstimated }) =>
          isEstimated ? t('about', { quantity: format.number(quantity) }) : format.number(quantity),
      },
      {
        key: 'by',
        header: t('column.by'),
        width: 'minmax(8.5rem, 2fr)',
        hiddenOn: 'phone',
        cell: (arrival) => (
          <Stack gap={0}>
            <DocumentLink {...arrival} />
            <ByWhom {...arrival} />
          </Stack>
        ),
      },
      {
        key: 'proof',
        header: t('column.proof'),
        width: 'minmax(7rem, 1fr)',
        hiddenOn: 'tablet',
        sortBy: ({ proof }) => proof,
        cell: ({ proof }) => (proof === null ? '—' : t(`language:proof.${proof}`)),
      },
    ],
    [t, format, nameOf],
  );
}

function WhereCell({ arrival }: { arrival: ArrivalAtPlace }) {
  const { t } = useTranslation(['coverage', 'language']);
  const nameOf = useMaterialNames();
  const { point, occasion, materialId, proof } = arrival;
  return (
    <Stack gap={2}>
      {point === null ? (
        <Text size="sm">{occasion ?? t('place.handedOut')}</Text>
      ) : (
        <TextLink to="/places/points/$id" params={{ id: point.id }} size="sm">
          {point.name}
        </TextLink>
      )}
      {point === null && occasion !== null && (
        <Text size="xs" c="dimmed">
          {t('place.handedOut')}
        </Text>
      )}
      <Text size="xs" c="dimmed" component="div" className={classes.onlyPhone}>
        {nameOf(materialId)}
      </Text>
      {proof !== null && (
        <Text size="xs" c="dimmed" component="div" className={classes.onlyNarrow}>
          {t('proofLine', { proof: t(`language:proof.${proof}`) })}
        </Text>
      )}
      <div className={classes.onlyPhone}>
        <DocumentLink {...arrival} />
      </div>
    </Stack>
  );
}
