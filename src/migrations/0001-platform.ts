import { migration } from '../platform/database/migration.js';

export const Platform = migration(1, 'platform', (t) => [
  `CREATE TABLE command (
    id ${t.id} PRIMARY KEY,
    kind ${t.text} NOT NULL,
    content_hash ${t.text} NOT NULL,
    actor_id ${t.id} NOT NULL,
    recorded_at ${t.instant} NOT NULL
  )`,
]);
