import { Clock } from '../platform/clock/clock.js';
import type { Instant } from '../time.js';

/** A clock that tells of another time while the demo's story is written, so that what is recorded bears its dates. */
export class DemoClock extends Clock {
  private told: Instant | undefined;

  override now(): Instant {
    return this.told ?? super.now();
  }

  /** From here on it is `instant`, never earlier than before. */
  moveTo(instant: Instant): void {
    if (this.told === undefined || instant > this.told) this.told = instant;
  }

  /** From here on it is the machine's time again. */
  release(): void {
    this.told = undefined;
  }
}
