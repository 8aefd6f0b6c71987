import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, startProcess, waitUntilReady } from '../support/server-process.js';

describe('the pages, as the built service serves them', () => {
  let directory: string;
  let server: ServerProcess;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'domet-pages-'));
    server = await startProcess('main', { DATA_DIR: directory, SCHEDULES: 'off' });
    await waitUntilReady(server.url);
  }, 60_000);
  afterAll(async () => {
    await server.end('SIGTERM');
    await rm(directory, { recursive: true, force: true });
  });

  const open = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ answer: Response; html: string }> => {
    const answer = await fetch(server.url + path, { headers });
    return { answer, html: await answer.text() };
  };

  it.each(['/', '/coverage', '/batches/01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e', '/no/such/page'])(
    'has the page at %s, kept by no cache',
    async (path) => {
      const { answer, html } = await open(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(html).toContain('<div id="root">');
    },
  );

  it('answers an unknown address of the interface with a problem, not with a page', async () => {
    for (const path of ['/api/v1/nothing', '/health/nothing']) {
      const { answer } = await open(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json',
      ]);
    }
  });

  it.each([
    ['sr-Latn', {}],
    ['en', { 'accept-language': 'en-GB,en;q=0.9' }],
    ['sr-Cyrl', { 'accept-language': 'en', cookie: 'a=b; domet_language=sr-Cyrl' }],
    ['en', { 'accept-language': 'en', cookie: 'domet_language="><script>' }],
  ])('speaks %s from the first byte to whoever asks so: %j', async (language, headers) => {
    const { html } = await open('/', headers);
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).not.toContain('"><script>"');
    const words = /<link rel="modulepreload" href="(\/assets\/[^"]+)" \/><\/head>/.exec(html)![1]!;
    const { answer, html: script } = await open(words);
    expect(answer.status).toBe(200);
    expect(script).toContain({ 'sr-Latn': 'Danas', 'sr-Cyrl': 'Данас', en: 'Today' }[language]);
  });

  it('begins with a small file that stands alone, and names what that will load', async () => {
    const { html } = await open('/');
    const entry = /<script async type="module"[^>]* src="([^"]+)"/.exec(html)![1]!;
    const { html: script } = await open(entry);
    expect(script).not.toMatch(/^import\b|[;}]import\b(?!\()/);
    expect(script.length).toBeLessThan(60_000);
    expect(script).toContain('/api/v1/auth/me');
    const later = [...script.matchAll(/import\(`\.\/(start-[^`]+)`\)/g)].map(([, file]) => file!);
    expect(later).toHaveLength(1);
    const named = [...html.matchAll(/rel="modulepreload" href="\/assets\/([^"]+)"/g)];
    const files = named.map(([, file]) => file!);
    expect(files).toContain(later[0]);
    const { html: start } = await open(`/assets/${later[0]}`);
    const needed = [...start.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)];
    expect(needed.length).toBeGreaterThan(0);
    for (const [, file] of needed) expect(files).toContain(file);
  });

  it('is dark at once for whoever chose so', async () => {
    const { html } = await open('/', { cookie: 'domet_theme=dark' });
    expect(html).toContain('data-mantine-color-scheme="dark"');
    expect((await open('/', { cookie: 'domet_theme=x"' })).html).not.toContain('data-mantine');
  });

  it('sends its files compressed, and to be kept for ever under their names', async () => {
    const { html } = await open('/');
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(html)![1]!;
    const { answer } = await open(style, { 'accept-encoding': 'br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const icon = await open('/icon.svg');
    expect(icon.answer.headers.get('content-type')).toBe('image/svg+xml');
  });

  it('runs no script but its own', async () => {
    const { answer } = await open('/');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('script-src');
  });
});
