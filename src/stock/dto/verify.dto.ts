import { ApiProperty } from '@nestjs/swagger';
import { INVARIANTS, type InvariantName } from '../invariants.js';

export class InvariantDto {
  @ApiProperty({ enum: INVARIANTS })
  name: InvariantName;
  holds: boolean;
  /**
   * The first that offends, where it does not hold.
   * @example sequence 1042 does not fit its hash
   */
  firstOffender?: string;
}

/** What was derived anew from the entries alone. */
export class VerificationDto {
  holds: boolean;
  /**
   * Movements in the chain: its last sequence.
   * @example 20417
   */
  movements: number;
  /** @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 */
  headHash: string;
  invariants: InvariantDto[];
}
