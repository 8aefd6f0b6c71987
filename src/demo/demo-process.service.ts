import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { Problem } from '../problem.js';
import type { DemoAccount, DemoMessage } from './demo-message.js';
import { findDemoObstacle } from './demo-offer.js';
import type { DemoDto, DemoState } from './dto/demo.dto.js';

/** The program beside this one's, as built. */
const PROGRAM = fileURLToPath(new URL('../demo.js', import.meta.url));
/** A slow machine takes minutes; what takes longer hangs. */
const START_MS = 5 * 60_000;
/** How long it has to end by itself. */
const GRACE_MS = 3_000;
/** Of what it says of its troubles, so many characters at the end. */
const KEPT_TROUBLE = 4_000;

interface Progress {
  readonly state: DemoState;
  readonly progress?: number;
  readonly url?: string;
  readonly accounts?: DemoAccount[];
}

/**
 * The demo as a process of its own: its folder, its database and its cookie are not those of the service, so nothing that is
 * tried there is ever found here. At most one; it ends with the service, however that ends.
 */
@Injectable()
export class DemoProcess implements OnModuleDestroy {
  private readonly logger = new Logger('Demo');
  private child: ChildProcess | undefined;
  private progress: Progress = { state: 'off' };

  constructor(private readonly settings: Settings) {}

  describe(): DemoDto {
    return { available: findDemoObstacle(this.settings) === undefined, ...this.progress };
  }

  /** Starts it where it does not run. @throws Problem `conflict` */
  start(): DemoDto {
    const obstacle = findDemoObstacle(this.settings);
    if (obstacle !== undefined) throw new Problem('conflict', { detail: obstacle });
    if (this.child === undefined) this.follow(this.launch());
    return this.describe();
  }

  /** Ends it and waits until it is gone. */
  async end(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    this.progress = { state: 'off' };
    if (child !== undefined) await endChild(child);
  }

  onModuleDestroy(): Promise<void> {
    return this.end();
  }

  private launch(): ChildProcess {
    return fork(PROGRAM, {
      // Only what is named: what the service knows, the address of its database above all, is not for the demo; and what
      // stands here, even where it is empty, comes before a `.env`.
      env: {
        HOST: this.settings.host,
        PORT: '0',
        DATABASE_URL: '',
        DATABASE_READ_URL: '',
        PUBLIC_URL: '',
        TRUST_PROXY: 'off',
        SESSION_COOKIE: this.settings.sessionCookie,
        LOG_LEVEL: 'error',
        TMPDIR: tmpdir(),
      },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  }

  private follow(child: ChildProcess): void {
    this.child = child;
    this.progress = { state: 'starting', progress: 0 };
    let trouble = '';
    const isMine = (): boolean => this.child === child;
    const timer = setTimeout(() => child.kill('SIGKILL'), START_MS);
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      trouble = (trouble + text).slice(-KEPT_TROUBLE);
    });
    child.on('message', (message: DemoMessage) => {
      if (!isMine()) return;
      if (message.kind === 'ready') clearTimeout(timer);
      this.progress = progressOf(message);
    });
    const fail = (how: string): void => {
      clearTimeout(timer);
      if (!isMine()) return;
      this.child = undefined;
      this.progress = { state: 'failed' };
      this.logger.error(`The demo ended (${how}). ${trouble}`);
    };
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(String(signal ?? code)));
  }
}

function progressOf(message: DemoMessage): Progress {
  if (message.kind === 'progress') return { state: 'starting', progress: message.progress };
  return { state: 'ready', url: message.url, accounts: [...message.accounts] };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  clearTimeout(timer);
}
