/**
 * "Against plan": a campaign states how much each place should get and until when, not how much a week. So the plan is the
 * target spread evenly over the campaign's days, and a chart that shows it says so. Rounded so that the weeks together are
 * exactly the target.
 */
import type { components } from '../api/schema.js';
import { addDays, type Day, daysBetween } from '../../src/time.js';
import { listWeeks } from '../../src/coverage/timeline.js';

type WeekFigures = Pick<
  components['schemas']['TimelineWeekDto'],
  'startsOn' | 'dispatched' | 'delivered' | 'deliveredTotal'
>;

export interface PlannedWeek {
  /** The Monday. */
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Pieces that an even pace would bring in this week, and until its end. */
  readonly plan: number;
  readonly planTotal: number;
  /** Null for weeks that have not begun. */
  readonly delivered: number | null;
  readonly dispatched: number | null;
  readonly deliveredTotal: number | null;
}

interface Span {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** Every week from the first of the timeline or the campaign to the campaign's last, or to the timeline's where it goes on. */
export function planWeeks(
  campaign: Span,
  target: number,
  weeks: readonly WeekFigures[],
): PlannedWeek[] {
  const first = earliest([campaign.startsOn, ...weeks.map(({ startsOn }) => startsOn)]);
  const last = latest([campaign.endsOn, ...weeks.map(({ startsOn }) => startsOn)]);
  const known = new Map(weeks.map((week) => [week.startsOn, week]));
  return listWeeks(first, last).map((startsOn) => {
    const endsOn = addDays(startsOn, 6);
    const week = known.get(startsOn);
    const planTotal = countPlannedBy(campaign, target, endsOn);
    return {
      startsOn,
      endsOn,
      plan: planTotal - countPlannedBy(campaign, target, addDays(startsOn, -1)),
      planTotal,
      delivered: week?.delivered ?? null,
      dispatched: week?.dispatched ?? null,
      deliveredTotal: week?.deliveredTotal ?? null,
    };
  });
}

/** Pieces of the target that an even pace would have brought by the end of a day. */
export function countPlannedBy({ startsOn, endsOn }: Span, target: number, day: Day): number {
  const days = daysBetween(startsOn, endsOn) + 1;
  const gone = Math.min(Math.max(daysBetween(startsOn, day) + 1, 0), days);
  return Math.round((target * gone) / days);
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a < b ? a : b));
}

function latest(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b));
}
