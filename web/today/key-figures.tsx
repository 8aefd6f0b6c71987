import { SimpleGrid, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode, useMemo } from 'react';
import type { CoverageRow, CoverageSummary } from '../api/use-coverage.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Figure } from '../parts/figure.js';
import { type Destination, leadTo } from './destination.js';
import { sumRows } from './standing.js';
import classes from './today.module.css';
import type { View } from './view.js';

interface Props {
  readonly rows: readonly CoverageRow[];
  /** Of the same question; with schools. */
  readonly summary: CoverageSummary | undefined;
  readonly view: View;
}

/** What one tells a funder. The sums are those of the rows on the map; each leads to what it is made of. */
export const KeyFigures = memo(function KeyFigures({ rows, summary, view }: Props) {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <section aria-labelledby="figures">
      <Title order={2} size="h4" id="figures" mb="xs">
        {t('figures.title')}
        {view.asOf !== undefined && (
          <Text span c="dimmed" ml="xs">
            {t('figures.asOf', { date: format.date(view.asOf) })}
          </Text>
        )}
      </Title>
      <Reach rows={rows} summary={summary} view={view} />
      <Pieces rows={rows} summary={summary} view={view} />
    </section>
  );
});

/** How many places, schools and people. */
function Reach({ rows, summary, view }: Props) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { municipalities, population } = useMemo(() => sumRows(rows), [rows]);
  const schools = summary?.points?.kinds.find(({ kind }) => kind === 'school');
  const asked = addressOf(view);
  const reached: Destination = { to: '/', search: { ...asked, show: 'reached' }, hash: 'places' };
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <LinkedFigure
        to={reached}
        label={t('figures.municipalities')}
        value={format.number(municipalities.reached)}
        detail={t('figures.partly', {
          total: format.number(municipalities.total - municipalities.noTarget),
          partly: format.number(municipalities.partlyReached),
        })}
      />
      <LinkedFigure
        to={leadTo('/distribution-list', { ...asked, kind: 'school', state: 'reached' })}
        label={t('figures.schools')}
        value={schools === undefined ? '—' : format.number(schools.reached)}
        detail={
          schools === undefined ? t('figures.noSchools') : ofTotal(schools.reached, schools.total)
        }
      />
      <LinkedFigure
        to={reached}
        label={t('figures.population')}
        value={format.number(population.reached)}
        detail={ofTotal(population.reached, population.total)}
      />
    </SimpleGrid>
  );

  function ofTotal(part: number, total: number): string {
    return t('figures.ofTotal', {
      total: format.number(total),
      share: format.percent(total === 0 ? 0 : part / total),
    });
  }
}

/** Where the pieces are. */
function Pieces({ rows, summary, view }: Props) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const totals = useMemo(() => sumRows(rows), [rows]);
  const pieces = summary?.pieces;
  const asked = addressOf(view);
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm" mt="sm">
      <LinkedFigure
        to={leadTo('/distribution-list', { ...asked, state: 'reached' })}
        label={t('figures.delivered')}
        value={format.number(totals.delivered)}
        detail={
          totals.share === null
            ? t('figures.pieces')
            : t('figures.ofTarget', {
                total: format.number(totals.target),
                share: format.percent(totals.share),
              })
        }
      />
      <LinkedFigure
        to={leadTo('/batches', { state: 'dispatched' })}
        label={t('figures.inTransit')}
        value={format.number(totals.inTransit)}
        detail={t('figures.pieces')}
      />
      <LinkedFigure
        to={leadTo('/stock', asked)}
        label={t('figures.onHand')}
        value={pieces === undefined ? '…' : format.number(pieces.onHand)}
        detail={t('figures.pieces')}
      />
      <LinkedFigure
        to={leadTo('/stock/card', {
          account: 'lost',
          ...(view.material === undefined ? {} : { material: view.material }),
        })}
        label={t('figures.lost')}
        value={format.number(totals.lost)}
        detail={
          pieces === undefined
            ? t('figures.pieces')
            : t('figures.damaged', { damaged: format.number(pieces.damaged) })
        }
      />
    </SimpleGrid>
  );
}

/** The part of the view that other pages know by the same names. */
function addressOf({ material, asOf }: View): Record<string, string> {
  return {
    ...(material === undefined ? {} : { material }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function LinkedFigure({
  to,
  ...figure
}: {
  to: Destination;
  label: string;
  value: ReactNode;
  detail: ReactNode;
}) {
  return (
    <Link {...to} className={classes.figure}>
      <Figure {...figure} />
    </Link>
  );
}
