import { migration } from '../platform/database/migration.js';

/** When a batch was last planned and packed; not known of those that had been before this. */
export const BatchSteps = migration(11, 'batch_steps', (t) => [
  `ALTER TABLE batch ADD COLUMN planned_at ${t.instant}`,
  `ALTER TABLE batch ADD COLUMN packed_at ${t.instant}`,
]);
