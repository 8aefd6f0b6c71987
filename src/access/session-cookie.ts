/** The rule: a session's secret travels in a cookie that no script reads, no other site's form sends, and TLS keeps. */
export const SESSION_COOKIE = 'domet_session';

export interface CookieChoice {
  readonly path: '/';
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  readonly maxAge: number;
}

/** @param protocol as the browser sees it: behind a proxy, what the proxy says */
export function describeSessionCookie(protocol: string, maxAgeSeconds: number): CookieChoice {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https',
    maxAge: maxAgeSeconds,
  };
}

/** The secret of `Authorization: Bearer …`; undefined where the header says something else. */
export function readBearer(header: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]{1,200}=*) *$/i.exec(header ?? '')?.[1];
}

/** Whether the request means to prove itself by a token, however badly; then its cookie does not count. */
export function isBearer(header: string | undefined): boolean {
  return /^Bearer\b/i.test(header ?? '');
}
