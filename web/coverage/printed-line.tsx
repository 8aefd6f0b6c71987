import { useFormat, useTranslation } from '../language/i18n.js';
import type { useByWhom } from './bringer.js';
import classes from './distribution-print.module.css';
import type { ListTotals } from './list-question.js';
import type { DistributionRow } from './use-distribution-list.js';

interface Props {
  readonly row: DistributionRow;
  readonly material: string;
  readonly tellBringer: ReturnType<typeof useByWhom>;
}

/** A row on paper. */
export function PrintedLine({ row, material, tellBringer }: Props) {
  const { t } = useTranslation(['coverage', 'language']);
  const format = useFormat();
  const latest = row.deliveries[0];
  return (
    <tr>
      <td>{row.municipalityName}</td>
      <td>{row.name}</td>
      <td>{material}</td>
      <td className="number">{format.number(row.delivered)}</td>
      <td className={classes.whole}>
        {row.lastDeliveredAt === null ? '—' : format.date(row.lastDeliveredAt)}
      </td>
      <td>
        <div className={classes.whole}>
          {row.waybillNumber ?? (latest?.issueId === undefined ? '' : t('issue'))}
        </div>
        <div>{tellBringer(row)}</div>
      </td>
      <td>{row.proof === null ? '—' : t(`language:proof.${row.proof}`)}</td>
      <td>
        <div>{row.lotNumbers.join(', ')}</div>
        <div>{row.funders.join(', ')}</div>
      </td>
    </tr>
  );
}

/** The list's totals in a sentence. */
export function useListSentences(totals: ListTotals): string {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  return t('list.totals', {
    pieces: format.number(totals.pieces),
    reached: format.number(totals.pointsReached),
    points: format.number(totals.points),
    municipalities: format.number(totals.municipalities),
  });
}
