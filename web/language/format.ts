/** How figures, dates and shares are written in each language. Days and hours are Belgrade's, whoever reads them and wherever. */
import { type Language, LOCALES } from './language.js';

const TIME_ZONE = 'Europe/Belgrade';
const MINUS = '−';

export interface Format {
  /** 12 345 → `12.345` (Serbian), `12,345` (English). */
  number(value: number): string;
  /** With up to so many decimals. */
  decimal(value: number, digits: number): string;
  /** A share of one as a whole percentage; what is not nothing is not shown as 0 %, what is not all not as 100 %. */
  percent(share: number): string;
  /** `24. 11. 2026.` · `24 Nov 2026`: of an instant or a day. */
  date(at: string | Date): string;
  /** With hours and minutes. */
  dateTime(at: string | Date): string;
  /** Day and month alone. */
  dayAndMonth(at: string | Date): string;
  /** Hours and minutes alone. */
  time(at: string | Date): string;
  /** `2,3 kg` from grams. */
  weight(grams: number): string;
  /** An enumeration in words: `a, b i c`. */
  list(items: readonly string[]): string;
  /** In how many days, or how many days ago: `sutra`, `pre 3 dana`. */
  relativeDays(days: number): string;
}

const formats = new Map<Language, Format>();

/** One for a language: Intl's formatters take milliseconds each to make. */
export function formatOf(language: Language): Format {
  const known = formats.get(language) ?? createFormat(language);
  formats.set(language, known);
  return known;
}

function createFormat(language: Language): Format {
  const locale = LOCALES[language];
  const number = atFirstUse(() => new Intl.NumberFormat(locale));
  const whole = atFirstUse(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  );
  const kilograms = atFirstUse(
    () =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 1 }),
  );
  const dates = (options: Intl.DateTimeFormatOptions): ((at: string | Date) => string) => {
    const formatter = atFirstUse(
      () => new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options }),
    );
    return (at) => formatter().format(toDate(at));
  };
  const month = language === 'en' ? 'short' : 'numeric';
  const day = { day: 'numeric', month, year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const list = atFirstUse(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const relative = atFirstUse(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  return {
    number: (value) => number().format(value).replace('-', MINUS),
    decimal: (value, digits) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
        .format(value)
        .replace('-', MINUS),
    percent: (share) => whole().format(keepTelling(share)),
    date: dates(day),
    dateTime: dates({ ...day, ...clock }),
    dayAndMonth: dates({ day: 'numeric', month }),
    time: dates(clock),
    weight: (grams) => kilograms().format(grams / 1000),
    list: (items) => list().format(items),
    relativeDays: (days) => relative().format(days, 'day'),
  };
}

/** A page needs few of them. */
function atFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** A day alone is read at noon, so that it is that day in Belgrade. */
function toDate(at: string | Date): Date {
  if (at instanceof Date) return at;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at);
}

function keepTelling(share: number): number {
  if (share > 0 && share < 0.01) return 0.01;
  if (share < 1 && share > 0.99) return 0.99;
  return share;
}
