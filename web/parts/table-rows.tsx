import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from '../language/i18n.js';
import { type Column, placing } from './column.js';
import classes from './data-table.module.css';
import { useIsAwake } from './use-is-awake.js';

export interface RowsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  /** What the row is called, for its checkbox and its link. */
  readonly nameOf?: (row: Row) => string;
  /** With checkboxes where both are given. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  readonly isSelectable?: (row: Row) => boolean;
  /** Marks the row as looked at, as the map beside it does. */
  readonly highlightedId?: string | undefined;
  readonly onHover?: (row: Row | undefined) => void;
}

const ROW_HEIGHT = 44;
const OVERSCAN = 12;
/** How many rows a page shows that is drawn but cannot scroll yet: as high as they come out. */
const ROWS_ASLEEP = 20;
/** Below this everything is laid out, so that a page's search and print find every row. */
const VIRTUAL_FROM = 120;

/** The rows of a table in their order. Scrolling draws nothing anew but these, and of these only what comes into sight. */
export function TableRows<Row>(props: RowsProps<Row> & { readonly sorted: readonly Row[] }) {
  const { sorted, columns, idOf, nameOf, selected, onSelect, isSelectable, highlightedId } = props;
  const body = useRef<HTMLDivElement>(null);
  const isLong = sorted.length >= VIRTUAL_FROM;
  const isVirtual = useIsAwake() && isLong;
  const virtualizer = useVirtualizer({
    count: isVirtual ? sorted.length : 0,
    getScrollElement: () => body.current?.closest('[role="region"]') ?? null,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const isSelecting = selected !== undefined && onSelect !== undefined;
  const latest = useLatest(props);
  const toggleRow = useCallback(
    (id: string): void => {
      const { selected: chosen, onSelect: choose } = latest.current;
      if (chosen !== undefined) choose?.(toggle(chosen, id));
    },
    [latest],
  );
  const hover = useCallback(
    (row: unknown): void => latest.current.onHover?.(row as Row | undefined),
    [latest],
  );
  const shown = isVirtual
    ? virtualizer.getVirtualItems()
    : (isLong ? sorted.slice(0, ROWS_ASLEEP) : sorted).map((_, index) => ({
        index,
        start: undefined,
      }));
  return (
    <div
      role="rowgroup"
      ref={body}
      className={classes.body}
      style={isVirtual ? { height: virtualizer.getTotalSize() } : undefined}
      // Rows that pass beneath a pointer at rest are not pointed at.
      data-scrolling={(isVirtual && virtualizer.isScrolling) || undefined}
    >
      {shown.map(({ index, start }) => {
        const row = sorted[index]!;
        const id = idOf(row);
        return (
          <TableRow
            key={id}
            row={row}
            columns={columns as readonly Column<unknown>[]}
            index={index}
            start={start}
            id={id}
            name={nameOf?.(row) ?? id}
            isSelected={isSelecting ? selected.has(id) : undefined}
            onToggle={isSelecting && (isSelectable?.(row) ?? true) ? toggleRow : undefined}
            isHighlighted={highlightedId === id}
            onHover={hover}
            onMeasure={isVirtual ? virtualizer.measureElement : undefined}
          />
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly row: unknown;
  readonly columns: readonly Column<unknown>[];
  readonly index: number;
  readonly start: number | undefined;
  readonly id: string;
  readonly name: string;
  /** Undefined where rows are not to be selected. */
  readonly isSelected: boolean | undefined;
  readonly onToggle: ((id: string) => void) | undefined;
  readonly isHighlighted: boolean;
  readonly onHover: (row: unknown) => void;
  readonly onMeasure: ((element: HTMLElement | null) => void) | undefined;
}

/** Drawn anew only where something of its own is other than before: not at each step of scrolling. */
const TableRow = memo(function TableRow(props: RowProps) {
  const { row, columns, index, start, id, isSelected, onToggle, onHover } = props;
  const { t } = useTranslation('parts');
  return (
    <div
      role="row"
      ref={props.onMeasure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-highlighted={props.isHighlighted || undefined}
      className={classes.row}
      style={
        start === undefined
          ? undefined
          : { position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }
      }
      onMouseEnter={() => onHover(row)}
      onMouseLeave={() => onHover(undefined)}
    >
      {isSelected !== undefined && (
        <div role="cell">
          {onToggle !== undefined && (
            <input
              type="checkbox"
              className={classes.box}
              aria-label={t('selectRow', { name: props.name })}
              checked={isSelected}
              onChange={() => onToggle(id)}
            />
          )}
        </div>
      )}
      {columns.map((column) => (
        <div key={column.key} role="cell" {...placing(column)}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
});

/** The same box all the time, with what was last handed in. */
function useLatest<T>(value: T): { readonly current: T } {
  const box = useRef(value);
  useEffect(() => {
    box.current = value;
  });
  return box;
}

function toggle(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
