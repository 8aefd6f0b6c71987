import { Injectable } from '@nestjs/common';
import type { Instant } from '../../time.js';

/** The one place that asks the machine what time it is; tests hand in their own. */
@Injectable()
export class Clock {
  now(): Instant {
    return new Date().toISOString();
  }
}
