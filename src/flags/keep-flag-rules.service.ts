import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Made } from '../platform/http/made.js';
import type { ChangeFlagRuleDto, CreateFlagRuleDto } from './dto/flag-rule.dto.js';
import { FlagRuleService, type StoredFlagRule } from './flag-rule.service.js';
import { changeRule, draftRule } from './rule-draft.js';

/** How flag rules are made, changed and deleted. */
@Injectable()
export class KeepFlagRules {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly rules: FlagRuleService,
  ) {}

  /** @throws Problem `rule`, `unknown_reference`, `id_reused` */
  create(
    { id: wanted, ...content }: CreateFlagRuleDto,
    actor: Actor,
  ): Promise<Made<StoredFlagRule>> {
    const { campaignId, kind, ...draft } = content;
    return this.unitOfWork.run('create flag rule', async (tx) => {
      const claim = { id: wanted, kind: 'flag rule', content, actorId: actor.id };
      const { id, first } = await this.once.claim(tx, claim);
      if (first) {
        const campaign = await this.rules.requireReferences(tx, campaignId, draft);
        const rule = { id, content: draftRule(kind, draft, campaign) };
        await this.rules.insert(tx, [rule], campaignId, this.clock.now());
      }
      return new Made(first, await this.rules.get(id, actor, tx));
    });
  }

  /** @throws Problem `not_found`, `stale`, `rule`, `unknown_reference` */
  change(
    id: string,
    version: number,
    draft: ChangeFlagRuleDto,
    actor: Actor,
  ): Promise<StoredFlagRule> {
    return this.unitOfWork.run('change flag rule', async (tx) => {
      const rule = await this.rules.lock(tx, id, version, actor);
      const campaign = await this.rules.requireReferences(tx, rule.campaignId, draft);
      await this.rules.update(tx, rule, changeRule(rule, draft, campaign), this.clock.now());
      return this.rules.get(id, actor, tx);
    });
  }

  /** @throws Problem `not_found`, `stale`, `in_use` where it has raised flags: switch it off instead */
  async remove(id: string, version: number, actor: Actor): Promise<void> {
    await this.unitOfWork.run('remove flag rule', async (tx) => {
      await this.rules.lock(tx, id, version, actor);
      await this.rules.remove(tx, id);
    });
  }
}
