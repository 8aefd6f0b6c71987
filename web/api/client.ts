import createClient, { type Middleware } from 'openapi-fetch';
import { NoAnswer, type ProblemBody, Refusal } from './refusal.js';
import type { paths } from './schema.js';

let csrfToken: string | undefined;
let language = 'sr-Latn';

/** The token that a session's pages send back with what they change. */
export function keepCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** The language in which the service names places and says what is wrong. */
export function askIn(wanted: string): void {
  language = wanted;
}

const READS = new Set(['GET', 'HEAD']);

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    if (csrfToken !== undefined && !READS.has(request.method))
      request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    throw new Refusal(await readProblem(response));
  },
  onError: ({ error }) =>
    error instanceof Refusal ? error : new NoAnswer('No answer', { cause: error }),
};

/** A proxy on the way may answer with a page of its own. */
async function readProblem(response: Response): Promise<ProblemBody> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') === true)
    return (await response.json()) as ProblemBody;
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: '',
    code: 'unexpected',
    errors: [],
  };
}

const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
client.use(manners);

/** The service's interface, typed by its OpenAPI document: `api.GET('/api/v1/flags', { params: { query: { campaign } } })`. */
export const api = client;

/**
 * The body of an answer that came: refusals and missing answers are thrown (`Refusal`, `NoAnswer`).
 * `await read(api.GET(…))`.
 */
export async function read<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data } = await answer;
  return data as T;
}
