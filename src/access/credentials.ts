/**
 * The rule: a person is known by their e-mail address, whatever its letters' case, and proves it by a password long
 * enough to withstand guessing. Length is what counts (NIST SP 800-63B), so there are no demands on kinds of characters.
 */
import { Problem, type Text } from '../problem.js';

export const EMAIL_MAX_LENGTH = 254;
export const NAME_MAX_LENGTH = 200;
export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 200;

const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/u;

/** What an address is compared by. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** @throws Problem `rule` where it is no e-mail address. */
export function requireEmail(text: string, path = 'email'): string {
  const email = text.trim().normalize('NFC');
  if (email.length <= EMAIL_MAX_LENGTH && EMAIL.test(email)) return email;
  throw new Problem('rule', {
    errors: [
      {
        path,
        message: {
          en: 'Give an e-mail address, such as ana@example.org.',
          sr: 'Navedite adresu e-pošte, na primer ana@example.org.',
        },
      },
    ],
  });
}

/** @throws Problem `rule` where it is blank or too long. */
export function requireName(text: string, path = 'name'): string {
  const name = text.trim();
  if (name !== '' && name.length <= NAME_MAX_LENGTH) return name;
  throw new Problem('rule', {
    errors: [
      {
        path,
        message: {
          en: `Give a name of at most ${NAME_MAX_LENGTH} characters.`,
          sr: `Navedite ime, najviše ${NAME_MAX_LENGTH} znakova.`,
        },
      },
    ],
  });
}

/** The same password typed on another keyboard or system may be composed in another way. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/** @throws Problem `rule` where it is too short, too long, or nothing but the e-mail address. */
export function requirePassword(password: string, email: string, path = 'password'): void {
  const message = describeWeakness(password, email);
  if (message !== undefined) throw new Problem('rule', { errors: [{ path, message }] });
}

function describeWeakness(password: string, email: string): Text | undefined {
  const length = Array.from(normalisePassword(password)).length;
  if (length < PASSWORD_MIN_LENGTH) {
    return {
      en: `The password has ${length} characters. Choose at least ${PASSWORD_MIN_LENGTH}.`,
      sr: `Lozinka ima znakova: ${length}. Izaberite najmanje ${PASSWORD_MIN_LENGTH}.`,
    };
  }
  if (length > PASSWORD_MAX_LENGTH) {
    return {
      en: `The password has ${length} characters. Choose at most ${PASSWORD_MAX_LENGTH}.`,
      sr: `Lozinka ima znakova: ${length}. Izaberite najviše ${PASSWORD_MAX_LENGTH}.`,
    };
  }
  if (emailKeyOf(password) !== emailKeyOf(email)) return undefined;
  return {
    en: 'The password is the e-mail address. Choose another.',
    sr: 'Lozinka je ista kao adresa e-pošte. Izaberite drugu.',
  };
}
