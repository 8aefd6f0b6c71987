import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { definedOf } from '../platform/http/defined.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { type Page, readPage } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import { assertSeesCampaign } from './campaign-access.js';
import { lockCampaign } from './campaign-records.service.js';
import type {
  ChangeTargetRuleDto,
  CreateTargetRuleDto,
  TargetRuleQuery,
} from './dto/target-rule.dto.js';
import { TargetRuleCheck } from './target-rule-check.service.js';
import { scopeOf, selectorOf, thousandthsOf, type TargetRuleDraft } from './target-rule.js';
import { RULE_COLUMNS, type RuleRow } from './target.query.js';

export type Draft = TargetRuleDraft & { readonly materialId: string };
interface Row extends RuleRow {
  readonly campaignId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
}
/** As others read it: with its value instead of thousandths. */
type Rule = Omit<Row, 'valueThousandths'> & { readonly value: number };

const COLUMNS = sql`id, campaign_id AS "campaignId", ${RULE_COLUMNS}, created_at AS "createdAt",
  changed_at AS "changedAt", version`;

/** The target rules of a campaign. Each change adds a version, so that a target can be read as it once was. */
@Injectable()
export class TargetRuleService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly references: TargetRuleCheck,
  ) {}

  async list(actor: Actor, campaignId: string, query: TargetRuleQuery): Promise<Page<Rule>> {
    assertSeesCampaign(actor, campaignId);
    const known = await this.reads.one(sql`SELECT id FROM campaign WHERE id = ${campaignId}`);
    if (known === undefined) throw new Problem('not_found');
    return readPage(this.reads, {
      select: COLUMNS,
      from: sql`target_rule`,
      where: [
        sql`campaign_id = ${campaignId}`,
        ...(query.material === undefined ? [] : [sql`material_id = ${query.material}`]),
        ...(query.kind === undefined ? [] : [sql`kind = ${query.kind}`]),
      ],
      order: [{ column: 'id' }],
      limit: query.limit,
      cursor: query.cursor,
      map: readRule,
    });
  }

  async get(actor: Actor, campaignId: string, id: string): Promise<Rule> {
    assertSeesCampaign(actor, campaignId);
    return requireRule(this.reads, campaignId, id);
  }

  /** @throws Problem `not_found`, `unknown_reference`, `not_a_coverage_unit`, `rule`, `duplicate`, `id_reused` */
  async create(actor: Actor, campaignId: string, body: CreateTargetRuleDto): Promise<Made<Rule>> {
    assertSeesCampaign(actor, campaignId);
    const { id: wanted, ...content } = body;
    const draft = completeDraft(content);
    const now = this.clock.now();
    return this.unitOfWork.run('create target rule', async (tx) => {
      const claim = { id: wanted, kind: 'target rule', content: { campaignId, ...draft } };
      const { id, first } = await this.once.claim(tx, { ...claim, actorId: actor.id });
      if (first) {
        await lockCampaign(tx, campaignId);
        await this.references.check(tx, campaignId, draft);
        await refuseSecond(tx, campaignId, id, draft);
        await tx.insert('target_rule', [
          {
            id,
            campaign_id: campaignId,
            ...columnsOf(draft),
            sameness: samenessOf(draft),
            version: 1,
            created_at: now,
            changed_at: now,
          },
        ]);
        const key = { id, campaignId, version: 1 };
        await addVersion(tx, key, draft, { now, actorId: actor.id });
      }
      return new Made(first, await requireRule(tx, campaignId, id));
    });
  }

  /** @throws Problem as `create`, and `stale` */
  async change(
    actor: Actor,
    campaignId: string,
    id: string,
    version: number,
    body: ChangeTargetRuleDto,
  ): Promise<Rule> {
    assertSeesCampaign(actor, campaignId);
    const now = this.clock.now();
    return this.unitOfWork.run('change target rule', async (tx) => {
      await lockCampaign(tx, campaignId);
      const before = await requireVersion(tx, campaignId, id, version);
      const draft: Draft = { ...before, ...definedOf(body) };
      await this.references.check(tx, campaignId, draft);
      await refuseSecond(tx, campaignId, id, draft);
      const columns = {
        ...columnsOf(draft),
        sameness: samenessOf(draft),
        version: version + 1,
        changed_at: now,
      };
      const set = Object.entries(columns).map(
        ([column, value]) => sql`${sql.raw(column)} = ${value}`,
      );
      await tx.execute(sql`UPDATE target_rule SET ${sql.join(set)} WHERE id = ${id}`);
      const key = { id, campaignId, version: version + 1 };
      await addVersion(tx, key, draft, { now, actorId: actor.id });
      return requireRule(tx, campaignId, id);
    });
  }

  /** Its versions stay, with one that ends it. @throws Problem `not_found`, `stale` */
  async remove(actor: Actor, campaignId: string, id: string, version: number): Promise<void> {
    assertSeesCampaign(actor, campaignId);
    const now = this.clock.now();
    await this.unitOfWork.run('remove target rule', async (tx) => {
      await lockCampaign(tx, campaignId);
      const last = await requireVersion(tx, campaignId, id, version);
      const key = { id, campaignId, version: version + 1 };
      await addVersion(tx, key, last, { now, actorId: actor.id, ended: true });
      await tx.execute(sql`DELETE FROM target_rule WHERE id = ${id}`);
    });
  }
}

const ANYWHERE = {
  pointKind: null,
  tag: null,
  regionCode: null,
  districtCode: null,
  groupId: null,
  municipalityCode: null,
};

/** A new rule as its author gives it: where nothing is said, it is for the whole country and every point. */
export function completeDraft(content: Omit<CreateTargetRuleDto, 'id'>): Draft {
  return { ...ANYWHERE, ...definedOf(content) };
}

function columnsOf(draft: Draft): Record<string, unknown> {
  return {
    material_id: draft.materialId,
    kind: draft.kind,
    value_thousandths: thousandthsOf(draft.value),
    point_kind: draft.pointKind,
    tag: draft.tag,
    region_code: draft.regionCode,
    district_code: draft.districtCode,
    group_id: draft.groupId,
    municipality_code: draft.municipalityCode,
  };
}

/** What no two rules of a material share. */
function samenessOf(draft: Draft): string {
  const { level, key } = scopeOf(draft);
  return JSON.stringify([draft.kind, level, key, selectorOf(draft)]);
}

/**
 * Where something is written the campaign is locked, so that nobody makes another meanwhile.
 *
 * @throws Problem `duplicate`
 */
export async function refuseSecond(
  tx: Reader,
  campaignId: string,
  id: string,
  draft: Draft,
): Promise<void> {
  const other = await tx.one<{ id: string }>(sql`SELECT id FROM target_rule
    WHERE campaign_id = ${campaignId} AND material_id = ${draft.materialId}
      AND sameness = ${samenessOf(draft)} AND id <> ${id}`);
  if (other === undefined) return;
  throw new Problem('duplicate', {
    detail: {
      en: `There is a ${draft.kind} rule for this material and scope already: change that one (${other.id}).`,
      sr: `Već postoji pravilo vrste ${draft.kind} za ovaj materijal i obuhvat: izmenite njega (${other.id}).`,
    },
    extra: { existingId: other.id },
  });
}

/** What the rule says from `now` on. */
async function addVersion(
  tx: Transaction,
  key: { readonly id: string; readonly campaignId: string; readonly version: number },
  draft: Draft,
  record: { readonly now: Instant; readonly actorId: string; readonly ended?: boolean },
): Promise<void> {
  await tx.insert('target_rule_version', [
    {
      rule_id: key.id,
      version: key.version,
      campaign_id: key.campaignId,
      ...columnsOf(draft),
      ended: record.ended ?? false,
      valid_from: record.now,
      recorded_at: record.now,
      actor_id: record.actorId,
    },
  ]);
}

async function requireVersion(
  tx: Transaction,
  campaignId: string,
  id: string,
  version: number,
): Promise<Rule> {
  const rule = await requireRule(tx, campaignId, id);
  if (rule.version !== version) throw new Problem('stale');
  return rule;
}

export async function requireRule(reader: Reader, campaignId: string, id: string): Promise<Rule> {
  const row = await reader.one<Row>(
    sql`SELECT ${COLUMNS} FROM target_rule WHERE id = ${id} AND campaign_id = ${campaignId}`,
  );
  if (row === undefined) throw new Problem('not_found');
  return readRule(row);
}

function readRule({ valueThousandths, ...row }: Row): Rule {
  return { ...row, value: valueThousandths / 1000 };
}
