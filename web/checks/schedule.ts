/** A job's schedule, as far as it can be said in words: five fields of cron, or six with seconds first. */
export type Schedule =
  | { readonly kind: 'daily'; readonly time: string }
  | { readonly kind: 'weekly'; readonly time: string; readonly days: readonly Weekday[] }
  | { readonly kind: 'hourly'; readonly minute: number }
  | { readonly kind: 'minutes'; readonly every: number }
  | { readonly kind: 'other'; readonly cron: string };

/** From Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export function readSchedule(cron: string): Schedule {
  const other: Schedule = { kind: 'other', cron };
  const fields = cron.trim().split(/\s+/);
  const [second, minute, hour, day, month, weekday] =
    fields.length === 5 ? ['0', ...fields] : fields;
  if (second !== '0' || day !== '*' || month !== '*' || minute === undefined) return other;
  const every = /^\*(?:\/(\d+))?$/.exec(minute);
  if (every !== null && hour === '*' && weekday === '*')
    return { kind: 'minutes', every: Number(every[1] ?? 1) };
  if (!/^\d+$/.test(minute)) return other;
  if (hour === '*' && weekday === '*') return { kind: 'hourly', minute: Number(minute) };
  if (hour === undefined || !/^\d+$/.test(hour)) return other;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (weekday === '*') return { kind: 'daily', time };
  const days = listDays(weekday ?? '');
  return days === undefined ? other : { kind: 'weekly', time, days };
}

/** `1-5`, `0,6`, `7` for Sunday; undefined for what is written otherwise. */
function listDays(field: string): Weekday[] | undefined {
  const days = new Set<number>();
  for (const part of field.split(',')) {
    const range = /^([0-7])(?:-([0-7]))?$/.exec(part);
    if (range === null) return undefined;
    const from = Number(range[1]);
    for (let day = from; day <= Number(range[2] ?? from); day += 1) days.add(day % 7);
  }
  // A week begins on Monday.
  return [...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)) as Weekday[];
}
