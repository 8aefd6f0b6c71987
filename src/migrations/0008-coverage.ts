import { migration } from '../platform/database/migration.js';

/**
 * Projections of the ledger: nothing here is told by anybody, all of it can be rebuilt from the entries. So the
 * tables hold no foreign keys and no CHECKs that every booking would pay for; `verify` compares them with the replay.
 */
export const Coverage = migration(8, 'coverage', (t) => [
  `CREATE TABLE coverage_cell (
    campaign_id ${t.id} NOT NULL,
    municipality_code ${t.text} NOT NULL,
    material_id ${t.id} NOT NULL,
    lot_id ${t.id} NOT NULL,
    planned ${t.quantity} NOT NULL,
    in_transit ${t.quantity} NOT NULL,
    delivered ${t.quantity} NOT NULL,
    damaged ${t.quantity} NOT NULL,
    lost ${t.quantity} NOT NULL,
    first_delivered_at ${t.instant},
    last_delivered_at ${t.instant},
    PRIMARY KEY (campaign_id, municipality_code, material_id, lot_id)
  )`,
  `CREATE TABLE coverage_day (
    campaign_id ${t.id} NOT NULL,
    day ${t.day} NOT NULL,
    municipality_code ${t.text} NOT NULL,
    material_id ${t.id} NOT NULL,
    lot_id ${t.id} NOT NULL,
    week ${t.day} NOT NULL,
    dispatched ${t.quantity} NOT NULL,
    delivered ${t.quantity} NOT NULL,
    damaged ${t.quantity} NOT NULL,
    lost ${t.quantity} NOT NULL,
    PRIMARY KEY (campaign_id, day, municipality_code, material_id, lot_id)
  )`,
  `CREATE TABLE coverage_point (
    campaign_id ${t.id} NOT NULL,
    delivery_point_id ${t.id} NOT NULL,
    material_id ${t.id} NOT NULL,
    lot_id ${t.id} NOT NULL,
    municipality_code ${t.text} NOT NULL,
    planned ${t.quantity} NOT NULL,
    delivered ${t.quantity} NOT NULL,
    PRIMARY KEY (campaign_id, delivery_point_id, material_id, lot_id)
  )`,
  `CREATE TABLE coverage_transit (
    consignment_id ${t.id} NOT NULL,
    material_id ${t.id} NOT NULL,
    campaign_id ${t.id} NOT NULL,
    in_transit ${t.quantity} NOT NULL,
    PRIMARY KEY (consignment_id, material_id)
  )`,
  `CREATE INDEX coverage_transit_open ON coverage_transit (campaign_id) WHERE in_transit > 0`,
  `CREATE TABLE coverage_delivery (
    movement_id ${t.id} PRIMARY KEY,
    campaign_id ${t.id} NOT NULL,
    municipality_code ${t.text} NOT NULL,
    material_id ${t.id} NOT NULL,
    lot_id ${t.id} NOT NULL,
    delivery_point_id ${t.id},
    consignment_id ${t.id},
    cause_id ${t.id} NOT NULL,
    occurred_at ${t.instant} NOT NULL,
    quantity ${t.quantity} NOT NULL
  )`,
  `CREATE INDEX coverage_delivery_cell ON coverage_delivery
    (campaign_id, municipality_code, material_id, lot_id, occurred_at)`,
  `CREATE INDEX coverage_delivery_point ON coverage_delivery (delivery_point_id, campaign_id)`,
  `CREATE INDEX coverage_delivery_time ON coverage_delivery (campaign_id, occurred_at)`,
]);
