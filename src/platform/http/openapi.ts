import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PROBLEMS } from '../../problem.js';
import { Settings } from '../config/settings.js';

type Json = Record<string, unknown>;

const DESCRIPTION = `Domet tracks every piece of a campaign's materials from the print run to the hand that took it, and
flags the municipalities that have not received them.

**Signing in**: \`POST /auth/login\` gives a session cookie and a \`csrfToken\` to send back as \`X-CSRF-Token\`; scripts use
\`Authorization: Bearer <personal access token>\`. On this page, run \`POST /auth/login\` once: from then on everything is sent as you.

**Sending again**: every create and command takes an id made by the client (\`id\`, or \`commandId\` on a path). The same id and
content again is answered 200 with the present state and books nothing twice; other content under that id is 409 \`id_reused\`.

**Changing**: PATCH and DELETE want \`If-Match\` with the ETag that you read.

**Times** are ISO 8601 in UTC; a date alone means the end of that day in Europe/Belgrade.

Register data: Statistical Office of the Republic of Serbia (codes, census 2022; modified) · GeoNames (CC BY 4.0) · Wikidata (CC0) ·
Who's On First / Mesoshapes.`;

/** The OpenAPI 3.1 document of every route that the service has. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Domet')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(app.get(Settings).sessionCookie, { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token');
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  });
  addProblems(document);
  sayExamplesInWords(document);
  return writeAs31(document) as OpenAPIObject;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every route can answer with a problem; which codes there are stands in one schema. */
function addProblems(document: OpenAPIObject): void {
  document.components ??= {};
  document.components.schemas ??= {};
  document.components.schemas['Problem'] = PROBLEM_SCHEMA as never;
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const answers = operation.responses as unknown as Record<string, Json>;
      for (const status of ['400', '4XX']) answers[status] ??= { description: 'Refused.' };
      for (const [status, answer] of Object.entries(answers)) {
        if (status.startsWith('4')) answer['content'] ??= PROBLEM_CONTENT;
      }
    }
  }
}

/**
 * The page writes the example of a parameter into its field, so that whoever tries a list would filter it by all of them at once.
 * The examples of what may be left out are therefore said in words.
 */
function sayExamplesInWords(document: OpenAPIObject): void {
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      for (const parameter of (item[method]?.parameters ?? []) as Parameter[]) {
        if (parameter.in !== 'query' || parameter.required === true) continue;
        const example = parameter.example ?? parameter.schema?.example;
        delete parameter.example;
        delete parameter.schema?.example;
        if (example === undefined) continue;
        const words = `For example \`${JSON.stringify(example).replaceAll('"', '')}\`.`;
        parameter.description = [parameter.description, words].filter(Boolean).join(' ');
      }
    }
  }
}

interface Parameter {
  readonly in: string;
  readonly required?: boolean;
  description?: string;
  example?: unknown;
  readonly schema?: { example?: unknown };
}

const PROBLEM_SCHEMA = {
  type: 'object',
  description:
    'RFC 9457. `code` is for programs, `detail` says what to do, `errors` names each offending field.',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors'],
  properties: {
    type: { type: 'string', example: 'urn:domet:problem:insufficient_stock' },
    title: { type: 'string', example: 'Not enough stock' },
    status: { type: 'integer', example: 409 },
    detail: { type: 'string' },
    code: { type: 'string', enum: [...Object.keys(PROBLEMS), 'unexpected'] },
    instance: { type: 'string', example: '/api/v1/stock/issues' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', example: 'lines[0].quantity' },
          message: { type: 'string' },
        },
      },
    },
  },
};

const PROBLEM_CONTENT = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

/** OpenAPI 3.1 has no `nullable`: null is one of the types. */
function writeAs31(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(writeAs31);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...members } = value as Json;
  const written = Object.fromEntries(
    Object.entries(members).map(([key, member]) => [key, writeAs31(member)]),
  );
  if (nullable !== true) return written;
  if (typeof written['type'] === 'string') {
    const withNull = { ...written, type: [written['type'], 'null'] };
    return 'enum' in withNull
      ? { ...withNull, enum: [...(withNull.enum as unknown[]), null] }
      : withNull;
  }
  const { description, example, ...schema } = written;
  return {
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
    anyOf: [schema, { type: 'null' }],
  };
}
