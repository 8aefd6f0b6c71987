/** A first password: long enough to withstand guessing, and read over the phone without a mistake. */
import { PASSWORD_MIN_LENGTH } from '../../src/access/credentials.js';

/** Without those that look alike: 0 o 1 l i. 31 of them, five bits each. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 4;
const LENGTH = 16;

/** Random bytes enough for one password, with some to spare for those that fall outside. */
export const PASSWORD_BYTES = 128;

/**
 * Four groups of four letters, about 79 bits. A byte that would make some letters likelier than others is passed over.
 * `bytes`: at least `PASSWORD_BYTES`, random.
 */
export function writePassword(bytes: Uint8Array): string {
  const fair = Math.floor(256 / LETTERS.length) * LETTERS.length;
  const letters = [...bytes]
    .filter((byte) => byte < fair)
    .slice(0, LENGTH)
    .map((byte) => LETTERS[byte % LETTERS.length]!);
  if (letters.length < LENGTH) throw new Error('too few random bytes for a password');
  return (letters.join('').match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

export function isLongEnough(password: string): boolean {
  return Array.from(password.normalize('NFC')).length >= PASSWORD_MIN_LENGTH;
}
