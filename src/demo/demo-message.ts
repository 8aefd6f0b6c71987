import type { Role } from '../access/actor.js';

/** Who can sign in to the demo. */
export interface DemoAccount {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

/** What the demo tells the process that started it. */
export type DemoMessage =
  /** How much of the story is told, from 0 to 1. */
  | { readonly kind: 'progress'; readonly progress: number }
  | {
      readonly kind: 'ready';
      readonly url: string;
      readonly accounts: readonly DemoAccount[];
    };
