import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Settings } from '../config/settings.js';

/** Injection token of the service's logger: JSON lines on standard error. */
export const LOGGER = Symbol('logger');

export function createLogger(settings: Settings): Logger {
  return pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
}

/** Nest's own messages on the same lines; its chatter at start is for debugging. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    this.logger.error({ details }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
