import { migration } from '../platform/database/migration.js';

export const Campaigns = migration(4, 'campaigns', (t) => [
  `CREATE TABLE material (
    id ${t.id} PRIMARY KEY,
    code ${t.text} NOT NULL,
    code_key ${t.text} NOT NULL UNIQUE,
    name ${t.text} NOT NULL,
    kind ${t.text} NOT NULL CHECK (kind IN ('print', 'outdoor', 'broadcast')),
    unit ${t.text} NOT NULL,
    pack_size ${t.quantity} NOT NULL CHECK (pack_size > 0),
    weight_grams ${t.decimal} NOT NULL CHECK (weight_grams >= 0),
    volume_cm3 ${t.decimal} NOT NULL CHECK (volume_cm3 >= 0),
    language ${t.text} NOT NULL,
    variant_of ${t.id} REFERENCES material (id) CHECK (variant_of <> id),
    active ${t.flag} NOT NULL,
    search_text ${t.text} NOT NULL,
    sort_key ${t.text} NOT NULL,
    version ${t.integer} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL
  )`,
  `CREATE INDEX material_by_name ON material (sort_key, id)`,
  `CREATE INDEX material_by_original ON material (variant_of)`,
  `CREATE TABLE campaign (
    id ${t.id} PRIMARY KEY,
    name ${t.text} NOT NULL,
    starts_on ${t.day} NOT NULL,
    ends_on ${t.day} NOT NULL,
    state ${t.text} NOT NULL CHECK (state IN ('draft', 'active', 'closed')),
    search_text ${t.text} NOT NULL,
    version ${t.integer} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    CHECK (ends_on >= starts_on)
  )`,
  `CREATE INDEX campaign_by_start ON campaign (starts_on, id)`,
  `CREATE TABLE campaign_funder (
    campaign_id ${t.id} NOT NULL REFERENCES campaign (id),
    name ${t.text} NOT NULL,
    position ${t.integer} NOT NULL,
    PRIMARY KEY (campaign_id, name)
  )`,
  `CREATE TABLE campaign_material (
    campaign_id ${t.id} NOT NULL REFERENCES campaign (id),
    material_id ${t.id} NOT NULL REFERENCES material (id),
    position ${t.integer} NOT NULL,
    PRIMARY KEY (campaign_id, material_id)
  )`,
  `CREATE INDEX campaign_material_by_material ON campaign_material (material_id)`,
  `CREATE TABLE target_rule (
    id ${t.id} PRIMARY KEY,
    campaign_id ${t.id} NOT NULL,
    material_id ${t.id} NOT NULL,
    kind ${t.text} NOT NULL CHECK (kind IN
      ('per_1000_inhabitants', 'per_delivery_point', 'per_100_audience', 'minimum', 'fixed')),
    value_thousandths ${t.quantity} NOT NULL CHECK (value_thousandths >= 0),
    point_kind ${t.text},
    tag ${t.text},
    region_code ${t.id} REFERENCES region (code),
    district_code ${t.id} REFERENCES district (code),
    group_id ${t.id} REFERENCES place_group (id),
    municipality_code ${t.id} REFERENCES municipality (code),
    sameness ${t.text} NOT NULL,
    version ${t.integer} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    FOREIGN KEY (campaign_id, material_id) REFERENCES campaign_material (campaign_id, material_id)
  )`,
  // Of one material, kind and scope, and where it looks at points of one choice of them, there is one rule.
  `CREATE UNIQUE INDEX target_rule_once ON target_rule (campaign_id, material_id, sameness)`,
  `CREATE INDEX target_rule_by_group ON target_rule (group_id)`,
  `CREATE TABLE target_rule_version (
    rule_id ${t.id} NOT NULL,
    version ${t.quantity} NOT NULL,
    campaign_id ${t.id} NOT NULL REFERENCES campaign (id),
    material_id ${t.id} NOT NULL,
    kind ${t.text} NOT NULL,
    value_thousandths ${t.quantity} NOT NULL,
    point_kind ${t.text},
    tag ${t.text},
    region_code ${t.id},
    district_code ${t.id},
    group_id ${t.id},
    municipality_code ${t.id},
    ended ${t.flag} NOT NULL,
    valid_from ${t.instant} NOT NULL,
    recorded_at ${t.instant} NOT NULL,
    actor_id ${t.id} NOT NULL,
    PRIMARY KEY (rule_id, version)
  )`,
  `CREATE INDEX target_rule_version_by_campaign ON target_rule_version (campaign_id)`,
  // A version without a quantity says that the override was dropped.
  `CREATE TABLE target_override (
    campaign_id ${t.id} NOT NULL REFERENCES campaign (id),
    municipality_code ${t.id} NOT NULL REFERENCES municipality (code),
    material_id ${t.id} NOT NULL,
    version ${t.quantity} NOT NULL,
    quantity ${t.quantity} CHECK (quantity >= 0),
    reason ${t.text},
    valid_from ${t.instant} NOT NULL,
    recorded_at ${t.instant} NOT NULL,
    actor_id ${t.id} NOT NULL,
    PRIMARY KEY (campaign_id, municipality_code, material_id, version),
    CHECK ((quantity IS NULL) = (reason IS NULL))
  )`,
]);
