import { useMemo } from 'react';
import type { CoverageState } from '../../src/coverage/coverage.js';
import type { CoveragePage } from '../api/use-coverage.js';
import { useTranslation } from '../language/i18n.js';
import { DataTable } from '../parts/data-table.js';
import { ButtonLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { useAddress } from '../parts/use-address.js';
import { type Shown, useCoverageColumns } from './coverage-columns.js';
import { isMeasured } from './coverage-question.js';
import { shareReached, sumRows } from './figures.js';
import type { TableLevel } from './place-part.js';
import type { TableRow } from './table-row.js';
import type { Figures } from './use-coverage-page.js';

interface Props {
  readonly figures: Figures;
  readonly level: TableLevel;
  readonly units: CoveragePage;
  readonly codesOf: (rowCode: string) => readonly string[];
  readonly state: CoverageState | undefined;
  readonly highlightedId: string | undefined;
  readonly onPoint: (code: string | undefined) => void;
}

/** A row for each place of the level, and beneath them what they come to together. */
export function CoverageTable(props: Props) {
  const { figures, state } = props;
  const rows = useMemo(
    () => figures.rows?.filter((row) => state === undefined || row.state === state),
    [figures.rows, state],
  );
  if (rows === undefined)
    return (
      <Loaded query={figures.awaited} height={420}>
        {() => null}
      </Loaded>
    );
  return <Rows {...props} rows={rows} />;
}

function Rows(props: Props & { readonly rows: readonly TableRow[] }) {
  const { rows, figures, level, highlightedId, onPoint } = props;
  const { t } = useTranslation('coverage');
  const [address] = useAddress();
  const { funder, lot, from } = address;
  const totals = useTotals(props);
  const columns = useCoverageColumns({
    isMeasured: isMeasured({ funder, lot }),
    isAboveMunicipality: level !== 'municipality',
    hasPeriod: from !== undefined,
    hasFundedPieces: funder !== undefined && level !== 'group',
    changes: figures.changes,
    totals,
  });
  return (
    <DataTable
      label={t('tableLabel')}
      rows={rows}
      columns={columns}
      idOf={({ code }) => code}
      nameOf={({ name }) => name}
      highlightedId={highlightedId}
      onHover={(row) => onPoint(row?.code)}
      empty={<Nothing level={level} />}
    />
  );
}

function useTotals(props: Props & { readonly rows: readonly TableRow[] }): Shown['totals'] {
  const { rows, units, codesOf, level } = props;
  return useMemo(() => {
    if (level === 'group') return undefined;
    const unitOf = new Map(units.items.map((unit) => [unit.code, unit]));
    const own = rows.flatMap(({ code }) => codesOf(code).flatMap((one) => unitOf.get(one) ?? []));
    return { ...sumRows(rows), reached: shareReached(own) };
  }, [rows, units, codesOf, level]);
}

function Nothing({ level }: { level: TableLevel }) {
  const { t } = useTranslation(['coverage', 'parts']);
  if (level !== 'group') return t('parts:nothingFound');
  return (
    <>
      <p>{t('noGroups')}</p>
      <ButtonLink to="/places/groups" variant="default" size="sm">
        {t('toGroups')}
      </ButtonLink>
    </>
  );
}
