import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CoverageSummary } from '../api/use-coverage.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import classes from './coverage.module.css';

/** Totals of what is looked at, in five figures. */
export function SummaryFigures({ query }: { query: UseQueryResult<CoverageSummary> }) {
  if (query.data === undefined) return query.isError ? null : <Skeleton height={84} radius="md" />;
  return <Figures summary={query.data} />;
}

function Figures({ summary }: { summary: CoverageSummary }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const { municipalities, population, pieces, points } = summary;
  const of = (whole: number): string => t('of', { total: format.number(whole) });
  return (
    <dl className={classes.figures}>
      {municipalities.reached !== null && (
        <Figure
          label={t('figure.municipalities')}
          value={format.number(municipalities.reached)}
          detail={of(municipalities.total)}
        />
      )}
      {population.reached !== null && population.total > 0 && (
        <Figure
          label={t('figure.population')}
          value={format.percent(population.reached / population.total)}
          detail={of(population.total)}
        />
      )}
      <Figure
        label={t('figure.delivered')}
        value={format.number(pieces.delivered)}
        detail={
          pieces.target === null || pieces.target === 0 ? t('withoutTarget') : of(pieces.target)
        }
      />
      <Figure
        label={t('figure.inTransit')}
        value={format.number(pieces.inTransit)}
        detail={t('figure.alsoPlanned', { pieces: format.number(pieces.planned) })}
      />
      <Figure
        label={t('figure.points')}
        value={format.number(points.reached)}
        detail={of(points.total)}
      />
    </dl>
  );
}

function Figure({ label, value, detail }: { label: string; value: ReactNode; detail: string }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd data-main>{value}</dd>
      <dd>{detail}</dd>
    </div>
  );
}
