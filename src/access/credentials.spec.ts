import { Problem } from '../problem.js';
import { emailKeyOf, requireEmail, requirePassword } from './credentials.js';

function check(password: string, refusal?: string, email = 'ana@example.org'): void {
  const attempt = (): void => requirePassword(password, email);
  if (refusal === undefined) expect(attempt).not.toThrow();
  else expect(attempt).toThrow(refusal);
}

describe('a password', () => {
  it('has 10 to 200 characters, of whatever kind', () => {
    check('123456789', 'has 9 characters');
    check('1234567890');
    check('šđčćžŠĐČĆŽ');
    check('x'.repeat(200));
    check('x'.repeat(201), 'has 201 characters');
  });

  it('is counted in characters as people see them, however they are composed', () => {
    check('č'.normalize('NFD').repeat(9), 'has 9 characters');
    check('😀'.repeat(9), 'has 9 characters');
  });

  it('is not the e-mail address', () => {
    check('ANA@example.org', 'is the e-mail address');
  });
});

describe('an e-mail address', () => {
  it.each(['ana@example.org', 'ANA.Anić+1@пример.срб', 'admin@localhost'])('may be %s', (email) => {
    expect(requireEmail(` ${email} `)).toBe(email);
  });

  it.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'a b@example.org',
    'a@b@c',
    `${'a'.repeat(250)}@b.rs`,
  ])('is not "%s"', (text) => {
    expect(() => requireEmail(text)).toThrow(Problem);
  });

  it('is the same in whatever case', () => {
    expect(emailKeyOf(' Ana.ANIĆ@Example.org ')).toBe(emailKeyOf('ana.anić@example.ORG'));
  });
});
