import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem, type FieldError } from '../../problem.js';

/** All that can be set from outside, validated once at boot and frozen; see `.env.example` for the words. */
export abstract class Settings {
  abstract readonly host: string;
  abstract readonly port: number;
  /** Where the service keeps everything it writes; absolute. */
  abstract readonly dataDirectory: string;
  /** PostgreSQL where set, else the embedded SQLite under `dataDirectory`. */
  abstract readonly databaseUrl: string | undefined;
  /** A replica to read from (PostgreSQL); the same database where not set. */
  abstract readonly databaseReadUrl: string | undefined;
  abstract readonly databasePoolSize: number;
  /** Address under which people reach the service, for links; made from host and port where not set. */
  abstract readonly publicUrl: string | undefined;
  /** Whether a proxy in front tells the client's address and protocol. */
  abstract readonly trustProxy: boolean;
  /** Name of the session's cookie. */
  abstract readonly sessionCookie: string;
  /** Whether an administrator may start the demo beside the service, from the pages. */
  abstract readonly offersDemo: boolean;
  /** Whether the scheduled jobs run. */
  abstract readonly schedules: boolean;
  /** Cron expressions (five fields, or six with seconds) on the clock of Europe/Belgrade. */
  abstract readonly coverageCheckCron: string;
  abstract readonly escalationCron: string;
  abstract readonly logLevel: LogLevel;
  /** Largest body of a request, in bytes. */
  abstract readonly bodyLimitBytes: number;
  /** Attempts to sign in, an address and minute. */
  abstract readonly signInAttemptsPerMinute: number;
  /** Requests without a sign-in, an address and minute. */
  abstract readonly anonymousRequestsPerMinute: number;
  /** Memory that hashing one password takes, in KiB (Argon2id). */
  abstract readonly passwordHashMemoryKib: number;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings, from `.env` beside the process as well; what the environment itself says comes first. */
export function loadSettings(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readSettings(process.env);
}

/** @throws Problem `rule` with an error for each setting that cannot be used. */
export function readSettings(environment: Environment): Settings {
  const read = new Reading(environment);
  const settings: Settings = {
    host: read.text('HOST', '127.0.0.1'),
    port: read.integer('PORT', 3000, 0, 65_535),
    dataDirectory: resolve(read.text('DATA_DIR', 'var')),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseReadUrl: read.url('DATABASE_READ_URL', ['postgres:', 'postgresql:']),
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', 10, 2, 200),
    publicUrl: read.url('PUBLIC_URL', ['http:', 'https:']),
    trustProxy: read.flag('TRUST_PROXY', false),
    sessionCookie: read.token('SESSION_COOKIE', 'domet_session'),
    offersDemo: read.flag('DEMO', true),
    schedules: read.flag('SCHEDULES', true),
    coverageCheckCron: read.cron('COVERAGE_CHECK_CRON', '0 3 * * *'),
    escalationCron: read.cron('ESCALATION_CRON', '30 3 * * *'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    bodyLimitBytes: read.integer('BODY_LIMIT_BYTES', 16 * 1024 * 1024, 1024, 1024 ** 3),
    signInAttemptsPerMinute: read.integer('SIGN_IN_ATTEMPTS_PER_MINUTE', 10, 1, 1_000_000),
    anonymousRequestsPerMinute: read.integer('ANONYMOUS_REQUESTS_PER_MINUTE', 300, 1, 1_000_000),
    passwordHashMemoryKib: read.integer('PASSWORD_HASH_MEMORY_KIB', 19_456, 64, 1_048_576),
  };
  read.throwIfAny();
  return Object.freeze(settings);
}

class Reading {
  private readonly errors: FieldError[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string, otherwise: string): string {
    const value = this.environment[name]?.trim();
    return value === undefined || value === '' ? otherwise : value;
  }

  /** What may stand as a name in a header. */
  token(name: string, otherwise: string): string {
    const value = this.text(name, otherwise);
    if (/^[\w-]{1,60}$/.test(value)) return value;
    return this.refuse(name, 'letters, digits, - and _', otherwise);
  }

  integer(name: string, otherwise: number, min: number, max: number): number {
    const value = Number(this.text(name, String(otherwise)));
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    return this.refuse(name, `a whole number from ${min} to ${max}`, otherwise);
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.text(name, otherwise ? 'on' : 'off').toLowerCase();
    if (['on', 'true', '1', 'yes'].includes(value)) return true;
    if (['off', 'false', '0', 'no'].includes(value)) return false;
    return this.refuse(name, 'on or off', otherwise);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const value = this.text(name, otherwise);
    return (
      allowed.find((each) => each === value) ??
      this.refuse(name, `one of ${allowed.join(', ')}`, otherwise)
    );
  }

  url(name: string, protocols: readonly string[]): string | undefined {
    const value = this.text(name, '');
    if (value === '') return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    return this.refuse(name, `a URL that starts with ${protocols.join('// or ')}//`, undefined);
  }

  cron(name: string, otherwise: string): string {
    const value = this.text(name, otherwise);
    if ([5, 6].includes(value.split(/\s+/).length)) return value;
    return this.refuse(name, 'a cron expression of five or six fields', otherwise);
  }

  throwIfAny(): void {
    if (this.errors.length > 0) throw new Problem('rule', { errors: this.errors });
  }

  private refuse<T>(name: string, wanted: string, otherwise: T): T {
    this.errors.push({
      path: name,
      message: {
        en: `${name} is "${this.environment[name]}", but must be ${wanted}.`,
        sr: `${name} je „${this.environment[name]}“, a mora biti: ${wanted}.`,
      },
    });
    return otherwise;
  }
}
