import { Box, ScrollArea, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, placing } from './column.js';
import classes from './data-table.module.css';
import { type RowsProps, TableRows } from './table-rows.js';
import { type Sorting, sortRows } from './sorting.js';

export type { Column };

interface Props<Row> extends RowsProps<Row> {
  /** What the table is, for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly initialSorting?: Sorting;
  /** Shown instead of rows where there are none. */
  readonly empty?: ReactNode;
  /** Height that the rows scroll in, in CSS; absent: up to 70 % of the window. */
  readonly height?: string;
}

/** A table whose rows can be sorted and selected, of which only those in sight are laid out: thousands scroll without a stutter. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, rows, columns, initialSorting, selected, onSelect, height } = props;
  const { t } = useTranslation('parts');
  const [sorting, setSorting] = useState<Sorting | undefined>(initialSorting);
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting]);
  const isSelecting = selected !== undefined && onSelect !== undefined;
  const template = templateOf(columns, isSelecting);
  return (
    <Box className={classes.frame} style={template}>
      <ScrollArea.Autosize
        mah={height ?? '70vh'}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
      >
        <div
          role="table"
          aria-label={label}
          aria-rowcount={sorted.length + 1}
          className={classes.table}
        >
          <div role="rowgroup" className={classes.head}>
            <div role="row" aria-rowindex={1} className={classes.row}>
              {isSelecting && (
                <AllBox {...props} rows={sorted} selected={selected} onSelect={onSelect} />
              )}
              {columns.map((column) => (
                <HeaderCell
                  key={column.key}
                  column={column}
                  sorting={sorting}
                  onSort={setSorting}
                />
              ))}
            </div>
          </div>
          <TableRows {...props} sorted={sorted} />
          <Totals columns={columns} rowCount={sorted.length} isSelecting={isSelecting} />
        </div>
      </ScrollArea.Autosize>
      {sorted.length === 0 && (
        <Text c="dimmed" p="lg" ta="center" component="div">
          {props.empty ?? t('nothingFound')}
        </Text>
      )}
      <RowCount count={sorted.length} />
    </Box>
  );
}

function RowCount({ count }: { count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Text size="xs" c="dimmed" px="sm" py={6} className={classes.count} aria-live="polite">
      {t('count.rows', { count, replace: { count: format.number(count) } })}
    </Text>
  );
}

function Totals<Row>({
  columns,
  rowCount,
  isSelecting,
}: {
  columns: readonly Column<Row>[];
  rowCount: number;
  isSelecting: boolean;
}) {
  if (rowCount === 0 || columns.every(({ total }) => total === undefined)) return null;
  return (
    <div role="rowgroup" className={classes.foot}>
      <div role="row" aria-rowindex={rowCount + 2} className={classes.row}>
        {isSelecting && <div role="cell" />}
        {columns.map((column) => (
          <div key={column.key} role="cell" {...placing(column)}>
            {column.total}
          </div>
        ))}
      </div>
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: (sorting: Sorting) => void;
}) {
  const { t } = useTranslation('parts');
  const isSorted = sorting?.key === column.key;
  const direction = sorting?.isDescending === true ? 'descending' : 'ascending';
  return (
    <div role="columnheader" aria-sort={isSorted ? direction : undefined} {...placing(column)}>
      {column.sortBy === undefined ? (
        <HeaderWord>{column.header}</HeaderWord>
      ) : (
        <UnstyledButton
          className={classes.sort}
          onClick={() =>
            onSort({
              key: column.key,
              // Figures are looked at from the largest down first, names from A.
              isDescending: isSorted ? !sorting.isDescending : column.isNumber === true,
            })
          }
        >
          <VisuallyHidden>{t('sortBy', { column: column.header })}</VisuallyHidden>
          <span aria-hidden>{column.header}</span>
          <SortIcon isSorted={isSorted} isDescending={sorting?.isDescending === true} />
        </UnstyledButton>
      )}
    </div>
  );
}

/** A column of buttons has no word to be seen, and one to be heard. */
function HeaderWord({ children }: { children: string }) {
  const { t } = useTranslation('parts');
  return children === '' ? <VisuallyHidden>{t('more')}</VisuallyHidden> : <span>{children}</span>;
}

function SortIcon({ isSorted, isDescending }: { isSorted: boolean; isDescending: boolean }) {
  if (!isSorted) return <IconArrowsSort size={13} opacity={0.35} aria-hidden />;
  return isDescending ? (
    <IconArrowDown size={13} aria-hidden />
  ) : (
    <IconArrowUp size={13} aria-hidden />
  );
}

function AllBox<Row>({
  rows,
  idOf,
  isSelectable,
  selected,
  onSelect,
}: Props<Row> & { selected: ReadonlySet<string>; onSelect: (ids: ReadonlySet<string>) => void }) {
  const { t } = useTranslation('parts');
  const ids = rows.filter((row) => isSelectable?.(row) ?? true).map(idOf);
  const chosen = ids.filter((id) => selected.has(id)).length;
  return (
    <div role="columnheader">
      <input
        type="checkbox"
        className={classes.box}
        aria-label={t('selectAll')}
        checked={chosen > 0 && chosen === ids.length}
        ref={(box) => {
          if (box !== null) box.indeterminate = chosen > 0 && chosen < ids.length;
        }}
        onChange={() => onSelect(chosen === ids.length ? new Set() : new Set(ids))}
      />
    </div>
  );
}

/** The columns' widths for each width of the table, as CSS variables. */
function templateOf<Row>(
  columns: readonly Column<Row>[],
  isSelecting: boolean,
): React.CSSProperties {
  const write = (shown: readonly Column<Row>[]): string =>
    [...(isSelecting ? ['2.25rem'] : []), ...shown.map(widthOf)].join(' ');
  return {
    '--columns': write(columns),
    '--columns-tablet': write(columns.filter(({ hiddenOn }) => hiddenOn !== 'tablet')),
    '--columns-phone': write(columns.filter(({ hiddenOn }) => hiddenOn === undefined)),
  } as React.CSSProperties;
}

function widthOf<Row>({ width, isNumber }: Column<Row>): string {
  return width ?? (isNumber === true ? 'minmax(4.5rem, 1fr)' : 'minmax(7rem, 2fr)');
}
