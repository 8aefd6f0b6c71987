import type { Engine, Sql } from '../platform/database/sql.js';
import { sql } from '../platform/database/sql.js';
import { searchWords } from './search.js';

/** The conditions of `q`: each word must occur in the folded text of the column. */
export function searchConditions(column: Sql, typed: string | undefined): Sql[] {
  const words = searchWords(typed);
  if (words === undefined) return [];
  if (words.length === 0) return [sql`1 = 0`];
  return words.map((word) => sql`${column} LIKE ${`%${word}%`}`);
}

/** Whether a JSON list of texts holds exactly this text. */
export function holdsEntry(engine: Engine, column: Sql, entry: string): Sql {
  const written = JSON.stringify(entry);
  return engine === 'postgres'
    ? sql`strpos(${column}, ${written}) > 0`
    : sql`instr(${column}, ${written}) > 0`;
}
