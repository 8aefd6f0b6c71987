import type { ReactNode } from 'react';
import classes from './data-table.module.css';

/** A column of a `DataTable`. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column is ordered by; texts in Serbian order, what is null last. Absent: not sortable. */
  readonly sortBy?: (row: Row) => number | string | null;
  /** Figures stand to the right. */
  readonly isNumber?: boolean;
  /** Widths as CSS grid takes them: `minmax(12rem, 2fr)`, `6rem`. */
  readonly width?: string;
  /** Not shown where the table is narrower: phone (under 600 px), tablet (under 960 px). */
  readonly hiddenOn?: 'phone' | 'tablet';
  /** Beneath all columns. */
  readonly total?: ReactNode;
}

/** What a column's cells have in common. */
export function placing<Row>(column: Column<Row>): {
  className: string;
  'data-hidden-on'?: string;
} {
  return {
    className: column.isNumber === true ? `${classes.cell} number` : classes.cell!,
    ...(column.hiddenOn === undefined ? {} : { 'data-hidden-on': column.hiddenOn }),
  };
}
