/**
 * The rule: within a window of time a key (an address, or an address and an account) may try so often and no more.
 * The number of keys is bounded, so that whoever invents addresses fills no memory: the oldest window gives way.
 */
import { addTime, type Instant } from '../time.js';

interface Window {
  readonly endsAt: Instant;
  tries: number;
}

export interface ThrottleChoice {
  readonly limit: number;
  readonly windowMs: number;
  readonly maximumKeys: number;
}

export class Throttle {
  /** In the order in which they end, since all are equally long. */
  private readonly windows = new Map<string, Window>();

  constructor(private readonly choice: ThrottleChoice) {}

  /** Counts a try; answers how many seconds to wait where it is one too many, else undefined. */
  take(key: string, now: Instant): number | undefined {
    const window = this.windowOf(key, now);
    window.tries += 1;
    if (window.tries <= this.choice.limit) return undefined;
    const waitMs = Date.parse(window.endsAt) - Date.parse(now);
    return Math.max(1, Math.ceil(waitMs / 1000));
  }

  /** What was tried under the key counts no longer. */
  forget(key: string): void {
    this.windows.delete(key);
  }

  get keys(): number {
    return this.windows.size;
  }

  private windowOf(key: string, now: Instant): Window {
    const present = this.windows.get(key);
    if (present !== undefined && present.endsAt > now) return present;
    this.windows.delete(key);
    this.makeRoom(now);
    const window = { endsAt: addTime(now, this.choice.windowMs), tries: 0 };
    this.windows.set(key, window);
    return window;
  }

  private makeRoom(now: Instant): void {
    for (const [key, window] of this.windows) {
      if (window.endsAt > now && this.windows.size < this.choice.maximumKeys) return;
      this.windows.delete(key);
    }
  }
}
