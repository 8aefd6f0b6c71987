import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { campaignsOf } from '../campaigns/campaign-access.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { PlaceGroupService } from '../places/place-group.service.js';
import { Register } from '../places/register.service.js';
import { districtsOf, seesConfidential } from '../places/visibility.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { FlagQuery } from './dto/flag.dto.js';

/** Who sees which flags, and where a list is narrowed to; conditions on `flag f`. */
@Injectable()
export class FlagScope {
  constructor(
    private readonly register: Register,
    private readonly groups: PlaceGroupService,
    private readonly points: DeliveryPointService,
  ) {}

  /**
   * A coordinator sees the flags of their campaigns and districts, and those of no place; who only reads figures none about
   * a consignment for a confidential point.
   */
  async restrict(reader: Reader, actor: Actor): Promise<Sql[]> {
    const conditions: Sql[] = [];
    const campaigns = campaignsOf(actor);
    if (campaigns !== null) conditions.push(sql.isIn(reader.engine, sql`f.campaign_id`, campaigns));
    const districts = districtsOf(actor);
    if (districts !== null) {
      const codes = districts.flatMap((districtCode) => this.register.codesIn({ districtCode }));
      conditions.push(
        sql`(f.municipality_code IS NULL OR ${sql.isIn(reader.engine, sql`f.municipality_code`, codes)})`,
      );
    }
    if (!seesConfidential(actor)) {
      const hidden = await this.listConfidential(reader);
      conditions.push(
        sql`(f.delivery_point_id IS NULL OR NOT (${sql.isIn(reader.engine, sql`f.delivery_point_id`, hidden)}))`,
      );
    }
    return conditions;
  }

  /** @throws Problem `unknown_reference`, `not_a_coverage_unit` for a place that there is not */
  async narrowToPlace(
    reader: Reader,
    { region, municipality, group }: Pick<FlagQuery, 'region' | 'municipality' | 'group'>,
  ): Promise<Sql[]> {
    const lists: string[][] = [];
    if (region !== undefined) lists.push(this.register.codesAsked({ regionCode: region }));
    if (municipality !== undefined) {
      lists.push([this.register.requireUnit(municipality, 'municipality').code]);
    }
    if (group !== undefined) lists.push(await this.groups.codes(reader, group, 'group'));
    return lists.map((codes) => sql.isIn(reader.engine, sql`f.municipality_code`, codes));
  }

  /** Of the points that flags are about. */
  private async listConfidential(reader: Reader): Promise<string[]> {
    const rows = await reader.query<{ id: string }>(
      sql`SELECT DISTINCT delivery_point_id AS id FROM flag WHERE delivery_point_id IS NOT NULL`,
    );
    const points = await this.points.briefs(
      reader,
      rows.map(({ id }) => id),
    );
    return [...points.values()].filter(({ confidential }) => confidential).map(({ id }) => id);
  }
}
