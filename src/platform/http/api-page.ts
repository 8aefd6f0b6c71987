interface PageRequest {
  readonly url: string;
  readonly method: string;
  headers: Record<string, string>;
}

/**
 * Runs in the browser, on the API's own page, before each request that it sends: whoever is signed in by cookie need not copy
 * the CSRF token into every request. It is sent there as its own text, so it may use nothing from outside itself.
 */
export async function addCsrfToken(request: PageRequest): Promise<PageRequest> {
  const changes = !['GET', 'HEAD'].includes(request.method.toUpperCase());
  if (!changes || request.headers['Authorization'] !== undefined) return request;
  const answer = await fetch('/api/v1/auth/me');
  if (answer.ok) {
    const { csrfToken } = (await answer.json()) as { csrfToken?: string };
    if (csrfToken !== undefined) request.headers['X-CSRF-Token'] = csrfToken;
  }
  return request;
}
