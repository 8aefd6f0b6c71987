/** The thread that draws. It asks for the next sheets when it has drawn the last, so that never many of them wait. */
import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import type { PaperForm } from './paper.js';
import type { FromPaperThread, ToPaperThread } from './paper-thread.js';
import { PaperRenderer } from './paper-renderer.js';

const port = parentPort;
assert(port !== null, 'runs as a thread');

function tell(message: FromPaperThread, transfer: ArrayBuffer[] = []): void {
  port!.postMessage(message, transfer);
}

const renderer = new PaperRenderer(workerData as PaperForm, (chunk) => {
  // A copy of its own: the chunk may be a window into a buffer that is used further.
  const bytes = Uint8Array.from(chunk);
  tell({ kind: 'bytes', bytes }, [bytes.buffer]);
});

port.on('message', (message: ToPaperThread) => {
  for (const sheet of message.sheets) renderer.draw(sheet);
  if (!message.isLast) {
    tell({ kind: 'next' });
    return;
  }
  void renderer.end().then(() => tell({ kind: 'done' }));
});
tell({ kind: 'next' });
