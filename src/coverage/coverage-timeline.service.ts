import { Injectable } from '@nestjs/common';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { type Day, dayOf } from '../time.js';
import type { Coverage } from './coverage.service.js';
import { buildTimeline, type TimelineWeek, type WeekEntry } from './timeline.js';
import { LedgerSums } from '../stock/ledger-sums.service.js';

type WeekRow = Omit<WeekEntry, 'lotWithdrawnAt'> & { readonly lotId: string };

/** How the campaign came along, week by week. */
@Injectable()
export class CoverageTimelines {
  constructor(private readonly sums: LedgerSums) {}

  /** Of the municipalities, materials and print runs that `coverage` is about, up to its moment. */
  async read(reader: Reader, coverage: Coverage): Promise<TimelineWeek[]> {
    const { scope, moment, units, lots } = coverage;
    const { id: campaignId, startsOn, endsOn } = scope.campaign;
    const today = dayOf(moment.at);
    const known = await this.sums.lots(reader, { campaignId, ...moment });
    const withdrawnAt = new Map(known.map((lot) => [lot.lotId, lot.withdrawnAt]));
    const rows = await readWeeks(reader, campaignId, today);
    const entries = rows
      .filter(
        ({ materialId, municipalityCode, lotId }) =>
          scope.materialIds.has(materialId) &&
          scope.codes.has(municipalityCode) &&
          (lots?.some((lot) => lot.lotId === lotId) ?? true),
      )
      .map(({ lotId, ...row }) => ({ ...row, lotWithdrawnAt: withdrawnAt.get(lotId) ?? null }));
    const weeks = entries.map(({ week }) => week);
    return buildTimeline({
      municipalityCodes: units.map(({ code }) => code),
      targets: coverage.targets,
      entries,
      firstDay: earliestOf([startsOn, ...weeks]),
      lastDay: earliestOf([today, latestOf([endsOn, ...weeks])]),
      now: moment.at,
    });
  }
}

function readWeeks(reader: Reader, campaignId: string, until: Day): Promise<WeekRow[]> {
  return reader.query<WeekRow>(
    sql`SELECT week, municipality_code AS "municipalityCode", material_id AS "materialId",
        lot_id AS "lotId", SUM(dispatched) AS dispatched, SUM(delivered) AS delivered,
        SUM(damaged) AS damaged, SUM(lost) AS lost
      FROM coverage_day WHERE campaign_id = ${campaignId} AND day <= ${until}
      GROUP BY week, municipality_code, material_id, lot_id`,
  );
}

function earliestOf(days: readonly Day[]): Day {
  return days.reduce((first, day) => (day < first ? day : first));
}

function latestOf(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last));
}
