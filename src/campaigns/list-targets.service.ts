import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Register } from '../places/register.service.js';
import { districtsOf, reaches } from '../places/visibility.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { type Page, pageOf } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import { CampaignService } from './campaign.service.js';
import type { TargetQuery } from './dto/target.dto.js';
import type { TargetKey } from './target-override.service.js';
import { TargetRuleCheck } from './target-rule-check.service.js';
import { type Target, TargetService } from './target.service.js';

/** Targets as somebody reads them: of the campaigns and districts given to them. */
@Injectable()
export class ListTargets {
  constructor(
    private readonly reads: ReadConnection,
    private readonly campaigns: CampaignService,
    private readonly register: Register,
    private readonly references: TargetRuleCheck,
    private readonly targets: TargetService,
  ) {}

  /** @throws Problem `not_found`, `not_a_coverage_unit`, `unknown_reference` */
  async run(actor: Actor, campaignId: string, query: TargetQuery): Promise<Page<Target>> {
    await this.campaigns.get(actor, campaignId);
    const { municipality, material, source } = query;
    if (municipality !== undefined) this.register.requireUnit(municipality, 'municipality');
    if (material !== undefined)
      await this.references.requireMaterial(this.reads, campaignId, material, 'material');
    const targets = await this.targets.targets(this.reads, campaignId, query);
    const visible = this.codesOf(actor);
    const asked = targets.filter(
      (target) =>
        (visible?.has(target.municipalityCode) ?? true) &&
        (municipality === undefined || target.municipalityCode === municipality) &&
        (material === undefined || target.materialId === material) &&
        (source === undefined || target.source === source),
    );
    return pageOf(asked, query);
  }

  /** @throws Problem `not_found`, `not_a_coverage_unit`, `unknown_reference` */
  async one(actor: Actor, key: TargetKey): Promise<Target> {
    await this.campaigns.get(actor, key.campaignId);
    const unit = this.register.requireUnit(key.municipalityCode, 'municipalityCode');
    if (!reaches(actor, unit.districtCode)) throw new Problem('not_found');
    await this.references.requireMaterial(this.reads, key.campaignId, key.materialId);
    return this.targets.target(this.reads, key);
  }

  private codesOf(actor: Actor): ReadonlySet<string> | null {
    const districts = districtsOf(actor);
    if (districts === null) return null;
    return new Set(districts.flatMap((districtCode) => this.register.codesIn({ districtCode })));
  }
}
