import { Problem } from '../problem.js';
import { emailKeyOf, requireEmail, requireName, requirePassword } from './credentials.js';

/** What is wrong with it; undefined where nothing is. */
function weaknessOf(password: string): string | undefined {
  try {
    requirePassword(password, 'ana@example.org');
    return undefined;
  } catch (error) {
    return (error as Problem).detail.en;
  }
}

describe('a password', () => {
  it('has 10 to 200 characters, of whatever kind', () => {
    expect(weaknessOf('123456789')).toContain('has 9 characters');
    expect(weaknessOf('1234567890')).toBeUndefined();
    expect(weaknessOf('šđčćžŠĐČĆŽ')).toBeUndefined();
    expect(weaknessOf('x'.repeat(200))).toBeUndefined();
    expect(weaknessOf('x'.repeat(201))).toContain('has 201 characters');
  });

  it('is counted in characters as people see them, however they are composed', () => {
    expect(weaknessOf('č'.normalize('NFD').repeat(9))).toContain('has 9 characters');
    expect(weaknessOf('😀'.repeat(9))).toContain('has 9 characters');
  });

  it('is not the e-mail address', () => {
    expect(weaknessOf('ANA@example.org')).toContain('is the e-mail address');
  });
});

describe('a name', () => {
  it('is something, and no novel', () => {
    expect(requireName(' Ana Anić ')).toBe('Ana Anić');
    for (const text of ['', '  ', 'x'.repeat(201)]) expect(() => requireName(text)).toThrow('rule');
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
