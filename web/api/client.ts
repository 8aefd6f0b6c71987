import createClient, { type Middleware } from 'openapi-fetch';
import { NoAnswer, type ProblemBody, Refusal } from './refusal.js';
import type { paths } from './schema.js';

let csrfToken = (): string | undefined => undefined;
let language = 'sr-Latn';
let answer = (request: Request): Promise<Response> => fetch(request);

/** Where the token of the session lies that its pages send back with what they change. */
export function takeCsrfTokenFrom(source: () => string | undefined): void {
  csrfToken = source;
}

/** Who answers when no browser is: the service itself, drawing a page. */
export function askAt(service: (request: Request) => Promise<Response>): void {
  answer = service;
}

/** The language in which the service names places and says what is wrong. */
export function askIn(wanted: string): void {
  language = wanted;
}

const READS = new Set(['GET', 'HEAD']);

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    const token = READS.has(request.method) ? undefined : csrfToken();
    if (token !== undefined) request.headers.set('X-CSRF-Token', token);
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

/** Only a browser knows what an address without a host belongs to. */
const baseUrl = typeof document === 'undefined' ? 'http://domet.invalid' : '';

const client = createClient<paths>({
  baseUrl,
  credentials: 'same-origin',
  fetch: (request) => answer(request),
});
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
