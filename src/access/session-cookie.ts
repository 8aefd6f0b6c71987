/**
 * The rule: a session's secret travels in a cookie that no script reads, no other site's form sends, and TLS keeps. Browsers
 * keep cookies by host, whatever the port, so two services on one host need two names for theirs.
 */

/** RFC 6265: pairs apart by semicolons; the first of a name counts. */
export function readSessionCookie(
  sessionCookie: string,
  header: string | undefined,
): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === sessionCookie && value !== undefined && value !== '') return value;
  }
  return undefined;
}

/**
 * A `Set-Cookie` header.
 *
 * @param protocol as the browser sees it: behind a proxy, what the proxy says
 * @param lifeSeconds 0 takes the cookie away
 */
export function writeSessionCookie(
  sessionCookie: string,
  secret: string,
  protocol: string,
  lifeSeconds: number,
): string {
  const secure = protocol === 'https' ? '; Secure' : '';
  return `${sessionCookie}=${secret}; Max-Age=${lifeSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The secret of `Authorization: Bearer …`; undefined where the header says something else. */
export function readBearer(header: string | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]{1,200}=*) *$/i.exec(header ?? '')?.[1];
}

/** Whether the request means to prove itself by a token, however badly; then its cookie does not count. */
export function isBearer(header: string | undefined): boolean {
  return /^Bearer\b/i.test(header ?? '');
}
