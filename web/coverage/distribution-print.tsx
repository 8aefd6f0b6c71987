import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCampaign } from '../api/use-campaigns.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useByWhom } from './bringer.js';
import classes from './distribution-print.module.css';
import { totalList, withoutConfidential } from './list-question.js';
import { PrintedLine, useListSentences } from './printed-line.js';
import type { DistributionList } from './use-distribution-list.js';
import { useFilterWords } from './use-filter-words.js';

/** Whether the browser is about to print: thousands of rows are laid out for paper only then. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // What the print shows must be there when this returns.
    const begin = (): void => flushSync(() => setIsPrinting(true));
    const end = (): void => setIsPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/**
 * The list on paper, for a funder: a heading that says of what and when, the filters in words, every row. A confidential point
 * is not named on it, whoever prints it.
 */
export function DistributionPrint({ list }: { list: DistributionList }) {
  return useIsPrinting() ? <Printed list={list} /> : null;
}

function Printed({ list }: { list: DistributionList }) {
  const { t } = useTranslation(['coverage', 'parts']);
  const format = useFormat();
  const campaign = useCampaign();
  const filters = useFilterWords();
  const nameOf = useMaterialNames();
  const tellBringer = useByWhom();
  const rows = withoutConfidential(list.items);
  const sentences = useListSentences(totalList(rows));
  return (
    <section className={classes.print}>
      <h1>{t('list.title')}</h1>
      <p className={classes.campaign}>{campaign.name}</p>
      <p>
        {t('basis', { moment: format.dateTime(list.asOf), sequence: format.number(list.sequence) })}
      </p>
      <ul>
        {filters.length === 0 && <li>{t('list.unfiltered')}</li>}
        {filters.map(({ filter, label, value }) => (
          <li key={filter}>{t('list.filterWords', { label, value })}</li>
        ))}
      </ul>
      <p>{sentences}</p>
      <table>
        <thead>
          <tr>
            <th>{t('parts:municipality')}</th>
            <th>{t('parts:point')}</th>
            <th>{t('parts:material')}</th>
            <th className="number">{t('column.pieces')}</th>
            <th>{t('parts:date')}</th>
            <th>{t('column.by')}</th>
            <th>{t('column.proof')}</th>
            <th>{t('column.lots')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PrintedLine
              key={`${row.deliveryPointId} ${row.materialId ?? ''}`}
              row={row}
              material={row.materialId === null ? '—' : nameOf(row.materialId)}
              tellBringer={tellBringer}
            />
          ))}
        </tbody>
      </table>
      <p>{t('list.confidentialLeftOut')}</p>
    </section>
  );
}
