import { ApiClient } from './app.js';
import type { ServerProcess } from './server-process.js';

const PRINTED_MS = 10_000;
const LOOK_MS = 20;

/** Makes the first administrator by the link that start printed; answers a client with their session. */
export async function signInFirst(server: ServerProcess): Promise<ApiClient> {
  const deadline = Date.now() + PRINTED_MS;
  let token: string | undefined;
  while (token === undefined && Date.now() < deadline) {
    token = server.lines.map((line) => /token=(\S+)/.exec(line)?.[1]).find(Boolean);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const client = new ApiClient(server.url);
  const { headers, body } = await client.post<{ csrfToken: string }>('/auth/first-administrator', {
    token,
    email: 'ana@example.org',
    name: 'Ana',
    password: 'korak po korak',
  });
  return client.with({
    cookie: headers.get('set-cookie')!.split(';')[0]!,
    'x-csrf-token': body.csrfToken,
  });
}
