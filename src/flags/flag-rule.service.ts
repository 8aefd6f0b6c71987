import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { campaignsOf } from '../campaigns/campaign-access.js';
import { CampaignService, type CampaignBrief } from '../campaigns/campaign.service.js';
import { PlaceGroupService } from '../places/place-group.service.js';
import { readViolation } from '../platform/database/violation.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { readPage, type Page } from '../platform/http/page.js';
import { newId } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { FlagRuleQuery } from './dto/flag-rule.dto.js';
import { listDefaultRules, type RuleContent, type RuleDraft } from './rule-draft.js';
import type { FlagRule } from './rules.js';

export interface StoredFlagRule extends FlagRule {
  readonly campaignId: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

const COLUMNS = sql.raw(`id, campaign_id AS "campaignId", kind, material_id AS "materialId",
  group_id AS "groupId", days, percent, by_date AS "byDate",
  by_share_of_campaign AS "byShareOfCampaign", severity,
  escalate_after_days AS "escalateAfterDays", enabled, version, created_at AS "createdAt",
  changed_at AS "changedAt"`);

/** The flag rules as they are kept, and what they refer to. */
@Injectable()
export class FlagRuleService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly campaigns: CampaignService,
    private readonly groups: PlaceGroupService,
  ) {}

  /** In the order in which they were made. */
  async ofCampaign(reader: Reader, campaignId: string): Promise<StoredFlagRule[]> {
    return this.select(reader, sql`WHERE campaign_id = ${campaignId} ORDER BY created_at, id`);
  }

  list(query: FlagRuleQuery, actor: Actor): Promise<Page<StoredFlagRule>> {
    const visible = campaignsOf(actor);
    return readPage<StoredFlagRule>(this.reads, {
      select: COLUMNS,
      from: sql`flag_rule`,
      where: [
        ...(visible === null ? [] : [sql.isIn(this.reads.engine, sql`campaign_id`, visible)]),
        ...(query.campaign === undefined ? [] : [sql`campaign_id = ${query.campaign}`]),
        ...(query.kind === undefined ? [] : [sql`kind = ${query.kind}`]),
        ...(query.enabled === undefined ? [] : [sql`enabled = ${query.enabled}`]),
      ],
      order: [{ column: 'createdAt' }, { column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: readRule,
    });
  }

  /** @throws Problem `not_found`, also where the actor does not see its campaign */
  async get(id: string, actor: Actor, reader: Reader = this.reads): Promise<StoredFlagRule> {
    const [rule] = await this.select(reader, sql`WHERE id = ${id}`);
    if (rule === undefined || !(campaignsOf(actor)?.includes(rule.campaignId) ?? true)) {
      throw new Problem('not_found');
    }
    return rule;
  }

  /** @throws Problem `stale` where it is not the version that was read, `not_found` */
  async lock(tx: Transaction, id: string, version: number, actor: Actor): Promise<StoredFlagRule> {
    await tx.query(sql`SELECT id FROM flag_rule WHERE id = ${id}${tx.forUpdate}`);
    const rule = await this.get(id, actor, tx);
    if (rule.version !== version) throw new Problem('stale');
    return rule;
  }

  /**
   * The campaign of a rule to be.
   * @throws Problem `unknown_reference` for a campaign or group that there is not, or a material that is not the campaign's
   */
  async requireReferences(
    reader: Reader,
    campaignId: string,
    { materialId, groupId }: RuleDraft,
  ): Promise<CampaignBrief> {
    const campaign = await this.campaigns.require(reader, campaignId, 'campaignId');
    if (groupId !== null && groupId !== undefined) {
      await this.groups.codes(reader, groupId, 'groupId');
    }
    const isForeign =
      materialId !== null && materialId !== undefined && !campaign.materialIds.includes(materialId);
    if (!isForeign) return campaign;
    const message = {
      en: `"${campaign.name}" has no material with this id. Choose one of the campaign's.`,
      sr: `„${campaign.name}“ nema materijal sa ovom oznakom. Izaberite neki od njenih.`,
    };
    throw new Problem('unknown_reference', { errors: [{ path: 'materialId', message }] });
  }

  async insert(
    tx: Transaction,
    rules: readonly { readonly id: string; readonly content: RuleContent }[],
    campaignId: string,
    now: Instant,
  ): Promise<void> {
    const dated = { version: 1, created_at: now, changed_at: now };
    await tx.insert(
      'flag_rule',
      rules.map(({ id, content }) => ({
        id,
        campaign_id: campaignId,
        ...columnsOf(content),
        ...dated,
      })),
    );
  }

  async insertDefaults(tx: Transaction, campaignId: string, now: Instant): Promise<void> {
    const rules = listDefaultRules().map((content) => ({ id: newId(), content }));
    await this.insert(tx, rules, campaignId, now);
  }

  async update(
    tx: Transaction,
    rule: StoredFlagRule,
    content: RuleContent,
    now: Instant,
  ): Promise<void> {
    const columns = { ...columnsOf(content), version: rule.version + 1, changed_at: now };
    const sets = Object.entries(columns).map(
      ([column, value]) => sql`${sql.raw(column)} = ${value}`,
    );
    await tx.execute(sql`UPDATE flag_rule SET ${sql.join(sets)} WHERE id = ${rule.id}`);
  }

  /** @throws Problem `in_use` where it has raised flags */
  async remove(tx: Transaction, ruleId: string): Promise<void> {
    try {
      await tx.execute(sql`DELETE FROM flag_rule WHERE id = ${ruleId}`);
    } catch (error) {
      throw readViolation(error) === 'foreign_key' ? switchOffInstead() : error;
    }
  }

  private async select(reader: Reader, where: Sql): Promise<StoredFlagRule[]> {
    const rows = await reader.query<StoredFlagRule>(sql`SELECT ${COLUMNS} FROM flag_rule ${where}`);
    return rows.map(readRule);
  }
}

function readRule(row: StoredFlagRule): StoredFlagRule {
  return { ...row, enabled: Boolean(row.enabled) };
}

function columnsOf(content: RuleContent): Record<string, unknown> {
  return {
    kind: content.kind,
    material_id: content.materialId,
    group_id: content.groupId,
    days: content.days,
    percent: content.percent,
    by_date: content.byDate,
    by_share_of_campaign: content.byShareOfCampaign,
    severity: content.severity,
    escalate_after_days: content.escalateAfterDays,
    enabled: content.enabled,
  };
}

function switchOffInstead(): Problem {
  return new Problem('in_use', {
    detail: {
      en: 'The rule has raised flags, so it stays. Send PATCH {"enabled": false}: its flags are resolved at the next check.',
      sr: 'Pravilo je već podiglo oznake, pa ostaje. Pošaljite PATCH {"enabled": false}: njegove oznake se rešavaju pri sledećoj proveri.',
    },
    extra: { hint: { enabled: false } },
  });
}
