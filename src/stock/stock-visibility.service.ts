import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { seesConfidential } from '../places/visibility.js';
import { WarehouseService } from '../places/warehouse.service.js';
import type { Reader } from '../platform/database/transaction.js';

/** What of the stock somebody may see. */
@Injectable()
export class StockVisibility {
  constructor(
    private readonly points: DeliveryPointService,
    private readonly warehouses: WarehouseService,
  ) {}

  /** The warehouses that the actor is confined to; null: none, all of them. A volunteer sees those that they keep. */
  async warehousesOf(reader: Reader, actor: Actor): Promise<readonly string[] | null> {
    return actor.role === 'volunteer' ? this.warehouses.keptBy(reader, actor.id) : null;
  }

  /** The confidential points that the actor may not know, of all points. */
  async hiddenPoints(reader: Reader, actor: Actor): Promise<Set<string>> {
    if (seesConfidential(actor)) return new Set();
    const points = await this.points.select(reader, {});
    return new Set(points.filter((point) => point.confidential).map((point) => point.id));
  }

  /** The same, of the points named. */
  async hiddenAmong(
    reader: Reader,
    actor: Actor,
    pointIds: readonly (string | undefined)[],
  ): Promise<Set<string>> {
    if (seesConfidential(actor)) return new Set();
    const ids = [...new Set(pointIds.filter((id) => id !== undefined))];
    const briefs = await this.points.briefs(reader, ids);
    return new Set(ids.filter((id) => briefs.get(id)?.confidential ?? false));
  }
}
