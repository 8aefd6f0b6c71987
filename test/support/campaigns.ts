import type { Actor, Role } from '../../src/access/actor.js';
import { CampaignRecords } from '../../src/campaigns/campaign-records.service.js';
import { CampaignService } from '../../src/campaigns/campaign.service.js';
import { ListTargets } from '../../src/campaigns/list-targets.service.js';
import { TargetOverrides } from '../../src/campaigns/target-override.service.js';
import { TargetRuleCheck } from '../../src/campaigns/target-rule-check.service.js';
import { TargetRuleService } from '../../src/campaigns/target-rule.service.js';
import { TargetService } from '../../src/campaigns/target.service.js';
import { MaterialService } from '../../src/materials/material.service.js';
import { DeliveryPointService } from '../../src/places/delivery-point.service.js';
import { KeepDeliveryPoints } from '../../src/places/keep-delivery-points.service.js';
import { PlaceGroupService } from '../../src/places/place-group.service.js';
import { PlaceRecords } from '../../src/places/place-records.service.js';
import { RegisterLoader } from '../../src/places/register-loader.service.js';
import { Register } from '../../src/places/register.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Once } from '../../src/platform/database/once.js';
import { newId } from '../../src/platform/ids/ids.js';
import type { TestInstance } from './database.js';

/** A clock that shows what it is told to. */
class SetClock extends Clock {
  shows = '2026-03-10T12:00:00.000Z';
  override now(): string {
    return this.shows;
  }
}

/** The services of campaigns and of what stands left of them, on one instance, with a clock to set. */
export function buildCampaigns({ unitOfWork, reads }: TestInstance) {
  const clock = new SetClock();
  const once = new Once(clock);
  const register = new Register();
  const placeRecords = new PlaceRecords(unitOfWork, once, clock);
  const groups = new PlaceGroupService(reads, placeRecords, register);
  const points = new DeliveryPointService(reads, register, groups);
  const materials = new MaterialService(unitOfWork, reads, once, clock);
  const campaigns = new CampaignService(reads, clock);
  const references = new TargetRuleCheck(materials, groups, register);
  const targets = new TargetService(materials, points, groups, register);
  return {
    clock,
    register,
    groups,
    materials,
    campaigns,
    targets,
    loader: new RegisterLoader(unitOfWork, clock, register),
    keepPoints: new KeepDeliveryPoints(placeRecords, register, points),
    records: new CampaignRecords(unitOfWork, once, clock, campaigns, materials),
    rules: new TargetRuleService(reads, unitOfWork, once, clock, references),
    overrides: new TargetOverrides(unitOfWork, clock, register, references, targets),
    listTargets: new ListTargets(reads, campaigns, register, references, targets),
  };
}
export type CampaignServices = ReturnType<typeof buildCampaigns>;

export function makeActor(role: Role, limits: Partial<Actor> = {}): Actor {
  return { id: newId(), name: role, role, campaignIds: null, districtCodes: null, ...limits };
}

let serial = 0;

export function describeMaterial(changes: Record<string, unknown> = {}) {
  serial += 1;
  return {
    code: `M-${serial}`,
    name: `Leaflet ${serial}`,
    kind: 'print' as 'print' | 'outdoor' | 'broadcast',
    unit: 'piece',
    packSize: 100,
    weightGrams: 4.5,
    volumeCm3: 6.25,
    language: 'sr-Cyrl',
    ...changes,
  };
}

export function describeCampaign(materialIds: string[], changes: Record<string, unknown> = {}) {
  return {
    name: 'STOP Trafficking in Children',
    startsOn: '2026-03-01',
    endsOn: '2026-06-30',
    funders: [{ name: 'European Union' }, { name: 'OAK Foundation' }],
    materialIds,
    ...changes,
  };
}
