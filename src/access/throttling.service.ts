import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Problem } from '../problem.js';
import { emailKeyOf } from './credentials.js';
import { Throttle } from './throttle.js';

const MINUTE_MS = 60_000;
const MAXIMUM_KEYS = 20_000;

/** Slows down guessing; whoever is signed in is never held up. */
@Injectable()
export class Throttling {
  private readonly anonymous: Throttle;
  private readonly signIns: Throttle;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    const window = { windowMs: MINUTE_MS, maximumKeys: MAXIMUM_KEYS };
    this.anonymous = new Throttle({ ...window, limit: settings.anonymousRequestsPerMinute });
    this.signIns = new Throttle({ ...window, limit: settings.signInAttemptsPerMinute });
  }

  /** @throws Problem `too_many_requests` */
  countAnonymous(ip: string): void {
    refuseAfter(this.anonymous.take(ip, this.clock.now()));
  }

  /** Counted before the password is looked at, so that attempts at the same time count as well. */
  countSignIn(ip: string, email: string): void {
    refuseAfter(this.signIns.take(signInKey(ip, email), this.clock.now()));
  }

  /** Only what failed counts: whoever got in may come again as often as they like. */
  forgiveSignIns(ip: string, email: string): void {
    this.signIns.forget(signInKey(ip, email));
  }
}

function signInKey(ip: string, email: string): string {
  return `${ip} ${emailKeyOf(email)}`;
}

function refuseAfter(waitSeconds: number | undefined): void {
  if (waitSeconds === undefined) return;
  throw new Problem('too_many_requests', {
    detail: {
      en: `Too many attempts. Wait ${waitSeconds} seconds, then try again.`,
      sr: `Previše pokušaja. Sačekajte (sekundi: ${waitSeconds}), pa pokušajte ponovo.`,
    },
    extra: { retryAfterSeconds: waitSeconds },
  });
}
