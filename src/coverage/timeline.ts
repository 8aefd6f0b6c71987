import { addDays, daysBetween, type Day, endOfDay, type Instant } from '../time.js';
import { countByState, coverUnit, NO_FIGURES, type StateCounts } from './coverage.js';

/**
 * Coverage week by week (ISO weeks, Monday to Sunday, in Belgrade): what was sent and delivered in each, and how many
 * municipalities stood where at its end. Each week is read as of its end, as known today: a lot counts as delivered
 * up to the week in which it was withdrawn. The week under way is read as of now.
 */
export interface WeekEntry {
  /** The Monday. */
  readonly week: Day;
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly lotWithdrawnAt: Instant | null;
  readonly dispatched: number;
  readonly delivered: number;
  readonly damaged: number;
  readonly lost: number;
}

export interface TargetFigure {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly quantity: number;
}

export interface TimelineWeek {
  /** As in `2026-W09`. */
  readonly week: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly dispatched: number;
  readonly delivered: number;
  readonly damaged: number;
  readonly lost: number;
  /** From the campaign's first piece to the week's end. */
  readonly deliveredTotal: number;
  readonly withdrawnTotal: number;
  readonly share: number | null;
  readonly municipalities: StateCounts;
}

/** No campaign's timeline is longer; the latest weeks are kept. */
const MOST_WEEKS = 520;

export function mondayOf(day: Day): Day {
  // 1970-01-05 was a Monday.
  const days = daysBetween('1970-01-05', day);
  return addDays(day, -(((days % 7) + 7) % 7));
}

/** ISO 8601: the week belongs to the year of its Thursday. */
export function nameWeek(monday: Day): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

export function listWeeks(first: Day, last: Day): Day[] {
  const weeks: Day[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7))
    weeks.push(monday);
  return weeks.slice(-MOST_WEEKS);
}

export interface TimelineFacts {
  readonly municipalityCodes: readonly string[];
  readonly targets: readonly TargetFigure[];
  readonly entries: readonly WeekEntry[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly now: Instant;
}

export function buildTimeline(facts: TimelineFacts): TimelineWeek[] {
  const weeks = listWeeks(facts.firstDay, facts.lastDay).map((monday) => ({
    monday,
    at: earlierOf(endOfDay(addDays(monday, 6)), facts.now),
  }));
  const changes = changesByWeek(facts.entries, weeks);
  const board = new Scoreboard(facts.municipalityCodes, facts.targets);
  return weeks.map(({ monday }) => {
    const ofTheWeek = changes.get(monday) ?? [];
    for (const change of ofTheWeek) board.add(change);
    return {
      week: nameWeek(monday),
      startsOn: monday,
      endsOn: addDays(monday, 6),
      dispatched: sumOf(ofTheWeek, (change) => change.dispatched),
      delivered: sumOf(ofTheWeek, (change) => Math.max(0, change.delivered)),
      damaged: sumOf(ofTheWeek, (change) => change.damaged),
      lost: sumOf(ofTheWeek, (change) => change.lost),
      ...board.read(),
    };
  });
}

interface Change {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly dispatched: number;
  /** Below zero in the week of the withdrawal. */
  readonly delivered: number;
  readonly withdrawn: number;
  readonly damaged: number;
  readonly lost: number;
}

/** What each week changes in the sums: its own entries, and what withdrawals take back in it. */
function changesByWeek(
  entries: readonly WeekEntry[],
  weeks: readonly { monday: Day; at: Instant }[],
): Map<Day, Change[]> {
  const changes = new Map<Day, Change[]>(weeks.map(({ monday }) => [monday, []]));
  const first = weeks[0]?.monday ?? '';
  for (const entry of entries) {
    const monday = entry.week < first ? first : entry.week;
    const withdrawnIn = weeks.find(
      ({ at }) => entry.lotWithdrawnAt !== null && at >= entry.lotWithdrawnAt,
    )?.monday;
    const arrives = withdrawnIn === undefined || withdrawnIn > monday;
    changes.get(monday)?.push({
      ...entry,
      delivered: arrives ? entry.delivered : 0,
      withdrawn: arrives ? 0 : entry.delivered,
    });
    if (arrives && withdrawnIn !== undefined) changes.get(withdrawnIn)?.push(takeBack(entry));
  }
  return changes;
}

function takeBack(entry: WeekEntry): Change {
  const { municipalityCode, materialId, delivered } = entry;
  return {
    municipalityCode,
    materialId,
    delivered: -delivered,
    withdrawn: delivered,
    dispatched: 0,
    damaged: 0,
    lost: 0,
  };
}

/** The running sums of all municipalities and materials. */
class Scoreboard {
  private readonly units: Map<string, Map<string, { target: number; delivered: number }>>;
  private deliveredTotal = 0;
  private withdrawnTotal = 0;

  constructor(codes: readonly string[], targets: readonly TargetFigure[]) {
    this.units = new Map(codes.map((code) => [code, new Map()]));
    for (const { municipalityCode, materialId, quantity } of targets) {
      this.cellOf(municipalityCode, materialId).target += quantity;
    }
  }

  add(change: Change): void {
    this.cellOf(change.municipalityCode, change.materialId).delivered += change.delivered;
    this.deliveredTotal += change.delivered;
    this.withdrawnTotal += change.withdrawn;
  }

  read(): Pick<TimelineWeek, 'deliveredTotal' | 'withdrawnTotal' | 'share' | 'municipalities'> {
    const units = [...this.units.values()].map((unit) =>
      coverUnit([...unit.values()].map((cell) => ({ ...NO_FIGURES, ...cell }))),
    );
    const target = sumOf(units, (unit) => unit.target);
    const met = sumOf(units, (unit) => unit.met);
    return {
      deliveredTotal: this.deliveredTotal,
      withdrawnTotal: this.withdrawnTotal,
      share: target === 0 ? null : met / target,
      municipalities: countByState(units, () => 1),
    };
  }

  private cellOf(code: string, materialId: string): { target: number; delivered: number } {
    const unit = this.units.get(code);
    const cell = unit?.get(materialId) ?? { target: 0, delivered: 0 };
    unit?.set(materialId, cell);
    return cell;
  }
}

function earlierOf(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

function sumOf<T>(items: readonly T[], figureOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + figureOf(item), 0);
}
