import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CampaignService } from '../campaigns/campaign.service.js';
import { Clock } from '../platform/clock/clock.js';
import { FlagRecords } from './flag-records.service.js';
import { FlagRuleService } from './flag-rule.service.js';

/** What a campaign's own life does to its flags: a new one gets the default rules, a deleted one takes all with it. */
@Injectable()
export class CampaignFlags implements OnModuleInit {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly rules: FlagRuleService,
    private readonly records: FlagRecords,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.campaigns.onCreated((tx, { id }) => this.rules.insertDefaults(tx, id, this.clock.now()));
    this.campaigns.onRemoving((tx, campaignId) => this.records.removeCampaign(tx, campaignId));
  }
}
