import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '../../problem.js';

interface Address {
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
}

/**
 * Listens, and answers the address under which it does: `http://127.0.0.1:3000`.
 * @throws Problem `rule` where another program listens there
 */
export async function listen(app: NestFastifyApplication, address: Address): Promise<string> {
  try {
    await app.listen(address.port, address.host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const message = {
      en: `Another program already listens on port ${address.port}, perhaps Domet itself. End it, or set PORT to another number.`,
      sr: `Drugi program već sluša na portu ${address.port}, možda sam Domet. Zaustavite ga ili postavite PORT na drugi broj.`,
    };
    throw new Problem('rule', { errors: [{ path: 'PORT', message }] });
  }
  const { port } = new URL(await app.getUrl());
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `http://${host}:${port}`;
}

/** Why the service cannot start, for whoever started it: in sentences where it is theirs to mend, else with its stack. */
export function explainStart(error: unknown): string {
  if (error instanceof Problem)
    return [error.detail, ...error.errors.slice(1).map(({ message }) => message)]
      .map(({ en }) => en)
      .join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
