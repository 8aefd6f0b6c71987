import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { seesCampaign } from '../campaigns/campaign-access.js';
import { type CampaignBrief, CampaignService } from '../campaigns/campaign.service.js';
import { type MaterialBrief, MaterialService } from '../materials/material.service.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { Register } from '../places/register.service.js';
import { reaches, refuseOtherDistrict } from '../places/visibility.js';
import { type WarehouseBrief, WarehouseService } from '../places/warehouse.service.js';
import type { Reader } from '../platform/database/transaction.js';
import { type FieldError, Problem } from '../problem.js';
import type { IssueTarget } from './issue-target.js';

export interface NamedMaterial {
  readonly materialId: string;
  readonly path: string;
}

/** Where issued pieces go, and where on the map that is. */
export interface Destination {
  readonly deliveryPointId?: string;
  readonly municipalityCode: string;
}

/** What a command about stock names, looked up and found fit for it. */
@Injectable()
export class StockFacts {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly materials: MaterialService,
    private readonly warehouses: WarehouseService,
    private readonly points: DeliveryPointService,
    private readonly register: Register,
  ) {}

  /**
   * The campaign, open and one of the actor's.
   * @throws Problem `unknown_reference`, `conflict` where it is closed
   */
  async requireCampaign(reader: Reader, actor: Actor, id: string): Promise<CampaignBrief> {
    const campaign = await this.campaigns.require(reader, id, 'campaignId');
    if (!seesCampaign(actor, id)) throw refuseUnseen(id);
    if (campaign.state !== 'closed') return campaign;
    throw new Problem('conflict', {
      detail: {
        en: `The campaign "${campaign.name}" is closed and only read. An administrator may reopen it.`,
        sr: `Kampanja „${campaign.name}“ je zatvorena i samo se čita. Administrator može ponovo da je otvori.`,
      },
    });
  }

  /** @throws Problem `unknown_reference`, `rule` for what is not the campaign's or is no stock */
  async requireMaterials(
    reader: Reader,
    campaign: CampaignBrief,
    named: readonly NamedMaterial[],
  ): Promise<MaterialBrief[]> {
    const materials = await this.materials.requireAll(
      reader,
      named.map(({ materialId }) => materialId),
      (index) => named[index]!.path,
    );
    const errors = materials.flatMap((material, index) =>
      describeUnfit(campaign, material, named[index]!.path),
    );
    if (errors.length > 0) throw new Problem('rule', { errors });
    return materials;
  }

  /**
   * The warehouse, in use and in the actor's districts; a volunteer's is one that they keep.
   * @throws Problem `unknown_reference`, `rule` where it is retired, `forbidden`
   */
  async requireWarehouse(reader: Reader, actor: Actor, id: string): Promise<WarehouseBrief> {
    const warehouse = await this.warehouses.require(reader, id, 'warehouseId');
    if (actor.role === 'volunteer' && !warehouse.keeperIds.includes(actor.id)) throw refuseKeeper();
    const unit = this.register.unit(warehouse.municipalityCode);
    if (unit !== undefined && !reaches(actor, unit.districtCode))
      throw refuseOtherDistrict(unit.nameLatn);
    if (warehouse.active) return warehouse;
    const message = {
      en: `The warehouse "${warehouse.name}" is retired. Choose another, or make it active again.`,
      sr: `Magacin „${warehouse.name}“ je povučen. Izaberite drugi ili ga ponovo aktivirajte.`,
    };
    throw new Problem('rule', { errors: [{ path: 'warehouseId', message }] });
  }

  /** @throws Problem `unknown_reference`, `not_a_coverage_unit`, `rule` where the point is retired */
  async requireDestination(reader: Reader, target: IssueTarget): Promise<Destination> {
    if (target.kind === 'hand_out') {
      const unit = this.register.requireUnit(target.municipalityCode, 'to.municipalityCode');
      return { municipalityCode: unit.code };
    }
    const ids = [target.deliveryPointId];
    const [point] = await this.points.requireAll(reader, ids, () => 'to.deliveryPointId');
    return { deliveryPointId: point!.id, municipalityCode: point!.municipalityCode };
  }
}

function describeUnfit(
  campaign: CampaignBrief,
  material: MaterialBrief,
  path: string,
): FieldError[] {
  if (!campaign.materialIds.includes(material.id))
    return [
      {
        path,
        message: {
          en: `"${material.name}" is not a material of "${campaign.name}". Add it to the campaign, or choose one of its materials.`,
          sr: `„${material.name}“ nije materijal kampanje „${campaign.name}“. Dodajte ga kampanji ili izaberite njen materijal.`,
        },
      },
    ];
  if (material.kind !== 'broadcast') return [];
  return [
    {
      path,
      message: {
        en: `"${material.name}" is broadcast: a file that is aired, never stock.`,
        sr: `„${material.name}“ se emituje: to je snimak, a ne zaliha.`,
      },
    },
  ];
}

/** As if there were none: what somebody may not see, an answer must not tell of. */
function refuseUnseen(id: string): Problem {
  const message = {
    en: `There is no campaign with the id ${id}. Choose one from the list of campaigns.`,
    sr: `Ne postoji kampanja sa oznakom ${id}. Izaberite je sa spiska kampanja.`,
  };
  return new Problem('unknown_reference', { errors: [{ path: 'campaignId', message }] });
}

function refuseKeeper(): Problem {
  return new Problem('forbidden', {
    detail: {
      en: 'You give out only from the warehouse that you keep. Ask a coordinator to name you as its keeper.',
      sr: 'Izdajete samo iz magacina koji čuvate. Zamolite koordinatora da vas upiše kao čuvara.',
    },
  });
}
