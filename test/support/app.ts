import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.js';
import type { Engine } from '../../src/platform/database/sql.js';
import { prepareDatabase } from './database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** The whole service, listening on a free port, over an empty database of its own. */
export async function startTestApp(
  engine: Engine = 'sqlite',
  environment: Record<string, string> = {},
): Promise<TestApp> {
  const { settings, remove } = await prepareDatabase(engine, environment);
  const app = await createApp(settings);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    close: async () => {
      await app.close();
      await remove();
    },
  };
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

interface RequestOptions {
  readonly headers?: Record<string, string>;
}

/** Speaks to the service over real HTTP, as one person: `asCoordinator.post('/batches', {…})`. */
export class ApiClient {
  constructor(
    private readonly baseUrl: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The same client with further headers on each request. */
  with(headers: Record<string, string>): ApiClient {
    return new ApiClient(this.baseUrl, { ...this.headers, ...headers });
  }

  get<T = Record<string, never>>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, options);
  }

  post<T = Record<string, never>>(
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, options);
  }

  put<T = Record<string, never>>(
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, options);
  }

  patch<T = Record<string, never>>(
    path: string,
    body: unknown,
    version: number,
  ): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body, { headers: { 'if-match': `"${version}"` } });
  }

  delete<T = Record<string, never>>(path: string, version?: number): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, undefined, {
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });
  }

  private async send<T>(
    method: string,
    path: string,
    body: unknown,
    options: RequestOptions = {},
  ): Promise<Answer<T>> {
    const response = await fetch(
      `${this.baseUrl}${path.startsWith('/api') || path.startsWith('/health') ? '' : '/api/v1'}${path}`,
      {
        method,
        headers: {
          'accept-language': 'en',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...this.headers,
          ...options.headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        redirect: 'manual',
      },
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as T,
    };
  }
}
