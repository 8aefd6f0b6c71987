import { Injectable } from '@nestjs/common';
import { type Actor, isCoordinator } from '../access/actor.js';
import { campaignsOf, seesCampaign } from '../campaigns/campaign-access.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { Register } from '../places/register.service.js';
import { districtsOf, seesConfidential } from '../places/visibility.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';
import type { BatchRow } from './shipments.service.js';

/**
 * Whose consignments are whose. A volunteer sees those assigned to them now; a coordinator those of their campaigns
 * and districts; a manager all but those for confidential points. What somebody may not see is not there for them.
 */
@Injectable()
export class ShipmentScope {
  constructor(
    private readonly register: Register,
    private readonly points: DeliveryPointService,
  ) {}

  /** Conditions on `consignment c` joined with `batch b`. */
  async restrictConsignments(reader: Reader, actor: Actor): Promise<Sql[]> {
    if (actor.role === 'volunteer') {
      return [
        sql`EXISTS (SELECT 1 FROM consignment_assignment a
          WHERE a.consignment_id = c.id AND a.user_id = ${actor.id} AND a.until_at IS NULL)`,
      ];
    }
    const conditions = this.restrictBatches(reader, actor);
    const codes = this.municipalitiesOf(actor);
    if (codes !== null) {
      conditions.push(sql.isIn(reader.engine, sql`c.municipality_code`, codes));
    }
    if (!seesConfidential(actor)) {
      const points = await this.points.select(reader, {});
      const hidden = points.filter((point) => point.confidential).map((point) => point.id);
      conditions.push(sql`NOT (${sql.isIn(reader.engine, sql`c.delivery_point_id`, hidden)})`);
    }
    return conditions;
  }

  /** Conditions on `batch b`. */
  restrictBatches(reader: Reader, actor: Actor): Sql[] {
    const conditions: Sql[] = [];
    const campaignIds = campaignsOf(actor);
    if (campaignIds !== null) {
      conditions.push(sql.isIn(reader.engine, sql`b.campaign_id`, campaignIds));
    }
    const codes = this.municipalitiesOf(actor);
    if (codes !== null) {
      // An empty draft lies nowhere yet.
      conditions.push(sql`(NOT EXISTS (SELECT 1 FROM consignment n WHERE n.batch_id = b.id)
        OR EXISTS (SELECT 1 FROM consignment n WHERE n.batch_id = b.id
          AND ${sql.isIn(reader.engine, sql`n.municipality_code`, codes)}))`);
    }
    return conditions;
  }

  /**
   * Whoever commands a batch commands all of it, so all of it must lie in their campaigns and districts.
   *
   * @throws Problem `not_found` where they do not see it, `forbidden` where they see only a part of it
   */
  async requireCommand(reader: Reader, actor: Actor, batch: BatchRow): Promise<void> {
    if (!isCoordinator(actor)) throw new Problem('forbidden');
    if (!seesCampaign(actor, batch.campaignId)) throw new Problem('not_found');
    const codes = this.municipalitiesOf(actor);
    if (codes === null) return;
    const inside = sql.isIn(reader.engine, sql`municipality_code`, codes);
    const counted = await reader.one<{ total: number; own: number }>(
      sql`SELECT COUNT(*) AS total, SUM(CASE WHEN ${inside} THEN 1 ELSE 0 END) AS own
        FROM consignment WHERE batch_id = ${batch.id}`,
    );
    const { total = 0, own = 0 } = counted ?? {};
    if (total > 0 && Number(own) === 0) throw new Problem('not_found');
    if (Number(own) < total) throw outsideDistricts();
  }

  /** @throws Problem `forbidden` where a batch of the campaign, to these municipalities, is not the actor's to make */
  requireContent(actor: Actor, campaignId: string, municipalityCodes: readonly string[]): void {
    if (!seesCampaign(actor, campaignId)) {
      throw new Problem('forbidden', {
        detail: {
          en: 'This campaign is not one of yours. Ask an administrator for it.',
          sr: 'Ova kampanja nije među vašima. Zatražite je od administratora.',
        },
      });
    }
    const codes = this.municipalitiesOf(actor);
    if (codes === null) return;
    const own = new Set(codes);
    if (!municipalityCodes.every((code) => own.has(code))) throw outsideDistricts();
  }

  /** The municipalities of the actor's districts; null: all. */
  municipalitiesOf(actor: Actor): string[] | null {
    return (
      districtsOf(actor)?.flatMap((districtCode) => this.register.codesIn({ districtCode })) ?? null
    );
  }
}

function outsideDistricts(): Problem {
  return new Problem('forbidden', {
    detail: {
      en: 'Some of these consignments go to districts that are not yours. Ask somebody who works in all of them.',
      sr: 'Neke od ovih pošiljki idu u okruge koji nisu vaši. Obratite se nekome ko radi u svima.',
    },
  });
}
