import type { Text } from '../problem.js';

/** What decides whether the demo can be started beside the service. */
interface Surroundings {
  readonly offersDemo: boolean;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
}

/**
 * The demo's accounts and passwords are known to everybody, and it listens on a port of its own: so only where the service is
 * for this machine alone, and whoever asks sits at it.
 *
 * @returns why it cannot be started from here, and what to do instead; undefined where it can
 */
export function findDemoObstacle(surroundings: Surroundings): Text | undefined {
  if (!surroundings.offersDemo)
    return {
      en: 'The demo cannot be started from this service (DEMO=off). Run `npm run demo` where Domet is installed.',
      sr: 'Ogledni primer se ne pokreće iz ovog servisa (`DEMO=off`). Pokrenite `npm run demo` tamo gde je Domet instaliran.',
    };
  if (isForThisMachine(surroundings)) return undefined;
  return {
    en: 'This service is reached from other machines, and the demo’s passwords are known to everybody. Run `npm run demo` on a machine of your own instead.',
    sr: 'Do ovog servisa se dolazi sa drugih računara, a lozinke oglednog primera su svima poznate. Umesto toga pokrenite `npm run demo` na svom računaru.',
  };
}

function isForThisMachine({ host, publicUrl, trustProxy }: Surroundings): boolean {
  if (trustProxy || !isLoopback(host)) return false;
  return publicUrl === undefined || isLoopback(new URL(publicUrl).hostname);
}

/** RFC 5735, RFC 4291. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || /^127(\.\d{1,3}){3}$/.test(host) || /^\[?::1\]?$/.test(host);
}
