import { Injectable } from '@nestjs/common';
import type { CampaignBrief } from '../campaigns/campaign.service.js';
import { CoverageService } from '../coverage/coverage.service.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import type { FlagFacts } from './facts.js';
import { GroundFacts } from './ground-facts.service.js';
import type { FlagRule } from './rules.js';
import { ShipmentFacts } from './shipment-facts.service.js';
import { SupplyFacts } from './supply-facts.service.js';

/** Loads what the rules look at, each fact once: a constant number of statements, whatever the number of rules. */
@Injectable()
export class FactsService {
  constructor(
    private readonly coverage: CoverageService,
    private readonly ground: GroundFacts,
    private readonly shipments: ShipmentFacts,
    private readonly supply: SupplyFacts,
  ) {}

  async load(
    tx: Transaction,
    campaign: CampaignBrief,
    rules: readonly FlagRule[],
    at: Instant,
  ): Promise<FlagFacts> {
    const { id, startsOn, endsOn } = campaign;
    const ground = await this.ground.load(tx, rules);
    return {
      at,
      campaign: { id, startsOn, endsOn },
      places: await this.coverage.rows(tx, { campaignId: id, asOf: at }),
      ...ground.facts,
      ...(await this.shipments.load(tx, id, ground.points, at)),
      ...(await this.supply.load(tx, campaign, at)),
    };
  }
}
