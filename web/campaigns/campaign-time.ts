/** Where a campaign stands in its time: both its days, the first and the last, belong to it. */
import { type Day, daysBetween } from '../../src/time.js';

export type CampaignTime =
  | { readonly phase: 'before'; readonly daysToStart: number }
  | { readonly phase: 'during'; readonly daysLeft: number; readonly share: number }
  | { readonly phase: 'after'; readonly daysSince: number };

export function timeOf(
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day },
  today: Day,
): CampaignTime {
  if (today < startsOn) return { phase: 'before', daysToStart: daysBetween(today, startsOn) };
  if (today > endsOn) return { phase: 'after', daysSince: daysBetween(endsOn, today) };
  const whole = daysBetween(startsOn, endsOn) + 1;
  const daysLeft = daysBetween(today, endsOn);
  return { phase: 'during', daysLeft, share: (whole - daysLeft) / whole };
}
