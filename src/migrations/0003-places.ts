import { migration, type TypeVocabulary } from '../platform/database/migration.js';

const describeRegister = (t: TypeVocabulary): string[] => [
  `CREATE TABLE register_load (
    id ${t.id} PRIMARY KEY,
    hash ${t.text} NOT NULL,
    loaded_at ${t.instant} NOT NULL
  )`,
  `CREATE TABLE region (
    code ${t.id} PRIMARY KEY,
    name_latn ${t.text} NOT NULL,
    name_cyrl ${t.text} NOT NULL,
    name_en ${t.text} NOT NULL,
    sort_key ${t.text} NOT NULL
  )`,
  `CREATE TABLE district (
    code ${t.id} PRIMARY KEY,
    region_code ${t.id} NOT NULL REFERENCES region (code),
    name_latn ${t.text} NOT NULL,
    name_cyrl ${t.text} NOT NULL,
    name_en ${t.text} NOT NULL,
    sort_key ${t.text} NOT NULL
  )`,
  `CREATE TABLE municipality (
    code ${t.id} PRIMARY KEY,
    district_code ${t.id} NOT NULL REFERENCES district (code),
    name_latn ${t.text} NOT NULL,
    name_cyrl ${t.text} NOT NULL,
    name_en ${t.text} NOT NULL,
    area_km2 ${t.decimal} NOT NULL CHECK (area_km2 > 0),
    latitude ${t.decimal} NOT NULL,
    longitude ${t.decimal} NOT NULL,
    sort_key ${t.text} NOT NULL
  )`,
  `CREATE TABLE municipality_population (
    municipality_code ${t.id} NOT NULL REFERENCES municipality (code),
    valid_from ${t.instant} NOT NULL,
    recorded_at ${t.instant} NOT NULL,
    population ${t.quantity} NOT NULL CHECK (population > 0),
    population_status ${t.text} NOT NULL CHECK (population_status IN ('sourced', 'derived', 'unverified')),
    PRIMARY KEY (municipality_code, valid_from, recorded_at)
  )`,
];

const describeGroupsAndPoints = (t: TypeVocabulary): string[] => [
  `CREATE TABLE place_group (
    id ${t.id} PRIMARY KEY,
    name ${t.text} NOT NULL,
    source ${t.text} NOT NULL,
    valid_on ${t.day} NOT NULL,
    municipality_codes ${t.json} NOT NULL,
    active ${t.flag} NOT NULL,
    search_text ${t.text} NOT NULL,
    sort_key ${t.text} NOT NULL,
    version ${t.integer} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL
  )`,
  `CREATE TABLE delivery_point (
    id ${t.id} PRIMARY KEY,
    code ${t.text} UNIQUE,
    name ${t.text} NOT NULL,
    kind ${t.text} NOT NULL CHECK (kind IN ('school', 'social_work', 'police', 'health', 'municipal_office', 'ngo',
      'shelter', 'broadcaster', 'media_owner', 'billboard_site', 'partner', 'other')),
    tags ${t.json} NOT NULL,
    municipality_code ${t.id} NOT NULL REFERENCES municipality (code),
    settlement ${t.text},
    address ${t.text} NOT NULL,
    postcode ${t.text},
    latitude ${t.decimal},
    longitude ${t.decimal},
    contact ${t.json},
    audience ${t.quantity} CHECK (audience >= 0),
    hours ${t.text},
    note ${t.text},
    active ${t.flag} NOT NULL,
    confidential ${t.flag} NOT NULL,
    search_text ${t.text} NOT NULL,
    sort_key ${t.text} NOT NULL,
    version ${t.integer} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
  )`,
  `CREATE INDEX delivery_point_by_municipality ON delivery_point (municipality_code, kind)`,
  `CREATE INDEX delivery_point_by_name ON delivery_point (sort_key, id)`,
];

const describeWarehousesAndClosures = (t: TypeVocabulary): string[] => [
  `CREATE TABLE warehouse (
    id ${t.id} PRIMARY KEY,
    name ${t.text} NOT NULL,
    kind ${t.text} NOT NULL CHECK (kind IN ('own', 'partner')),
    municipality_code ${t.id} NOT NULL REFERENCES municipality (code),
    latitude ${t.decimal},
    longitude ${t.decimal},
    contact ${t.json},
    keeper_ids ${t.json} NOT NULL,
    active ${t.flag} NOT NULL,
    search_text ${t.text} NOT NULL,
    sort_key ${t.text} NOT NULL,
    version ${t.integer} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
  )`,
  `CREATE TABLE closure (
    id ${t.id} PRIMARY KEY,
    starts_on ${t.day} NOT NULL,
    ends_on ${t.day} NOT NULL,
    reason ${t.text} NOT NULL,
    point_kind ${t.text},
    tag ${t.text},
    municipality_codes ${t.json},
    group_id ${t.id} REFERENCES place_group (id),
    search_text ${t.text} NOT NULL,
    version ${t.integer} NOT NULL,
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    CHECK (ends_on >= starts_on)
  )`,
  `CREATE INDEX closure_by_group ON closure (group_id)`,
];

/** `sort_key` sorts in Serbian order as plain text, `search_text` is folded: blind to diacritics and script. */
export const Places = migration(3, 'places', (t) => [
  ...describeRegister(t),
  ...describeGroupsAndPoints(t),
  ...describeWarehousesAndClosures(t),
]);
