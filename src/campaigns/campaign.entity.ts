import { Entity } from 'typeorm';
import {
  DayColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { Day, Instant } from '../time.js';
import type { StoredCampaignState } from './campaign-life.js';

@Entity('campaign')
export class CampaignEntity {
  @IdPrimary() id: string;
  @TextColumn() name: string;
  @DayColumn() startsOn: Day;
  @DayColumn() endsOn: Day;
  @TextColumn() state: StoredCampaignState;
  @TextColumn() searchText: string;
  @IntegerColumn() version: number;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
}

/** A funder is known by its name within the campaign. */
@Entity('campaign_funder')
export class CampaignFunderEntity {
  @IdPrimary() campaignId: string;
  @IdPrimary() name: string;
  @IntegerColumn() position: number;
}

@Entity('campaign_material')
export class CampaignMaterialEntity {
  @IdPrimary() campaignId: string;
  @IdPrimary() materialId: string;
  @IntegerColumn() position: number;
}
