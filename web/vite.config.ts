import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { type BuildEnvironmentOptions, defineConfig } from 'vite';
import { compressFiles } from './build/compress.js';
import { loadFirstAtOnce } from './build/first-load.js';
import { provideOutlines } from './build/outlines.js';
import { provideWords } from './build/words.js';

const web = fileURLToPath(new URL('.', import.meta.url));

// During work on the pages: `npm run web`, beside a service on port 3000 (`npm start` or `npm run demo`).
const SERVICE = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

const OUT_DIR = process.env['WEB_OUT_DIR'] ?? 'dist';

export default defineConfig({
  root: web,
  plugins: [provideWords(web), provideOutlines(), loadFirstAtOnce(), compressFiles()],
  build: {
    // `light-dark()` as it stands: written out for older ones, it knows nothing of a theme that a reader chose.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // Libraries mark what is for browsers only ("use client"): nothing is to be done about it here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  // Both are built by `vite build --app`: what browsers load, and what the service draws the first page with.
  builder: { sharedConfigBuild: true, sharedPlugins: true },
  environments: {
    client: { build: forBrowsers() },
    ssr: {
      build: forService(),
      resolve: { noExternal: true },
      // Decided at build, as for browsers: the libraries' checks for developers cost half of the time.
      keepProcessEnv: false,
    },
  },
  // The folder `web/api` is ours, the address `/api/v1` the service's.
  server: { proxy: { '^/api/(v1|docs|openapi)': SERVICE, '/health': SERVICE } },
});

function forBrowsers(): BuildEnvironmentOptions {
  return {
    outDir: OUT_DIR,
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // A preload of everything would fetch what the first page does not need.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the first page is made of comes in one piece (thirty small ones would wait for one another), but for what
          // asks for its figures: that comes ahead of it.
          groups: [
            { name: 'ahead', test: /web[\\/]main\.ts$/, priority: 1 },
            { name: 'first', test: /web[\\/]app[\\/]start\.tsx$/ },
          ],
        },
      },
    },
  };
}

/** One file that stands alone: the pages' packages are needed at build, not where the service runs. */
function forService(): BuildEnvironmentOptions {
  return {
    outDir: join(OUT_DIR, 'draw'),
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    ssr: true,
    minify: false,
    rolldownOptions: {
      input: join(web, 'app/draw.tsx'),
    },
  };
}
