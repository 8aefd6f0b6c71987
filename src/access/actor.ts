/**
 * Who acts, and what a role is. The rule: every request is somebody's, and a role says what they may do.
 * An administrator may do all that a coordinator may; a manager reads figures; a volunteer confirms what is theirs.
 */
export type Role = 'administrator' | 'coordinator' | 'manager' | 'volunteer';

export const ROLES = [
  'administrator',
  'coordinator',
  'manager',
  'volunteer',
] as const satisfies readonly Role[];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Those who run the campaign. */
export const COORDINATORS = ['coordinator', 'administrator'] as const satisfies readonly Role[];

/** Those who read the campaign's figures. */
export const ALL_FIGURES = [...COORDINATORS, 'manager'] as const satisfies readonly Role[];

/** Everybody who is signed in. */
export const ALL_ROLES = [...ALL_FIGURES, 'volunteer'] as const satisfies readonly Role[];

/** Those whose names coordinators read: to whom they assign consignments (volunteers) and flags (each other). */
const NAMED_TO_COORDINATORS = ['volunteer', ...COORDINATORS] as const satisfies readonly Role[];

export function isNamedToCoordinators(role: Role | undefined): role is Role {
  return (NAMED_TO_COORDINATORS as readonly (Role | undefined)[]).includes(role);
}

/** What a personal access token may do; a browser session may do both. */
export type TokenScope = 'read' | 'write';

export const TOKEN_SCOPES = ['read', 'write'] as const satisfies readonly TokenScope[];

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The campaigns that this person works on; null: all. */
  readonly campaignIds: readonly string[] | null;
  /** The districts (`RS121`) that this person works in; null: all. */
  readonly districtCodes: readonly string[] | null;
}

export function isCoordinator(actor: Actor): boolean {
  return (COORDINATORS as readonly Role[]).includes(actor.role);
}
