import { Problem } from '../../problem.js';

const MAXIMUM_DEPTH = 32;

/**
 * Refuses text that no database and no phone could keep: NUL, half a surrogate pair. What is nested without end was refused before.
 *
 * @throws Problem `malformed`, with the path of the offending member
 */
export function refuseUnkeepable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (!isKeepable(value)) throw unkeepable(path);
    return;
  }
  for (const [key, member, place] of membersOf(value, path)) {
    if (!isKeepable(key)) throw unkeepable(path);
    refuseUnkeepable(member, place);
  }
}

/**
 * Refuses what is nested so deeply that whoever walks through it would run out of stack.
 *
 * @throws Problem `malformed`, with the path at which it becomes too deep
 */
export function refuseTooDeep(value: unknown, path: string, depth = 0): void {
  if (depth > MAXIMUM_DEPTH) throw tooDeep(path);
  for (const [, member, place] of membersOf(value, path)) refuseTooDeep(member, place, depth + 1);
}

function isKeepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function membersOf(value: unknown, path: string): [key: string, member: unknown, place: string][] {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).map(([key, member]) => {
    const place = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return [key, member, place];
  });
}

function unkeepable(path: string): Problem {
  return new Problem('malformed', {
    errors: [
      {
        path,
        message: {
          en: 'This text holds a NUL character or half a character. Remove it.',
          sr: 'Ovaj tekst sadrži NUL ili pola znaka. Uklonite ga.',
        },
      },
    ],
  });
}

function tooDeep(path: string): Problem {
  return new Problem('malformed', {
    errors: [
      {
        path: path.slice(0, 200),
        message: { en: 'This is nested too deeply.', sr: 'Ovo je ugnežđeno preduboko.' },
      },
    ],
  });
}
