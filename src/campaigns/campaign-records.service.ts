import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { MaterialService } from '../materials/material.service.js';
import { definedOf } from '../platform/http/defined.js';
import { readViolation } from '../platform/database/violation.js';
import { searchText } from '../places/search.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import { assertPeriod, assertFunders } from './campaign.js';
import { moveCampaign, type StoredCampaignState } from './campaign-life.js';
import { type Campaign, CampaignService } from './campaign.service.js';
import type { ChangeCampaignDto, CreateCampaignDto } from './dto/campaign.dto.js';

/** How campaigns are made, changed and deleted. */
@Injectable()
export class CampaignRecords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly campaigns: CampaignService,
    private readonly materials: MaterialService,
  ) {}

  /** @throws Problem `rule` (period, funders, a retired material), `unknown_reference`, `id_reused` */
  async create(body: CreateCampaignDto, actor: Actor): Promise<Made<Campaign>> {
    const { id: wanted, ...given } = body;
    const content = { ...given, state: given.state ?? 'active' };
    assertPeriod(content);
    assertFunders(content.funders);
    const now = this.clock.now();
    return this.unitOfWork.run('create campaign', async (tx) => {
      const claim = { id: wanted, kind: 'campaign', content, actorId: actor.id };
      const { id, first } = await this.once.claim(tx, claim);
      if (first) {
        await this.requireMaterials(tx, content.materialIds, []);
        await tx.insert('campaign', [
          { id, ...columnsOf(content), version: 1, created_at: now, changed_at: now },
        ]);
        await writeFunders(tx, id, content.funders);
        await writeMaterials(tx, id, content.materialIds);
      }
      const campaign = await this.campaigns.get(actor, id, tx);
      if (first) await this.campaigns.tellCreated(tx, campaign, actor.id);
      return new Made(first, campaign);
    });
  }

  /** @throws Problem `not_found`, `stale`, `rule`, `unknown_reference`, `in_use`, `illegal_transition` */
  async change(
    id: string,
    version: number,
    body: ChangeCampaignDto,
    actor: Actor,
  ): Promise<Campaign> {
    const now = this.clock.now();
    return this.unitOfWork.run('change campaign', async (tx) => {
      const stored = await lockCampaign(tx, id);
      const before = await this.campaigns.get(actor, id, tx);
      if (before.version !== version) throw new Problem('stale');
      const state = body.state === undefined ? stored : moveCampaign(stored, body.state);
      const after = { ...before, ...definedOf(body), state };
      assertPeriod(after);
      assertFunders(after.funders);
      const columns = { ...columnsOf(after), version: version + 1, changed_at: now };
      const set = Object.entries(columns).map(
        ([column, value]) => sql`${sql.raw(column)} = ${value}`,
      );
      await tx.execute(sql`UPDATE campaign SET ${sql.join(set)} WHERE id = ${id}`);
      if (body.funders !== undefined) await this.replaceFunders(tx, before, after.funders);
      if (body.materialIds !== undefined)
        await this.replaceMaterials(tx, before, after.materialIds);
      return this.campaigns.get(actor, id, tx);
    });
  }

  /** @throws Problem `not_found`, `stale`, `in_use` */
  async remove(id: string, version: number, actor: Actor): Promise<void> {
    await this.unitOfWork.run('remove campaign', async (tx) => {
      await lockCampaign(tx, id);
      const campaign = await this.campaigns.get(actor, id, tx);
      if (campaign.version !== version) throw new Problem('stale');
      if (await this.campaigns.isReferredTo(tx, { campaignId: id })) throw keepCampaign();
      await this.campaigns.tellRemoving(tx, id);
      await refusing(keepCampaign(), deleteCampaign(tx, id));
    });
  }

  private async replaceFunders(
    tx: Transaction,
    { id, funders }: Campaign,
    after: readonly { name: string }[],
  ): Promise<void> {
    for (const { name } of funders) {
      if (after.some((kept) => kept.name === name)) continue;
      if (await this.campaigns.isReferredTo(tx, { campaignId: id, funder: name }))
        throw keepFunder(name);
      await refusing(
        keepFunder(name),
        tx.execute(sql`DELETE FROM campaign_funder WHERE campaign_id = ${id} AND name = ${name}`),
      );
    }
    await writeFunders(tx, id, after);
  }

  private async replaceMaterials(
    tx: Transaction,
    { id, materialIds }: Campaign,
    after: readonly string[],
  ): Promise<void> {
    await this.requireMaterials(tx, after, materialIds);
    for (const materialId of materialIds) {
      if (after.includes(materialId)) continue;
      const part = { campaignId: id, materialId };
      const used = (await hasTargets(tx, part)) || (await this.campaigns.isReferredTo(tx, part));
      if (used) throw keepMaterial(materialId);
      await refusing(
        keepMaterial(materialId),
        tx.execute(sql`DELETE FROM campaign_material
          WHERE campaign_id = ${id} AND material_id = ${materialId}`),
      );
    }
    await writeMaterials(tx, id, after);
  }

  /** Materials that come anew must not be retired. */
  private async requireMaterials(
    tx: Transaction,
    ids: readonly string[],
    before: readonly string[],
  ): Promise<void> {
    const materials = await this.materials.requireAll(tx, ids, (index) => `materialIds[${index}]`);
    const errors = materials.flatMap(({ id, name, active }, index) =>
      active || before.includes(id)
        ? []
        : [
            {
              path: `materialIds[${index}]`,
              message: {
                en: `"${name}" is retired. Choose another material, or make it active again.`,
                sr: `„${name}“ je povučen. Izaberite drugi materijal ili ga ponovo aktivirajte.`,
              },
            },
          ],
    );
    if (errors.length > 0) throw new Problem('rule', { errors });
  }
}

/** Locks the campaign, which orders all changes of it and of its targets. @throws Problem `not_found` */
export async function lockCampaign(tx: Transaction, id: string): Promise<StoredCampaignState> {
  const row = await tx.one<{ state: StoredCampaignState }>(
    sql`SELECT state FROM campaign WHERE id = ${id}${tx.forUpdate}`,
  );
  if (row === undefined) throw new Problem('not_found');
  return row.state;
}

function columnsOf(campaign: {
  name: string;
  startsOn: string;
  endsOn: string;
  state: StoredCampaignState;
}): Record<string, unknown> {
  return {
    name: campaign.name,
    starts_on: campaign.startsOn,
    ends_on: campaign.endsOn,
    state: campaign.state,
    search_text: searchText(campaign.name),
  };
}

async function writeFunders(
  tx: Transaction,
  campaignId: string,
  funders: readonly { name: string }[],
): Promise<void> {
  await tx.insert(
    'campaign_funder',
    funders.map(({ name }, position) => ({ campaign_id: campaignId, name, position })),
    sql`ON CONFLICT (campaign_id, name) DO UPDATE SET position = excluded.position`,
  );
}

async function writeMaterials(
  tx: Transaction,
  campaignId: string,
  materialIds: readonly string[],
): Promise<void> {
  await tx.insert(
    'campaign_material',
    materialIds.map((id, position) => ({ campaign_id: campaignId, material_id: id, position })),
    sql`ON CONFLICT (campaign_id, material_id) DO UPDATE SET position = excluded.position`,
  );
}

async function hasTargets(
  tx: Transaction,
  part: { campaignId: string; materialId: string },
): Promise<boolean> {
  const rule = await tx.one(sql`SELECT id FROM target_rule
    WHERE campaign_id = ${part.campaignId} AND material_id = ${part.materialId} LIMIT 1`);
  if (rule !== undefined) return true;
  const override = await tx.one(sql`SELECT o.version FROM target_override o
    WHERE o.campaign_id = ${part.campaignId} AND o.material_id = ${part.materialId}
      AND o.quantity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM target_override later
        WHERE later.campaign_id = o.campaign_id AND later.material_id = o.material_id
          AND later.municipality_code = o.municipality_code AND later.version > o.version) LIMIT 1`);
  return override !== undefined;
}

/** Others may have come to refer to it meanwhile; the database has the last word. */
async function refusing<T>(refusal: Problem, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    throw readViolation(error) === 'foreign_key' ? refusal : error;
  }
}

async function deleteCampaign(tx: Transaction, id: string): Promise<void> {
  for (const table of [
    'target_override',
    'target_rule_version',
    'target_rule',
    'campaign_funder',
    'campaign_material',
  ])
    await tx.execute(sql`DELETE FROM ${sql.raw(table)} WHERE campaign_id = ${id}`);
  await tx.execute(sql`DELETE FROM campaign WHERE id = ${id}`);
}

function keepCampaign(): Problem {
  return new Problem('in_use', {
    detail: {
      en: 'Others refer to this campaign, so it cannot be deleted. Set its last day instead (endsOn).',
      sr: 'Drugi podaci se pozivaju na ovu kampanju, pa se ne može obrisati. Umesto toga odredite njen poslednji dan (endsOn).',
    },
  });
}

function keepFunder(name: string): Problem {
  const message = {
    en: `"${name}" pays for something of this campaign already. Keep it.`,
    sr: `„${name}“ već plaća nešto u ovoj kampanji. Zadržite ga.`,
  };
  return new Problem('in_use', { errors: [{ path: 'funders', message }] });
}

function keepMaterial(materialId: string): Problem {
  const message = {
    en: `The material ${materialId} has targets, stock or batches in this campaign. Keep it, or remove those first.`,
    sr: `Materijal ${materialId} ima ciljeve, zalihe ili isporuke u ovoj kampanji. Zadržite ga ili prvo uklonite njih.`,
  };
  return new Problem('in_use', { errors: [{ path: 'materialIds', message }] });
}
