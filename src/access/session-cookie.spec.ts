import { isBearer, readBearer, readSessionCookie, writeSessionCookie } from './session-cookie.js';

describe('the session’s cookie', () => {
  it('is out of reach for scripts and other sites, and bound to TLS where there is TLS', () => {
    const cookie = 'domet_session=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax';
    expect(writeSessionCookie('domet_session', 'x', 'http', 60)).toBe(cookie);
    expect(writeSessionCookie('domet_session', 'x', 'https', 60)).toBe(`${cookie}; Secure`);
  });

  it.each([
    ['domet_session=a-B_1', 'a-B_1'],
    ['other=1; domet_session=x ;more=2', 'x'],
    ['domet_session=x; domet_session=y', 'x'],
    ['my_domet_session=x', undefined],
    ['domet_session', undefined],
    ['domet_session=', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is read from %j as %j', (header, secret) => {
    expect(readSessionCookie('domet_session', header)).toBe(secret);
  });
});

describe('the Authorization header', () => {
  it.each([
    ['Bearer domet_a-B_1', 'domet_a-B_1', true],
    ['bearer  x ', 'x', true],
    ['Bearer', undefined, true],
    ['Bearer a b', undefined, true],
    [`Bearer ${'x'.repeat(201)}`, undefined, true],
    ['Basic eDp5', undefined, false],
    ['', undefined, false],
    [undefined, undefined, false],
  ])('%j gives the token %j', (header, secret, bearer) => {
    expect(readBearer(header)).toBe(secret);
    expect(isBearer(header)).toBe(bearer);
  });
});
