/**
 * The rule: what changed something is on record, and so is what somebody tried and may not: who, what, when, from where
 * and how it was answered. Nothing of what was sent is kept but ids, so that the record holds no personal data beside
 * the actor's id and the address.
 */
import type { Instant } from '../time.js';

export type AuditOutcome = 'done' | 'refused';

export const AUDIT_OUTCOMES = ['done', 'refused'] as const satisfies readonly AuditOutcome[];

export interface AuditEntry {
  readonly id: string;
  readonly recordedAt: Instant;
  readonly outcome: AuditOutcome;
  readonly actorId: string | null;
  readonly method: string;
  readonly route: string;
  readonly subjectIds: string[];
  readonly ip: string;
  readonly status: number;
}

export interface AnsweredRequest {
  readonly method: string;
  /** As the server knows it: with names for what is different from call to call. */
  readonly route: string;
  readonly status: number;
  /** Whether it tried to prove whose it is. */
  readonly hasProof: boolean;
}

const READING_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** Routes that say what something would do, and take it as a body. */
const PREVIEW = /\/preview$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Register codes (`80292`, `RS123`) and names of jobs stand in paths as well. */
const CODE = /^[A-Za-z0-9_-]{1,40}$/;
const MAXIMUM_SUBJECTS = 8;

/**
 * What becomes of an answered request: undefined where it is not recorded. Reading is not, unless somebody known was
 * refused it; nor is what was malformed or against a rule, since nothing came of it.
 */
export function judgeRequest(request: AnsweredRequest): AuditOutcome | undefined {
  const changes = !READING_METHODS.includes(request.method) && !PREVIEW.test(request.route);
  if (request.status < 400) return changes ? 'done' : undefined;
  if (request.status === 403) return 'refused';
  if (request.status === 401) return changes || request.hasProof ? 'refused' : undefined;
  return undefined;
}

/** What the request was about: the ids and codes in its path, and the id of what it made. */
export function listSubjects(
  pathParameters: Readonly<Record<string, unknown>>,
  ...ids: readonly unknown[]
): string[] {
  const inPath = Object.values(pathParameters).filter((value) => isText(value) && CODE.test(value));
  const made = ids.filter((value) => isText(value) && ID.test(value));
  return [...new Set([...inPath, ...made] as string[])].slice(0, MAXIMUM_SUBJECTS);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
