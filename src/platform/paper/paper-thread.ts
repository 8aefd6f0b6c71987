import { Worker } from 'node:worker_threads';
import type { PaperForm, PaperSheet } from './paper.js';

/** What the drawing thread is told, and what it tells. */
export interface ToPaperThread {
  readonly sheets: readonly PaperSheet[];
  readonly isLast: boolean;
}

export type FromPaperThread =
  | { readonly kind: 'next' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'done' };

/** Sheets that are made and sent at once: a few milliseconds of work, between which others get their turn. */
const SHEETS_AT_ONCE = 20;
/** Above what twenty thousand labels need; a file that needs more is given up, not the service. */
const MAXIMUM_HEAP_MEBIBYTES = 512;

const SCRIPT = new URL('./paper.worker.js', import.meta.url);

/** Draws the sheets in a thread of its own, which ends with the file, with an error, or when `signal` says so. */
export async function drawInThread(
  form: PaperForm,
  sheets: Iterator<PaperSheet>,
  signal: AbortSignal,
): Promise<Buffer> {
  const worker = new Worker(SCRIPT, {
    workerData: form,
    // The service's own flags are not for this script.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAXIMUM_HEAP_MEBIBYTES },
  });
  try {
    return await followThread(worker, sheets, signal);
  } finally {
    await worker.terminate();
  }
}

function followThread(
  worker: Worker,
  sheets: Iterator<PaperSheet>,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the drawing thread ended with ${code}`)));
    worker.on('message', (message: FromPaperThread) => {
      try {
        if (message.kind === 'next') worker.postMessage(takeSheets(sheets), []);
        else if (message.kind === 'bytes') chunks.push(message.bytes);
        else resolve(Buffer.concat(chunks));
      } catch (error) {
        // What a sheet could not be made of is told to whoever asked for the file.
        reject(error);
      }
    });
  });
}

function takeSheets(sheets: Iterator<PaperSheet>): ToPaperThread {
  const taken: PaperSheet[] = [];
  while (taken.length < SHEETS_AT_ONCE) {
    const { done, value } = sheets.next();
    if (done === true) return { sheets: taken, isLast: true };
    taken.push(value);
  }
  return { sheets: taken, isLast: false };
}
