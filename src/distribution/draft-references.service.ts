import { Injectable } from '@nestjs/common';
import { UserService } from '../access/user.service.js';
import { type CampaignBrief, CampaignService } from '../campaigns/campaign.service.js';
import { MaterialService } from '../materials/material.service.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { WarehouseService } from '../places/warehouse.service.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem, type FieldError } from '../problem.js';
import { findDraftFaults, findMaterialFault, type WishedConsignment } from './draft.js';

/** A material somewhere in a request. */
interface MaterialMention {
  readonly materialId: string;
  readonly path: string;
}

/** Whether what a draft names is there, and may be named. Everything of one kind is asked for at once. */
@Injectable()
export class DraftReferences {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly warehouses: WarehouseService,
    private readonly points: DeliveryPointService,
    private readonly materials: MaterialService,
    private readonly users: UserService,
  ) {}

  /** A campaign that is not closed. */
  async requireCampaign(reader: Reader, campaignId: string): Promise<CampaignBrief> {
    const campaign = await this.campaigns.require(reader, campaignId, 'campaignId');
    if (campaign.state !== 'closed') return campaign;
    throw refuse('campaignId', {
      en: `${campaign.name} is closed and can only be read. An administrator can reopen it.`,
      sr: `Kampanja ${campaign.name} je zatvorena i može se samo čitati. Administrator je može ponovo otvoriti.`,
    });
  }

  /** An active warehouse, our own or a partner's. */
  async requireWarehouse(reader: Reader, warehouseId: string): Promise<void> {
    const warehouse = await this.warehouses.require(reader, warehouseId, 'warehouseId');
    if (warehouse.active) return;
    throw refuse('warehouseId', {
      en: `${warehouse.name} is no longer in use. Choose another warehouse.`,
      sr: `Magacin ${warehouse.name} se više ne koristi. Izaberite drugi.`,
    });
  }

  /** Checks everything that consignments name; answers their points, in their order. */
  async requireConsignments(
    reader: Reader,
    campaign: CampaignBrief,
    consignments: readonly WishedConsignment[],
  ): Promise<DeliveryPointBrief[]> {
    const faults = findDraftFaults(consignments);
    if (faults.length > 0) throw new Problem('rule', { errors: faults });
    const points = await this.points.requireAll(
      reader,
      consignments.map((consignment) => consignment.deliveryPointId),
      (index) => `consignments[${index}].deliveryPointId`,
    );
    await this.requireMaterials(
      reader,
      campaign,
      consignments.flatMap(({ lines }, index) =>
        lines.map(({ materialId }, line) => ({
          materialId,
          path: `consignments[${index}].lines[${line}].materialId`,
        })),
      ),
    );
    await this.requireAssignees(
      reader,
      consignments.flatMap(({ assigneeId }, index) =>
        typeof assigneeId === 'string'
          ? [{ userId: assigneeId, path: `consignments[${index}].assigneeId` }]
          : [],
      ),
    );
    return points;
  }

  /** Materials that a batch of the campaign may carry. */
  async requireMaterials(
    reader: Reader,
    campaign: CampaignBrief,
    mentions: readonly MaterialMention[],
  ): Promise<void> {
    const first = new Map<string, string>();
    for (const { materialId, path } of mentions) {
      if (!first.has(materialId)) first.set(materialId, path);
    }
    const ids = [...first.keys()];
    if (ids.length === 0) return;
    const found = await this.materials.requireAll(reader, ids, (index) => first.get(ids[index]!)!);
    const faults = new Map(
      found.map((material) => [material.id, findMaterialFault(material, campaign.materialIds)]),
    );
    const errors = mentions.flatMap(({ materialId, path }): FieldError[] => {
      const message = faults.get(materialId);
      return message === undefined ? [] : [{ path, message }];
    });
    if (errors.length > 0) throw new Problem('rule', { errors });
  }

  /** The names of all materials, for sentences about them. */
  async nameMaterials(reader: Reader): Promise<Map<string, string>> {
    const materials = await this.materials.all(reader);
    return new Map(materials.map(({ id, name }) => [id, name]));
  }

  /** Active people who hand things over: volunteers, and coordinators who drive themselves. */
  async requireAssignees(
    reader: Reader,
    mentions: readonly { readonly userId: string; readonly path: string }[],
  ): Promise<void> {
    const first = new Map(mentions.map(({ userId, path }) => [userId, path]));
    const ids = [...first.keys()];
    if (ids.length === 0) return;
    const users = await this.users.requireAll(reader, ids, (index) => first.get(ids[index]!)!);
    const errors = users
      .filter((user) => user.role === 'manager')
      .map((user) => ({
        path: first.get(user.id)!,
        message: {
          en: `${user.name} only reads figures. Choose a volunteer or a coordinator.`,
          sr: `${user.name} samo čita podatke. Izaberite volontera ili koordinatora.`,
        },
      }));
    if (errors.length > 0) throw new Problem('rule', { errors });
  }
}

function refuse(path: string, message: FieldError['message']): Problem {
  return new Problem('rule', { errors: [{ path, message }] });
}
