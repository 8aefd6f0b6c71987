import type { PointKind } from '../places/point-kind.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import type { TargetRuleKind } from './target-rule.js';

/** When: as of a moment, as it was known at a moment; as of now where neither is given. */
export interface Moment {
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
}

/** What a rule says. */
export interface RuleRow {
  readonly id: string;
  readonly materialId: string;
  readonly kind: TargetRuleKind;
  readonly valueThousandths: number;
  readonly pointKind: PointKind | null;
  readonly tag: string | null;
  readonly regionCode: string | null;
  readonly districtCode: string | null;
  readonly groupId: string | null;
  readonly municipalityCode: string | null;
}

export interface OverrideRow {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly version: number;
  readonly quantity: number;
  readonly reason: string;
}

export const RULE_COLUMNS = sql`material_id AS "materialId", kind, value_thousandths AS "valueThousandths",
  point_kind AS "pointKind", tag, region_code AS "regionCode", district_code AS "districtCode",
  group_id AS "groupId", municipality_code AS "municipalityCode"`;

/** The rules of a campaign that counted at the moment. */
export async function readRules(
  reader: Reader,
  campaignId: string,
  moment: Moment,
): Promise<RuleRow[]> {
  if (moment.asOf === undefined && moment.knownAt === undefined)
    return reader.query<RuleRow>(
      sql`SELECT id, ${RULE_COLUMNS} FROM target_rule WHERE campaign_id = ${campaignId} ORDER BY id`,
    );
  const versions = await reader.query<RuleRow & { ended: boolean | number }>(sql`
    SELECT rule_id AS id, ended, ${RULE_COLUMNS} FROM target_rule_version
    ${sql.where(conditionsOf(campaignId, moment))} ORDER BY rule_id, version`);
  const latest = new Map(versions.map((version) => [version.id, version]));
  return [...latest.values()].filter(({ ended }) => !ended);
}

/** The overrides of a campaign that counted at the moment. */
export async function readOverrides(
  reader: Reader,
  campaignId: string,
  moment: Moment,
): Promise<OverrideRow[]> {
  const versions = await reader.query<OverrideRow & { quantity: number | null }>(sql`
    SELECT municipality_code AS "municipalityCode", material_id AS "materialId", version, quantity, reason
    FROM target_override${sql.where(conditionsOf(campaignId, moment))} ORDER BY version`);
  const latest = new Map(
    versions.map((version) => [`${version.municipalityCode} ${version.materialId}`, version]),
  );
  return [...latest.values()].filter(({ quantity }) => quantity !== null);
}

function conditionsOf(campaignId: string, { asOf, knownAt }: Moment): Sql[] {
  return [
    sql`campaign_id = ${campaignId}`,
    ...(asOf === undefined ? [] : [sql`valid_from <= ${asOf}`]),
    ...(knownAt === undefined ? [] : [sql`recorded_at <= ${knownAt}`]),
  ];
}
