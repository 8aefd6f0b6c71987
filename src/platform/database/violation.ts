export type Violation = 'foreign_key' | 'unique' | 'check' | 'value';

const SQLSTATES: Readonly<Record<string, Violation>> = {
  '23503': 'foreign_key',
  '23505': 'unique',
  '23514': 'check',
  // What was handed in is no instant, no day, no number of the column's range.
  '22003': 'value',
  '22007': 'value',
  '22008': 'value',
  '22P02': 'value',
};

const SQLITE_MESSAGES: readonly (readonly [string, Violation])[] = [
  ['FOREIGN KEY constraint failed', 'foreign_key'],
  ['UNIQUE constraint failed', 'unique'],
  ['CHECK constraint failed', 'check'],
];

/** What the database refused, of either engine; undefined where the error tells of something else. */
export function readViolation(error: unknown): Violation | undefined {
  const { driverError } = (error ?? {}) as { driverError?: { code?: unknown; message?: unknown } };
  const known = SQLSTATES[String(driverError?.code)];
  if (known !== undefined) return known;
  const message = typeof driverError?.message === 'string' ? driverError.message : '';
  return SQLITE_MESSAGES.find(([text]) => message.includes(text))?.[1];
}
