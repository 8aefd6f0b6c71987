import { migration } from '../platform/database/migration.js';

export const Distribution = migration(6, 'distribution', (t) => [
  `CREATE TABLE batch (
    id ${t.id} PRIMARY KEY,
    campaign_id ${t.id} NOT NULL REFERENCES campaign (id),
    warehouse_id ${t.id} NOT NULL REFERENCES warehouse (id),
    state ${t.text} NOT NULL
      CHECK (state IN ('draft', 'planned', 'packed', 'dispatched', 'closed', 'cancelled')),
    mode ${t.text} NOT NULL
      CHECK (mode IN ('own_vehicle', 'courier', 'post', 'bus', 'partner', 'other')),
    carrier ${t.text},
    vehicle ${t.text},
    driver ${t.text},
    expected_at ${t.instant},
    dispatched_at ${t.instant},
    closed_at ${t.instant},
    cancelled_at ${t.instant},
    created_by ${t.id} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    version ${t.integer} NOT NULL,
    CHECK ((dispatched_at IS NULL) = (state NOT IN ('dispatched', 'closed')))
  )`,
  `CREATE INDEX batch_by_campaign ON batch (campaign_id, state)`,
  `CREATE INDEX batch_by_warehouse ON batch (warehouse_id)`,
  `CREATE TABLE consignment (
    id ${t.id} PRIMARY KEY,
    batch_id ${t.id} NOT NULL REFERENCES batch (id),
    position ${t.integer} NOT NULL,
    delivery_point_id ${t.id} NOT NULL REFERENCES delivery_point (id),
    municipality_code ${t.text} NOT NULL,
    waybill_number ${t.text} NOT NULL UNIQUE,
    expected_at ${t.instant},
    standing_confirmation_id ${t.id},
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    version ${t.integer} NOT NULL,
    UNIQUE (batch_id, delivery_point_id)
  )`,
  `CREATE INDEX consignment_by_point ON consignment (delivery_point_id)`,
  `CREATE INDEX consignment_by_municipality ON consignment (municipality_code)`,
  `CREATE INDEX consignment_by_change ON consignment (changed_at)`,
  `CREATE TABLE consignment_line (
    consignment_id ${t.id} NOT NULL REFERENCES consignment (id),
    material_id ${t.id} NOT NULL REFERENCES material (id),
    position ${t.integer} NOT NULL,
    quantity ${t.quantity} NOT NULL CHECK (quantity > 0),
    sent ${t.quantity} NOT NULL CHECK (sent >= 0),
    delivered ${t.quantity} NOT NULL CHECK (delivered >= 0),
    damaged ${t.quantity} NOT NULL CHECK (damaged >= 0),
    missing ${t.quantity} NOT NULL CHECK (missing >= 0),
    refused ${t.quantity} NOT NULL CHECK (refused >= 0),
    returned ${t.quantity} NOT NULL CHECK (returned >= 0),
    lost ${t.quantity} NOT NULL CHECK (lost >= 0),
    surplus ${t.quantity} NOT NULL CHECK (surplus >= 0),
    PRIMARY KEY (consignment_id, material_id),
    CHECK (delivered + damaged + missing + returned + lost <= sent),
    CHECK (refused <= sent)
  )`,
  `CREATE INDEX consignment_line_by_material ON consignment_line (material_id)`,
  `CREATE TABLE consignment_line_lot (
    consignment_id ${t.id} NOT NULL,
    material_id ${t.id} NOT NULL,
    lot_id ${t.id} NOT NULL REFERENCES lot (id),
    position ${t.integer} NOT NULL,
    quantity ${t.quantity} NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (consignment_id, material_id, lot_id),
    FOREIGN KEY (consignment_id, material_id)
      REFERENCES consignment_line (consignment_id, material_id)
  )`,
  `CREATE INDEX consignment_line_lot_by_lot ON consignment_line_lot (lot_id)`,
  `CREATE TABLE package (
    id ${t.id} PRIMARY KEY,
    consignment_id ${t.id} NOT NULL REFERENCES consignment (id),
    number ${t.integer} NOT NULL CHECK (number > 0),
    UNIQUE (consignment_id, number)
  )`,
  `CREATE TABLE consignment_tracking (
    consignment_id ${t.id} NOT NULL REFERENCES consignment (id),
    position ${t.integer} NOT NULL,
    tracking_number ${t.text} NOT NULL,
    PRIMARY KEY (consignment_id, tracking_number)
  )`,
  `CREATE INDEX consignment_tracking_by_number ON consignment_tracking (tracking_number)`,
  `CREATE TABLE consignment_assignment (
    id ${t.id} PRIMARY KEY,
    consignment_id ${t.id} NOT NULL REFERENCES consignment (id),
    user_id ${t.id} NOT NULL,
    from_at ${t.instant} NOT NULL,
    until_at ${t.instant},
    assigned_by ${t.id} NOT NULL
  )`,
  `CREATE UNIQUE INDEX consignment_assignment_open
    ON consignment_assignment (consignment_id) WHERE until_at IS NULL`,
  `CREATE INDEX consignment_assignment_by_consignment ON consignment_assignment (consignment_id)`,
  `CREATE INDEX consignment_assignment_by_user ON consignment_assignment (user_id, until_at)`,
  `CREATE TABLE waybill_counter (
    year ${t.quantity} PRIMARY KEY,
    last_number ${t.integer} NOT NULL
  )`,
]);
