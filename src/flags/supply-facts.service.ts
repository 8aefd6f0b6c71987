import { Injectable } from '@nestjs/common';
import type { CampaignBrief } from '../campaigns/campaign.service.js';
import { MaterialService } from '../materials/material.service.js';
import { WarehouseService } from '../places/warehouse.service.js';
import type { Reader } from '../platform/database/transaction.js';
import { StockFigures } from '../stock/stock-figures.service.js';
import type { Instant } from '../time.js';
import type { FlagFacts, MaterialFact, PartnerStockFact } from './facts.js';

/** What there is to give, and what lies at partners', as of a moment. */
@Injectable()
export class SupplyFacts {
  constructor(
    private readonly materials: MaterialService,
    private readonly warehouses: WarehouseService,
    private readonly stock: StockFigures,
  ) {}

  async load(
    reader: Reader,
    campaign: CampaignBrief,
    at: Instant,
  ): Promise<Pick<FlagFacts, 'materials' | 'partnerStock'>> {
    return {
      materials: await this.loadMaterials(reader, campaign, at),
      partnerStock: await this.loadPartnerStock(reader, campaign.id, at),
    };
  }

  private async loadMaterials(
    reader: Reader,
    campaign: CampaignBrief,
    at: Instant,
  ): Promise<MaterialFact[]> {
    const materials = await this.materials.all(reader);
    const stock = await this.stock.byMaterial(reader, campaign.id, at);
    const expected = await this.stock.expectedByMaterial(reader, campaign.id, at);
    return materials
      .filter(({ id }) => campaign.materialIds.includes(id))
      .map(({ id, kind }) => ({
        materialId: id,
        countsTogether: kind !== 'broadcast',
        available: stock.get(id)?.available ?? 0,
        // Nothing moves between warehouses yet.
        betweenWarehouses: 0,
        expected: expected.get(id) ?? 0,
      }));
  }

  private async loadPartnerStock(
    reader: Reader,
    campaignId: string,
    at: Instant,
  ): Promise<PartnerStockFact[]> {
    const warehouses = await this.warehouses.all(reader);
    const partners = new Map(
      warehouses.filter(({ kind }) => kind === 'partner').map((each) => [each.id, each]),
    );
    const stock = await this.stock.byWarehouse(reader, campaignId, at);
    return stock.flatMap(({ warehouseId, onHand, lastMovementAt }) => {
      const partner = partners.get(warehouseId);
      if (partner === undefined || lastMovementAt === null) return [];
      const { municipalityCode } = partner;
      return [{ warehouseId, municipalityCode, onHand, lastMovedAt: lastMovementAt }];
    });
  }
}
