import { Injectable } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Settings } from '../platform/config/settings.js';
import { newSecret } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import { normalisePassword } from './credentials.js';

/**
 * Hashing runs on the same few threads as SQLite. One at a time, so that a rush of sign-ins cannot hold up bookings;
 * more than this many waiting are sent away.
 */
const MAXIMUM_WAITING = 100;
const PASSES = 2;

/** Argon2id (RFC 9106), with OWASP's costs where the settings say nothing else. */
@Injectable()
export class Passwords {
  private readonly options: Options;
  private readonly decoy: Promise<string>;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(settings: Settings) {
    // 2 is argon2id: the package's constant enum cannot be read by every compiler.
    this.options = {
      algorithm: 2,
      memoryCost: settings.passwordHashMemoryKib,
      timeCost: PASSES,
      parallelism: 1,
    };
    this.decoy = hash(newSecret(), this.options);
  }

  hash(password: string): Promise<string> {
    return this.takeTurn(() => hash(normalisePassword(password), this.options));
  }

  /** Takes as long for somebody who does not exist, or has no password, as for a wrong password. */
  async verify(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const against = passwordHash ?? (await this.decoy);
    const right = await this.takeTurn(() => verify(against, normalisePassword(password)));
    return right && passwordHash != null;
  }

  private takeTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MAXIMUM_WAITING) return Promise.reject(new Problem('busy'));
    this.waiting += 1;
    const mine = this.turn.then(work).finally(() => (this.waiting -= 1));
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
