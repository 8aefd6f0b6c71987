import 'reflect-metadata';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isRole, ROLES } from './access/actor.js';
import { CreateUser } from './access/create-user.service.js';
import { AppModule } from './app.module.js';
import { Clock } from './platform/clock/clock.js';
import { loadSettings } from './platform/config/settings.js';
import { RunJob } from './platform/jobs/run-job.service.js';
import { Problem } from './problem.js';
import { RebuildService } from './stock/rebuild.service.js';
import { VerifyService } from './stock/verify.service.js';
import { momentOf } from './time.js';

const USAGE = `Usage:
  npm run -s domet -- user create --email E --name N --role ROLE --password-stdin
  npm run -s domet -- verify
  npm run -s domet -- rebuild
  npm run -s domet -- job run NAME [--as-of T]

ROLE is one of ${ROLES.join(', ')}; T is a date (its end, in Belgrade) or an instant.
`;

/** What a command prints, and whether it is content. */
interface Outcome {
  readonly lines: readonly string[];
  readonly succeeded: boolean;
}

type Command = (app: INestApplicationContext) => Promise<Outcome>;

/** @throws Problem `malformed` where the words make no command */
function readCommand(words: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      'password-stdin': { type: 'boolean' },
      'as-of': { type: 'string' },
    },
  });
  const [first, second, third] = positionals;
  if (first === 'user' && second === 'create') return createUser(values);
  if (first === 'verify') return verify;
  if (first === 'rebuild') return rebuild;
  if (first === 'job' && second === 'run' && third !== undefined)
    return runJob(third, values['as-of']);
  throw new Error(`There is no command "${positionals.join(' ')}".`);
}

interface UserWords {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly 'password-stdin'?: boolean | undefined;
}

function createUser({ email, name, role, 'password-stdin': fromStdin }: UserWords): Command {
  if (email === undefined || name === undefined || role === undefined || fromStdin !== true) {
    throw new Error('--email, --name, --role and --password-stdin are all needed.');
  }
  if (!isRole(role))
    throw new Error(`--role is "${role}", but must be one of ${ROLES.join(', ')}.`);
  return async (app) => {
    const password = (await text(process.stdin)).replace(/\r?\n$/, '');
    const { user } = await app.get(CreateUser).run({ email, name: name.trim(), role, password });
    return { lines: [user.id], succeeded: true };
  };
}

async function verify(app: INestApplicationContext): Promise<Outcome> {
  const { holds, movements, headHash, invariants } = await app.get(VerifyService).run();
  const lines = invariants.map(
    (each) =>
      `${each.holds ? 'holds ' : 'BROKEN'}  ${each.name}${each.firstOffender ? `: ${each.firstOffender}` : ''}`,
  );
  const firstBroken = invariants.findIndex((each) => !each.holds);
  const shown = firstBroken === -1 ? lines : lines.slice(0, firstBroken + 1);
  return { lines: [...shown, `${movements} movements, head ${headHash}`], succeeded: holds };
}

async function rebuild(app: INestApplicationContext): Promise<Outcome> {
  await app.get(RebuildService).run();
  return { lines: ['Balances and projections were made again from the entries.'], succeeded: true };
}

function runJob(name: string, asOf: string | undefined): Command {
  const moment = asOf === undefined ? undefined : momentOf(asOf);
  return async (app) => {
    const { run } = await app.get(RunJob).run(name, { asOf: moment });
    return { lines: [JSON.stringify(run)], succeeded: run.outcome !== 'failed' };
  };
}

function explain(error: unknown): string {
  if (error instanceof Problem) {
    const errors = error.errors.map(({ path, message }) => `${path}: ${message.en}`);
    return [error.detail.en, ...errors].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<number> {
  let command: Command;
  try {
    command = readCommand(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${explain(error)}\n\n${USAGE}`);
    return 2;
  }
  const settings = { ...loadSettings(), schedules: false, logLevel: 'error' as const };
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings, new Clock()), {
    logger: false,
    abortOnError: false,
  });
  try {
    const { lines, succeeded } = await command(app);
    process.stdout.write(`${lines.join('\n')}\n`);
    return succeeded ? 0 : 1;
  } finally {
    await app.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  },
);
