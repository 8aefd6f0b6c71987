import type { FastifyRequest } from 'fastify';
import { Problem } from '../../problem.js';

/** As much of a refused body is read and thrown away, so that its sender, still writing, gets to read why. */
const MAXIMUM_DRAINED_BYTES = 256 * 1024 * 1024;

/** @throws Problem `too_large` where the request announces more than the limit */
export async function refuseTooLarge(request: FastifyRequest, limitBytes: number): Promise<void> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced <= limitBytes) return;
  if (announced <= MAXIMUM_DRAINED_BYTES) await drain(request);
  throw new Problem('too_large', {
    detail: {
      en: `The request has ${announced} bytes; at most ${limitBytes} are accepted. Send it in parts. Nothing of it was kept.`,
      sr: `Zahtev ima ${announced} bajtova, a prima se najviše ${limitBytes}. Pošaljite ga u delovima. Ništa od njega nije sačuvano.`,
    },
  });
}

function drain({ raw }: FastifyRequest): Promise<void> {
  return new Promise((resolve) => {
    raw.once('end', resolve).once('close', resolve).resume();
  });
}
