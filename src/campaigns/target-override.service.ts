import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Register } from '../places/register.service.js';
import { reaches } from '../places/visibility.js';
import { Clock } from '../platform/clock/clock.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import { assertSeesCampaign } from './campaign-access.js';
import { lockCampaign } from './campaign-records.service.js';
import { TargetRuleCheck } from './target-rule-check.service.js';
import { type Target, TargetService } from './target.service.js';
import type { Override } from './target.js';

/** Whose target. */
export interface TargetKey {
  readonly campaignId: string;
  readonly municipalityCode: string;
  readonly materialId: string;
}

interface Standing {
  readonly version: number;
  readonly quantity: number | null;
  readonly reason: string | null;
}

/** Targets set by hand. Each change adds a version; a dropped override is a version without a quantity. */
@Injectable()
export class TargetOverrides {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly register: Register,
    private readonly references: TargetRuleCheck,
    private readonly targets: TargetService,
  ) {}

  /**
   * @param version the one that the caller read; none is needed where no override stands
   * @throws Problem `not_found`, `not_a_coverage_unit`, `unknown_reference`, `precondition_required`, `stale`, `forbidden`
   */
  async put(
    actor: Actor,
    key: TargetKey,
    version: number | undefined,
    override: Override,
  ): Promise<Made<Target>> {
    this.assertReaches(actor, key);
    const now = this.clock.now();
    return this.unitOfWork.run('override target', async (tx) => {
      await lockCampaign(tx, key.campaignId);
      await this.references.requireMaterial(tx, key.campaignId, key.materialId);
      const last = await readLast(tx, key);
      const stands = last !== undefined && last.quantity !== null;
      const same = last?.quantity === override.quantity && last.reason === override.reason;
      if (!same) {
        assertMatches(stands ? last.version : undefined, version);
        await addVersion(tx, key, (last?.version ?? 0) + 1, { now, actor, override });
      }
      return new Made(!stands, await this.targets.target(tx, key));
    });
  }

  /** @throws Problem `not_found`, `not_a_coverage_unit`, `stale`, `forbidden` */
  async drop(actor: Actor, key: TargetKey, version: number): Promise<void> {
    this.assertReaches(actor, key);
    const now = this.clock.now();
    await this.unitOfWork.run('drop override', async (tx) => {
      await lockCampaign(tx, key.campaignId);
      const last = await readLast(tx, key);
      if (last === undefined || last.quantity === null) throw new Problem('not_found');
      assertMatches(last.version, version);
      await addVersion(tx, key, last.version + 1, { now, actor, override: undefined });
    });
  }

  private assertReaches(actor: Actor, { campaignId, municipalityCode }: TargetKey): void {
    assertSeesCampaign(actor, campaignId);
    const unit = this.register.requireUnit(municipalityCode, 'municipalityCode');
    if (reaches(actor, unit.districtCode)) return;
    throw new Problem('forbidden', {
      detail: {
        en: `${unit.nameEn} lies outside the districts that you work in.`,
        sr: `${unit.nameLatn} je izvan okruga u kojima radite.`,
      },
    });
  }
}

/** @param standing the version of the override that stands, if any */
function assertMatches(standing: number | undefined, read: number | undefined): void {
  if (read === standing) return;
  if (read !== undefined) throw new Problem('stale');
  throw new Problem('precondition_required', {
    detail: {
      en: 'This target was set by hand already. Read it, and send its ETag as If-Match to replace it.',
      sr: 'Ovaj cilj je već ručno postavljen. Pročitajte ga i pošaljite njegov ETag kao If-Match da ga zamenite.',
    },
  });
}

async function readLast(tx: Transaction, key: TargetKey): Promise<Standing | undefined> {
  return tx.one<Standing>(sql`
    SELECT version, quantity, reason FROM target_override
    WHERE campaign_id = ${key.campaignId} AND municipality_code = ${key.municipalityCode}
      AND material_id = ${key.materialId}
    ORDER BY version DESC LIMIT 1`);
}

async function addVersion(
  tx: Transaction,
  key: TargetKey,
  version: number,
  record: { now: string; actor: Actor; override: Override | undefined },
): Promise<void> {
  await tx.insert('target_override', [
    {
      campaign_id: key.campaignId,
      municipality_code: key.municipalityCode,
      material_id: key.materialId,
      version,
      quantity: record.override?.quantity ?? null,
      reason: record.override?.reason ?? null,
      valid_from: record.now,
      recorded_at: record.now,
      actor_id: record.actor.id,
    },
  ]);
}
