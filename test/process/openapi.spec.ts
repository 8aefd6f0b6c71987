import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startProcess } from '../support/server-process.js';

type Json = Record<string, unknown>;

interface Operation {
  readonly name: string;
  readonly body: Json;
  readonly responses: Record<string, { content?: Record<string, { schema?: Json }> }>;
}

/** The document is made by the build (it reads types and comments), so it is looked at as the built service gives it. */
describe('the OpenAPI document', () => {
  let directory: string;
  let server: ServerProcess;
  let document: {
    openapi: string;
    paths: Record<string, Record<string, Json>>;
    components: { schemas: Json };
  };
  let operations: Operation[];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'domet-openapi-'));
    server = await startProcess('main', { DATA_DIR: directory, SCHEDULES: 'off' });
    document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as typeof document;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, body]) => ({
        name: `${method.toUpperCase()} ${path}`,
        body,
        responses: body['responses'] as Operation['responses'],
      })),
    );
  }, 60_000);
  afterAll(async () => {
    await server.end('SIGTERM');
    await rm(directory, { recursive: true, force: true });
  });

  const those = (isWrong: (operation: Operation) => boolean): string[] =>
    operations.filter(isWrong).map(({ name }) => name);

  it('is of version 3.1, without what 3.1 no longer knows', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('refers to nothing that is not there', () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(
      ([, name]) => name!,
    );
    expect(names.length).toBeGreaterThan(100);
    expect([...new Set(names)].filter((name) => !(name in document.components.schemas))).toEqual(
      [],
    );
  });

  it('says of every route what it does and who may call it', () => {
    expect(operations.length).toBeGreaterThan(100);
    expect(
      those(({ body }) => body['description'] === undefined && body['summary'] === undefined),
    ).toEqual([]);
    expect(those(({ body }) => !Array.isArray(body['x-roles']))).toEqual([]);
  });

  it('gives every answer its schema, refusals included', () => {
    const hasSchema = (answer: Operation['responses'][string] | undefined): boolean =>
      Object.values(answer?.content ?? {}).some(
        ({ schema }) => schema !== undefined && Object.keys(schema).length > 0,
      );
    expect(
      those(({ responses }) =>
        Object.entries(responses).some(
          ([status, answer]) => status !== '204' && !hasSchema(answer),
        ),
      ),
    ).toEqual([]);
    expect(
      those(({ responses }) => !Object.keys(responses).some((status) => status.startsWith('2'))),
    ).toEqual([]);
  });

  it('comes with a page that sends the CSRF token of whoever is signed in', async () => {
    const script = await (await fetch(`${server.url}/api/docs/swagger-ui-init.js`)).text();
    expect(script).toMatch(/requestInterceptor.*addCsrfToken/);
    expect(script).toContain("headers['X-CSRF-Token']");
  });

  it('writes no example into the field of a parameter that may be left out', () => {
    const optional = operations.flatMap(({ body }) =>
      ((body['parameters'] ?? []) as Json[]).filter(
        (each) => each['in'] === 'query' && each['required'] !== true,
      ),
    );
    expect(optional.length).toBeGreaterThan(50);
    expect(optional.filter((each) => JSON.stringify(each).includes('"example"'))).toEqual([]);
  });

  it('describes a body wherever one is taken', () => {
    const named = those(
      ({ name, body }) => /^(POST|PUT|PATCH)/.test(name) && body['requestBody'] === undefined,
    );
    expect(named.sort()).toEqual(['POST /api/v1/auth/logout', 'POST /api/v1/demo']);
  });
});
