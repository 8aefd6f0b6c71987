import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FirstAdministrator } from './access/first-administrator.service.js';
import { AppModule } from './app.module.js';
import { Clock } from './platform/clock/clock.js';
import type { Settings } from './platform/config/settings.js';
import { describeApi } from './platform/http/openapi.js';
import { addCsrfToken } from './platform/http/api-page.js';
import { refuseTooLarge } from './platform/http/body-limit.js';
import { nameInlineScripts } from './platform/http/page-shell.js';
import { type PageFacts, servePages } from './platform/http/pages.js';
import { createLogger, NestLogger } from './platform/logging/logger.js';

const OUTSIDE_THE_API = ['health/live', 'health/ready'];

/** The browser's side as built, beside the sources as well as beside what is built from them. */
const PAGES = fileURLToPath(new URL('../web/dist', import.meta.url));

/** How long requests under way have once the service was told to end. */
const GRACE_MS = 5_000;

/** Builds the service, not yet listening. Its clock is the machine's, unless a story of another time is to be told. */
export async function createApp(
  settings: Settings,
  clock: Clock = new Clock(),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: settings.bodyLimitBytes,
    trustProxy: settings.trustProxy,
    // A path of our longest ids is far shorter; the default of 100 refuses some of them.
    routerOptions: { maxParamLength: 500 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(settings, clock),
    adapter,
    {
      logger: new NestLogger(createLogger(settings)),
      abortOnError: false,
    },
  );
  const server = app.getHttpAdapter().getInstance();
  // Only JSON is read: plain text is 415, as any other kind.
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', (request) => refuseTooLarge(request, settings.bodyLimitBytes));
  server.addHook('preClose', (done) => {
    // Requests under way are answered first; a connection on which nobody ever asks would keep the process for a minute.
    setTimeout(() => app.getHttpServer().closeAllConnections(), GRACE_MS).unref();
    done();
  });
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API });
  await app.register(compress, { threshold: 2048 });
  await app.register(helmet, {
    // Only where people come by TLS: else a browser would never come back.
    strictTransportSecurity: settings.publicUrl?.startsWith('https:') ?? false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...nameInlineScripts(PAGES)],
        // The API's page writes styles into itself.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
      },
    },
  });
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Domet API',
    swaggerOptions: {
      persistAuthorization: true,
      docExpansion: 'none',
      tagsSorter: 'alpha',
      requestInterceptor: addCsrfToken,
    },
  });
  await servePages(app, { directory: PAGES, tell: (request) => tellPage(app, request) });
  // Ends with 0 once what was under way is finished: whoever asked is told that it went well.
  app.enableShutdownHooks([], { useProcessExit: true });
  return app;
}

const FIRST_LINK = /^\/welcome(?:\?|$)/;

/** The link that makes the first administrator says at once when it is spent. */
async function tellPage(
  app: NestFastifyApplication,
  request: FastifyRequest,
): Promise<PageFacts | undefined> {
  if (!FIRST_LINK.test(request.url)) return undefined;
  const token = new URL(request.url, 'http://page').searchParams.get('token') ?? '';
  const isGood = await app.get(FirstAdministrator).isGood(token);
  return isGood ? undefined : { status: 403, attributes: { 'data-link': 'spent' } };
}
