import { migration } from '../platform/database/migration.js';

export const Access = migration(2, 'access', (t) => [
  `CREATE TABLE app_user (
    id ${t.id} PRIMARY KEY,
    email ${t.text} NOT NULL,
    email_key ${t.text} NOT NULL UNIQUE,
    name ${t.text} NOT NULL,
    role ${t.text} NOT NULL CHECK (role IN ('administrator', 'coordinator', 'manager', 'volunteer')),
    active ${t.flag} NOT NULL,
    password_hash ${t.text},
    campaign_ids ${t.json},
    district_codes ${t.json},
    created_at ${t.instant} NOT NULL,
    changed_at ${t.instant} NOT NULL,
    version ${t.integer} NOT NULL
  )`,
  `CREATE INDEX app_user_by_name ON app_user (name, id)`,
  `CREATE TABLE session (
    id ${t.id} PRIMARY KEY,
    user_id ${t.id} NOT NULL REFERENCES app_user (id),
    secret_hash ${t.text} NOT NULL UNIQUE,
    created_at ${t.instant} NOT NULL,
    used_at ${t.instant} NOT NULL,
    expires_at ${t.instant} NOT NULL
  )`,
  `CREATE INDEX session_by_user ON session (user_id)`,
  `CREATE INDEX session_by_end ON session (expires_at)`,
  `CREATE TABLE access_token (
    id ${t.id} PRIMARY KEY,
    user_id ${t.id} NOT NULL REFERENCES app_user (id),
    name ${t.text} NOT NULL,
    secret_hash ${t.text} NOT NULL UNIQUE,
    scopes ${t.json} NOT NULL,
    created_at ${t.instant} NOT NULL,
    used_at ${t.instant},
    expires_at ${t.instant}
  )`,
  `CREATE INDEX access_token_by_user ON access_token (user_id, id)`,
  `CREATE TABLE first_administrator_link (
    id ${t.id} PRIMARY KEY,
    secret_hash ${t.text} NOT NULL,
    created_at ${t.instant} NOT NULL
  )`,
  // No foreign key to the actor: what somebody did stays on record whatever becomes of them.
  `CREATE TABLE audit_entry (
    id ${t.id} PRIMARY KEY,
    recorded_at ${t.instant} NOT NULL,
    outcome ${t.text} NOT NULL CHECK (outcome IN ('done', 'refused')),
    actor_id ${t.id},
    method ${t.text} NOT NULL,
    route ${t.text} NOT NULL,
    subject_ids ${t.json} NOT NULL,
    ip ${t.text} NOT NULL,
    status ${t.integer} NOT NULL
  )`,
  `CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, id)`,
]);
