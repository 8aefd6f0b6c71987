import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES } from '../../access/actor.js';

export const DEMO_STATES = ['off', 'starting', 'ready', 'failed'] as const;
export type DemoState = (typeof DEMO_STATES)[number];

/** Somebody made up, who can sign in to the demo. */
export class DemoAccountDto {
  @ApiProperty({ enum: ROLES })
  role: Role;
  /** @example koordinator@example.org */
  email: string;
  /** @example korak-po-korak */
  password: string;
}

/** The demo beside the service: a made-up campaign to look at, which touches none of the real data. */
export class DemoDto {
  /** Whether it can be started from here. */
  available: boolean;
  @ApiProperty({ enum: DEMO_STATES })
  state: DemoState;
  /**
   * How much of it is filled, from 0 to 1, while it is `starting`.
   * @example 0.4
   */
  progress?: number;
  /**
   * Where it is, once it is `ready`.
   * @example http://127.0.0.1:41271
   */
  url?: string;
  /** Once it is `ready`. */
  accounts?: DemoAccountDto[];
}
