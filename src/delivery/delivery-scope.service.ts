import { Injectable } from '@nestjs/common';
import { type Actor, isCoordinator } from '../access/actor.js';
import { ShipmentScope } from '../distribution/shipment-scope.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem } from '../problem.js';

/** Whose confirmations and discrepancies are whose: those of the consignments they see, and what they sent themselves. */
@Injectable()
export class DeliveryScope {
  constructor(private readonly shipments: ShipmentScope) {}

  /** Conditions on `confirmation f` joined with `consignment c` and `batch b`. A volunteer sees what they sent themselves. */
  async restrictConfirmations(reader: Reader, actor: Actor): Promise<Sql[]> {
    if (actor.role === 'volunteer') return [sql`f.sender_id = ${actor.id}`];
    return this.shipments.restrictConsignments(reader, actor);
  }

  /** Conditions on a table joined with `consignment c` and `batch b`. */
  restrictConsignments(reader: Reader, actor: Actor): Promise<Sql[]> {
    return this.shipments.restrictConsignments(reader, actor);
  }

  /** Conditions on `rejected_confirmation r`, which may name no consignment at all. */
  restrictRejected(actor: Actor, reader: Reader): Sql[] {
    if (actor.role === 'volunteer') return [sql`r.sender_id = ${actor.id}`];
    if (actor.role === 'administrator') return [];
    if (!isCoordinator(actor)) return [sql`1 = 0`];
    const conditions: Sql[] = [];
    if (actor.campaignIds !== null) {
      conditions.push(
        sql`(r.campaign_id IS NULL
          OR ${sql.isIn(reader.engine, sql`r.campaign_id`, actor.campaignIds)})`,
      );
    }
    const codes = this.shipments.municipalitiesOf(actor);
    if (codes !== null) {
      conditions.push(
        sql`(r.consignment_id IS NULL OR EXISTS (SELECT 1 FROM consignment c
          WHERE c.id = r.consignment_id
            AND ${sql.isIn(reader.engine, sql`c.municipality_code`, codes)}))`,
      );
    }
    return conditions;
  }

  /**
   * Refuses a coordinator a consignment outside the campaigns and districts given to them. Volunteers are judged by
   * their assignments.
   */
  async requireConsignment(
    reader: Reader,
    actor: Actor,
    consignmentId: string,
    refusal: () => Problem = () => new Problem('not_found'),
  ): Promise<void> {
    if (actor.role !== 'coordinator') return;
    if (actor.campaignIds === null && actor.districtCodes === null) return;
    const conditions = await this.shipments.restrictConsignments(reader, actor);
    const found = await reader.one(
      sql`SELECT c.id FROM consignment c JOIN batch b ON b.id = c.batch_id
        ${sql.where([sql`c.id = ${consignmentId}`, ...conditions])}`,
    );
    if (found === undefined) throw refusal();
  }
}
