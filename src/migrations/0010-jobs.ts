import { migration } from '../platform/database/migration.js';

/** A run is known by its job and local due time; one by hand has none. */
export const Jobs = migration(10, 'jobs', (t) => [
  `CREATE TABLE job_schedule (
    job ${t.text} PRIMARY KEY,
    since ${t.instant} NOT NULL
  )`,
  `CREATE TABLE job_run (
    id ${t.id} PRIMARY KEY,
    job ${t.text} NOT NULL,
    due_local ${t.text},
    due_at ${t.instant} NOT NULL,
    started_at ${t.instant} NOT NULL,
    finished_at ${t.instant},
    outcome ${t.text} NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed')),
    raised ${t.integer} NOT NULL,
    kept ${t.integer} NOT NULL,
    resolved ${t.integer} NOT NULL,
    escalated ${t.integer} NOT NULL,
    report_only ${t.flag} NOT NULL,
    error ${t.text},
    actor_id ${t.id},
    owner ${t.text} NOT NULL,
    lease_until ${t.instant},
    UNIQUE (job, due_local),
    CHECK ((finished_at IS NULL) = (outcome = 'running'))
  )`,
  `CREATE INDEX job_run_by_start ON job_run (job, started_at)`,
  `CREATE INDEX job_run_under_way ON job_run (lease_until) WHERE outcome = 'running'`,
]);
