import { Injectable } from '@nestjs/common';
import { Problem } from '../../problem.js';
import type { PaperForm, PaperSheet } from './paper.js';
import { drawInThread } from './paper-thread.js';

/** Files that wait for their turn, each a second or so; beyond that one is better told than left waiting. */
const MAXIMUM_WAITING = 32;
/** The largest file takes a fraction of this; beyond it something is wrong, and others wait. */
const MAXIMUM_DURATION_MS = 10 * 60_000;
const RETRY_AFTER_SECONDS = 20;

/** A file that somebody wants, and whether they still do. */
export interface PaperOrder {
  readonly form: PaperForm;
  /** Made one by one as they are drawn, so that they are never all in memory. */
  readonly sheets: Iterable<PaperSheet>;
  /** Says that nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** Prints PDF files, one after the other, in a thread beside the one that answers requests. */
@Injectable()
export class PaperPress {
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @throws Problem `busy` where too many files are waiting, or one takes too long */
  print(order: PaperOrder): Promise<Buffer> {
    if (this.waiting >= MAXIMUM_WAITING) return Promise.reject(refuseBusy());
    this.waiting += 1;
    const mine = this.turn.then(() => draw(order)).finally(() => (this.waiting -= 1));
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

/** From its sources (tests) the service runs without a build, and a thread could not load them: there it draws by itself. */
const IS_BUILT = import.meta.url.endsWith('.js');

async function draw({ form, sheets, signal }: PaperOrder): Promise<Buffer> {
  signal.throwIfAborted();
  if (!IS_BUILT) return drawHere(form, sheets);
  const timeout = AbortSignal.timeout(MAXIMUM_DURATION_MS);
  const either = AbortSignal.any([signal, timeout]);
  try {
    return await drawInThread(form, sheets[Symbol.iterator](), either);
  } catch (error) {
    throw timeout.aborted ? refuseBusy() : error;
  }
}

async function drawHere(form: PaperForm, sheets: Iterable<PaperSheet>): Promise<Buffer> {
  const { PaperRenderer } = await import('./paper-renderer.js');
  const chunks: Buffer[] = [];
  const renderer = new PaperRenderer(form, (chunk) => chunks.push(chunk));
  for (const sheet of sheets) renderer.draw(sheet);
  await renderer.end();
  return Buffer.concat(chunks);
}

function refuseBusy(): Problem {
  return new Problem('busy', {
    detail: {
      en: 'Too much is being printed at this moment. Try again in a little while, or print single consignments.',
      sr: 'U ovom trenutku se previše štampa. Pokušajte ponovo malo kasnije ili štampajte pojedine pošiljke.',
    },
    extra: { retryAfterSeconds: RETRY_AFTER_SECONDS },
  });
}
