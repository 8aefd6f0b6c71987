import { Problem } from '../../problem.js';

/**
 * Reads a cron expression of five fields (minute, hour, day of month, month, day of week) or six (seconds first):
 * `*`, `a`, `a-b`, each with `/step`, in lists, with the English three-letter names of months and weekdays.
 * Where both the day of the month and the weekday are restricted, a day that fits either is due, as cron has it.
 */
export interface CronFields {
  readonly second: readonly number[];
  readonly minute: readonly number[];
  readonly hour: readonly number[];
  readonly dayOfMonth: readonly number[];
  readonly month: readonly number[];
  /** 0 is Sunday; 7 is read as 0. */
  readonly dayOfWeek: readonly number[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface FieldRange {
  readonly name: keyof CronFields;
  readonly low: number;
  readonly high: number;
  readonly names: readonly string[];
}

const FIELDS: readonly FieldRange[] = [
  { name: 'second', low: 0, high: 59, names: [] },
  { name: 'minute', low: 0, high: 59, names: [] },
  { name: 'hour', low: 0, high: 23, names: [] },
  { name: 'dayOfMonth', low: 1, high: 31, names: [] },
  { name: 'month', low: 1, high: 12, names: MONTHS },
  { name: 'dayOfWeek', low: 0, high: 7, names: WEEKDAYS },
];

const RANGE = /^(?:\*|([a-z]{3}|\d{1,2})(?:-([a-z]{3}|\d{1,2}))?)(?:\/(\d{1,2}))?$/;

/** @throws Problem `malformed` that quotes the expression and names the field. */
export function parseCron(expression: string): CronFields {
  const told = expression.trim().toLowerCase().split(/\s+/);
  if (told.length !== 5 && told.length !== 6) refuse(expression, 'it has not five or six fields');
  const fields = told.length === 5 ? ['0', ...told] : told;
  const values = FIELDS.map((range, index) => [
    range.name,
    parseField(expression, fields[index]!, range),
  ]);
  return Object.fromEntries(values) as CronFields;
}

function parseField(expression: string, field: string, range: FieldRange): number[] {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = RANGE.exec(part);
    if (match === null) refuse(expression, `"${part}" cannot be read (${range.name})`);
    const [, from, to, step] = match;
    const low = from === undefined ? range.low : readNumber(expression, from, range);
    const high = readHigh(expression, { from, to, step }, low, range);
    const stride = step === undefined ? 1 : Number(step);
    if (stride === 0 || low > high) refuse(expression, `"${part}" holds nothing (${range.name})`);
    for (let value = low; value <= high; value += stride) values.add(wrapWeekday(value, range));
  }
  return [...values].sort((a, b) => a - b);
}

function readHigh(
  expression: string,
  part: { from?: string | undefined; to?: string | undefined; step?: string | undefined },
  low: number,
  range: FieldRange,
): number {
  if (part.to !== undefined) return readNumber(expression, part.to, range);
  const open = part.from === undefined || part.step !== undefined;
  if (!open) return low;
  return range.name === 'dayOfWeek' ? 6 : range.high;
}

function readNumber(expression: string, text: string, range: FieldRange): number {
  const index = range.names.indexOf(text);
  const value = index === -1 ? Number(text) : index + (range.name === 'month' ? 1 : 0);
  const within = value >= range.low && value <= range.high;
  if (!within) refuse(expression, `"${text}" is out of range (${range.name})`);
  return value;
}

function wrapWeekday(value: number, range: FieldRange): number {
  return range.name === 'dayOfWeek' ? value % 7 : value;
}

function refuse(expression: string, reason: string): never {
  throw new Problem('malformed', {
    detail: {
      en: `"${expression}" is no cron expression: ${reason}. Write it as in "0 3 * * *" (every day at 03:00).`,
      sr: `„${expression}“ nije cron izraz. Napišite ga kao „0 3 * * *“ (svakog dana u 03:00).`,
    },
  });
}

/** Whether a day of the calendar (`YYYY-MM-DD`) is one on which the expression is due. */
export function fitsDay(fields: CronFields, day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  if (!fields.month.includes(date.getUTCMonth() + 1)) return false;
  const everyDate = fields.dayOfMonth.length === 31;
  const everyWeekday = fields.dayOfWeek.length === 7;
  const byDate = fields.dayOfMonth.includes(date.getUTCDate());
  const byWeekday = fields.dayOfWeek.includes(date.getUTCDay());
  if (everyDate) return byWeekday;
  return everyWeekday ? byDate : byDate || byWeekday;
}
