/** Where something is done or seen, and who has a flag in hand. */
import type { components } from '../api/schema.js';

export interface Destination {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly hash?: string;
}

export function leadTo(to: string, search?: Readonly<Record<string, string>>): Destination {
  return { to, ...(search === undefined ? {} : { search }) };
}

export type ToDoFlag = Pick<
  components['schemas']['FlagDto'],
  'id' | 'rule' | 'severity' | 'municipalityCode' | 'assigneeId' | 'details'
>;

/** Who has these flags in hand, and which nobody has. */
export function readFlags(flags: readonly ToDoFlag[]): {
  readonly ownerIds: readonly string[];
  readonly unownedFlagIds: readonly string[];
} {
  const owners = flags.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId]));
  return {
    ownerIds: [...new Set(owners)],
    unownedFlagIds: flags.filter(({ assigneeId }) => assigneeId === null).map(({ id }) => id),
  };
}
