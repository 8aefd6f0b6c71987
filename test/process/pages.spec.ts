import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../support/app.js';
import { signInFirst } from '../support/first-administrator.js';
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

  it.each(['/coverage', '/batches/01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e', '/no/such/page'])(
    'has the page at %s for the browser to draw, kept by no cache',
    async (path) => {
      const { answer, html } = await open(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(html.includes('<div id="root"></div>')).toBe(true);
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
    const words = /<link rel="modulepreload" href="(\/assets\/[^"]+)" \/><title>/.exec(html)![1]!;
    const { answer, html: script } = await open(words);
    expect(answer.status).toBe(200);
    expect(script).toContain({ 'sr-Latn': 'Danas', 'sr-Cyrl': 'Данас', en: 'Today' }[language]);
  });

  it('begins with a small file that stands alone, and names what that will load', async () => {
    const { html } = await open('/');
    const entry = /<script async type="module"[^>]* src="([^"]+)"><\/script>\s*<\/body>/.exec(
      html,
    )![1]!;
    const { html: script } = await open(entry);
    expect(script).not.toMatch(/^import\b|[;}]import\b(?!\()/);
    expect(script.length).toBeLessThan(60_000);
    expect(script).toContain('/api/v1/auth/me');
    const later = [...script.matchAll(/import\(`\.\/(first-[^`]+)`\)/g)].map(([, file]) => file!);
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
    const other = await open('/', { cookie: 'domet_theme=x"' });
    expect(other.html).toMatch(/<html lang="[^"]+">/);
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

  it('runs no script but its own, and those that stand in the page only as they were built', async () => {
    const { answer, html } = await open('/');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    const [within, ...more] = [...html.matchAll(/<script>([^]*?)<\/script>/g)];
    expect(more).toEqual([]);
    const sum = createHash('sha256').update(within![1]!).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${sum}';`);
    expect(within![1]).toContain('prefers-color-scheme');
  });

  it('brings its styles along, and names their file to whoever has it already', async () => {
    const { html } = await open('/coverage');
    expect(html.length).toBeGreaterThan(100_000);
    expect(/<style>[^]*<\/style><link disabled[^>]* rel="stylesheet"/.test(html)).toBe(true);
    const file = /rel="stylesheet" href="\/assets\/([^"]+)"/.exec(html)![1]!;
    const again = await open('/coverage', { cookie: `domet_styles=${file}` });
    expect(again.html).not.toContain('<style>');
    expect(again.html).toMatch(/<link(?! disabled)[^>]* rel="stylesheet"/);
    const former = await open('/coverage', { cookie: 'domet_styles=first-00000000.css' });
    expect(former.html).toBe(html);
  });

  it('keeps to itself what it draws with', async () => {
    expect((await open('/draw/draw.js')).answer.headers.get('content-type')).toContain('text/html');
  });

  describe('drawn before they are sent', () => {
    const ROLES = ['coordinator', 'manager'] as const;
    let people: { name: string; email: string; cookie: string }[];
    let administrator: ApiClient;

    beforeAll(async () => {
      administrator = await signInFirst(server);
      people = await Promise.all(
        ROLES.map(async (role) => {
          const credentials = { email: `${role}@example.org`, password: 'korak po korak' };
          const name = `Neko <${role}>`;
          await administrator.post('/users', { ...credentials, name, role });
          const { headers } = await new ApiClient(server.url).post('/auth/login', credentials);
          const cookie = headers.get('set-cookie')!.split(';')[0]!;
          return { name, email: credentials.email, cookie };
        }),
      );
    });

    const isDrawn = (html: string): boolean => html.includes('id="drawn"');
    const readDrawn = (html: string): { address: string; answers: { queries: unknown[] } } =>
      JSON.parse(
        /<script id="drawn" type="application\/json">([^]*?)<\/script>/.exec(html)![1]!,
      ) as ReturnType<typeof readDrawn>;

    it.each([
      ['sr-Latn', 'Prijava'],
      ['sr-Cyrl', 'Пријава'],
      ['en', 'Sign in'],
    ])('leads whoever is not signed in to do so, in %s', async (language, title) => {
      for (const path of ['/', '/sign-in?next=%2F']) {
        const { answer, html } = await open(path, { cookie: `domet_language=${language}` });
        expect(answer.status).toBe(200);
        const tags = html.match(/<(?:h1|form|button)[^>]*>[^<]*/g)!.join('\n');
        expect(tags).toMatch(new RegExp(`<h1[^>]*>${title}$`, 'm'));
        // Nothing typed is ever written into an address, and nothing is sent before there is a script to send it.
        expect(tags).toMatch(/<form[^>]* method="post"/);
        expect(tags).toMatch(/<button(?=[^>]* type="submit")[^>]* disabled=""/);
        expect(readDrawn(html)).toMatchObject({
          address: '/sign-in?next=%2F',
          answers: { queries: [] },
        });
      }
    });

    it('leaves to the browser what is no first page: setting up, and what is another address', async () => {
      for (const path of ['/', '//', '//example.org/', '/sign-in/x']) {
        const { answer, html } = await open(path, { cookie: people[0]!.cookie });
        expect([path, answer.status, isDrawn(html)]).toEqual([path, 200, false]);
      }
    });

    it('gives each of many at once their own page, drawn or not', async () => {
      const { status } = await administrator.post('/campaigns', {
        id: randomUUID(),
        name: '</script><script>alert(1)</script>',
        startsOn: '2026-01-01',
        endsOn: '2030-01-01',
        funders: [],
        materialIds: [],
      });
      expect(status).toBe(201);
      const alone = await open('/', { cookie: people[0]!.cookie });
      expect(isDrawn(alone.html)).toBe(true);
      let drawn = 0;
      await Promise.all(
        Array.from({ length: 24 }, async (_, index) => {
          const { email, cookie } = people[index % people.length]!;
          const { answer, html } = await open('/', { cookie });
          expect(answer.status).toBe(200);
          expect(html.includes('<script>alert')).toBe(false);
          for (const other of people)
            if (other.email !== email) expect(html.includes(other.email)).toBe(false);
          if (!isDrawn(html)) return;
          drawn += 1;
          expect(JSON.stringify(readDrawn(html)).includes(`"email":"${email}"`)).toBe(true);
          expect(html.includes('href="/stock/issue"')).toBe(email.startsWith('coordinator'));
        }),
      );
      expect(drawn).toBeGreaterThan(0);
    });

    it('draws the campaign that its reader looked at last', async () => {
      const ids = [randomUUID(), randomUUID()];
      for (const [index, id] of ids.entries())
        await administrator.post('/campaigns', {
          id,
          name: `Kampanja ${index}`,
          startsOn: '2026-01-01',
          endsOn: '2030-01-01',
          funders: [],
          materialIds: [],
        });
      for (const [index, id] of ids.entries()) {
        const cookie = `${people[0]!.cookie}; domet_campaign=${id}`;
        const { html } = await open('/', { cookie });
        expect(/<input[^>]* value="(Kampanja \d)"/.exec(html)?.[1]).toBe(`Kampanja ${index}`);
      }
    });

    it('minds nobody who goes away before their page is there', async () => {
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const stop = AbortSignal.timeout(1 + index * 4);
          const answer = fetch(server.url, {
            headers: { cookie: people[0]!.cookie },
            signal: stop,
          });
          await answer.then((each) => each.text()).catch(() => undefined);
        }),
      );
      // What they asked for is drawn to its end: for so long others draw for themselves.
      const deadline = Date.now() + 10_000;
      const isDrawnAgain = async (): Promise<boolean> =>
        isDrawn((await open('/', { cookie: people[1]!.cookie })).html);
      while (!(await isDrawnAgain())) expect(Date.now()).toBeLessThan(deadline);
    });
  });
});
