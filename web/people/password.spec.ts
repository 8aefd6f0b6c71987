import fc from 'fast-check';
import { requirePassword } from '../../src/access/credentials.js';
import { isLongEnough, PASSWORD_BYTES, writePassword } from './password.js';

describe('a password that is made', () => {
  const randomBytes = fc.uint8Array({ minLength: PASSWORD_BYTES, maxLength: PASSWORD_BYTES });

  it('is one that the service takes, in four groups without letters that look alike', () => {
    fc.assert(
      fc.property(randomBytes, (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 248).length >= 16);
        const password = writePassword(bytes);
        expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
        expect(() => requirePassword(password, 'ana@example.org')).not.toThrow();
      }),
    );
  });

  it('is as random as the bytes: none of those passed over has a say', () => {
    const bytes = new Uint8Array(PASSWORD_BYTES).fill(255);
    expect(() => writePassword(bytes)).toThrow();
    bytes.set(
      Array.from({ length: 16 }, (_, index) => index),
      100,
    );
    expect(writePassword(bytes)).toBe('abcd-efgh-jkmn-pqrs');
  });

  it.each([
    ['kratka', false],
    ['devetslov', false],
    ['deset slov', true],
    ['čšžđćčšžđć', true],
  ])('%j is long enough: %s', (password, expected) => {
    expect(isLongEnough(password)).toBe(expected);
  });
});
