import { Problem } from '../../problem.js';
import { sql, type Sql } from '../database/sql.js';
import type { Reader } from '../database/transaction.js';
import { IsIntegerIn, IsText } from './validation.js';

export const MAXIMUM_LIMIT = 500;
const DEFAULT_LIMIT = 50;

/** What every list takes; extend it for the filters. */
export class PageQuery {
  /**
   * Rows in one answer; 50 where absent.
   * @example 50
   */
  @IsIntegerIn({ min: 1, max: MAXIMUM_LIMIT, optional: true, query: true })
  limit?: number;

  /** `nextCursor` of the page before. */
  @IsText({ max: 2000, optional: true })
  cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  /** Give it as `cursor` to get the next page; null on the last. */
  readonly nextCursor: string | null;
  /** Rows on all pages together. */
  readonly total: number;
}

export interface Order {
  /** One of the selected aliases, without quotes. */
  readonly column: string;
  readonly direction?: 'asc' | 'desc';
}

export interface PageRequest<T> {
  /** Columns, each with an alias in double quotes. */
  readonly select: Sql;
  readonly from: Sql;
  readonly where: readonly Sql[];
  /** The last one is unique, none is null. */
  readonly order: readonly Order[];
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
  readonly map?: (row: never) => T;
}

/** One page of a list, by keyset: what is inserted meanwhile neither repeats nor hides a row. */
export async function readPage<T>(reader: Reader, request: PageRequest<T>): Promise<Page<T>> {
  const limit = request.limit ?? DEFAULT_LIMIT;
  const source = sql`SELECT ${request.select} FROM ${request.from}${sql.where(request.where)}`;
  const after =
    request.cursor === undefined
      ? []
      : [writeAfter(request.order, readCursor(request.cursor, request.order.length))];
  const order = sql.raw(
    request.order.map(({ column, direction }) => `"${column}" ${direction ?? 'asc'}`).join(', '),
  );
  const rows = await reader.query<Record<string, unknown>>(
    sql`SELECT * FROM (${source}) AS page${sql.where(after)} ORDER BY ${order} LIMIT ${limit + 1}`,
  );
  const counted = await reader.one<{ total: number }>(
    sql`SELECT COUNT(*) AS total FROM ${request.from}${sql.where(request.where)}`,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => (request.map === undefined ? (row as T) : request.map(row as never))),
    nextCursor:
      last === undefined ? null : writeCursor(request.order.map(({ column }) => last[column])),
    total: Number(counted?.total ?? 0),
  };
}

/** A page of rows that are in memory already, in their final order. */
export function pageOf<T>(
  rows: readonly T[],
  query: PageQuery,
  defaultLimit = DEFAULT_LIMIT,
): Page<T> {
  const start = query.cursor === undefined ? 0 : Number(readCursor(query.cursor, 1)[0]);
  if (!Number.isInteger(start) || start < 0) throw badCursor();
  const end = start + (query.limit ?? defaultLimit);
  return {
    items: rows.slice(start, end),
    nextCursor: end < rows.length ? writeCursor([end]) : null,
    total: rows.length,
  };
}

/** `(a, b) > (x, y)`, written out since directions may differ. */
function writeAfter(order: readonly Order[], values: readonly (string | number)[]): Sql {
  const alternatives = order.map(({ column, direction }, index) => {
    const equal = order
      .slice(0, index)
      .map((earlier, position) => sql`${sql.raw(`"${earlier.column}"`)} = ${values[position]}`);
    const beyond = sql`${sql.raw(`"${column}"`)} ${sql.raw(direction === 'desc' ? '<' : '>')} ${values[index]}`;
    return sql`(${sql.join([...equal, beyond], ' AND ')})`;
  });
  return sql`(${sql.join(alternatives, ' OR ')})`;
}

function writeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function readCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === length && values.every(isKey)) return values;
  } catch {
    // Falls through to the same answer: it is not one of our cursors.
  }
  throw badCursor();
}

function isKey(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function badCursor(): Problem {
  const message = {
    en: 'This is not a cursor that this list gave. Start again without one.',
    sr: 'Ovo nije oznaka strane koju je dala ova lista. Počnite ponovo bez nje.',
  };
  return new Problem('malformed', { errors: [{ path: 'cursor', message }] });
}
