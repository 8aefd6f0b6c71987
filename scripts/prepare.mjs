// Installs what is missing and builds what has changed, so that each command works in a fresh clone and is quick in
// any other. Uses only what Node brings. All output goes to standard error: the commands' own is for programs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FLOOR = [20, 19];

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function run(what, command, args, options = {}) {
  process.stderr.write(`${what} …\n`);
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    ...options,
  });
  if (error) fail(`${what} could not start: ${error.message}`);
  if (status !== 0) fail(`${what} failed (exit ${status}).`);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1])) return;
  fail(`Domet needs Node ${FLOOR.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Whether every package that the lockfile names, but for those of other platforms, lies there in its version. */
function isInstalled() {
  const installedFile = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const { packages: installed } = JSON.parse(readFileSync(installedFile, 'utf8'));
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || installed[path]?.version === version || (optional && !installed[path]),
  );
}

export function install() {
  requireNode();
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  run(
    'Installing packages (a few minutes the first time)',
    command,
    [...first, 'ci', '--no-audit', '--no-fund'],
    { shell: command === 'npm' && process.platform === 'win32' },
  );
}

/** What lies in a build, or is made for the type check, is no source. */
const BUILT = /[\\/]web[\\/]dist([\\/]|$)/;

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .filter((entry) => !BUILT.test(entry.parentPath ?? entry.path))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

const LOCK = join(ROOT, '.cache', 'build.lock');
const LOCK_PATIENCE_MS = 90_000;

/** Two commands that start at once take turns; a lock that its owner left behind is broken after a while. */
function withLock(work) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() > deadline) rmSync(LOCK, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  // A build that fails ends the process from within.
  process.once('exit', release);
  work();
  release();
  process.off('exit', release);
}

/**
 * Builds the service into `dist` and the pages into `web/dist`, each where one of its sources has changed since its last
 * build that succeeded. What runs from the former build is not disturbed: the new one is made aside and put in its place whole.
 */
export function build() {
  const atRoot = (name) => join(ROOT, name);
  const sources = sourceFiles(atRoot('src'));
  buildInto('dist', {
    files: [
      ...sources,
      ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'].map(atRoot),
    ],
    make: buildService,
  });
  buildInto('web/dist', {
    files: [
      // The pages use the rules: the files without a dot in their name.
      ...sources.filter((file) => /[\\/][a-z0-9-]+\.ts$/.test(file)),
      ...sourceFiles(atRoot('web')).filter((file) => !file.endsWith('.d.ts')),
      ...['package-lock.json', 'data/serbia/municipality_cells_h3r8.csv'].map(atRoot),
    ],
    make: buildPages,
  });
}

function buildInto(folder, { files, make }) {
  const place = join(ROOT, folder);
  const wanted = fingerprint(files);
  const mark = join(place, '.built');
  const isBuilt = () => existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
  if (isBuilt()) return;
  withLock(() => {
    if (isBuilt()) return;
    const aside = join(ROOT, '.cache', folder.replace('/', '-'));
    rmSync(aside, { recursive: true, force: true });
    make(aside);
    writeFileSync(join(aside, '.built'), wanted);
    const former = join(ROOT, '.cache', `former-${process.pid}`);
    if (existsSync(place)) renameSync(place, former);
    renameSync(aside, place);
    rmSync(former, { recursive: true, force: true });
  });
}

function buildPages(aside) {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--app', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
  run('Building the pages', process.execPath, args, {
    env: { ...process.env, WEB_OUT_DIR: aside, NODE_ENV: 'production' },
  });
}

function buildService(aside) {
  const description = join(ROOT, '.cache', 'tsconfig.build.json');
  writeFileSync(
    description,
    JSON.stringify({
      extends: '../tsconfig.build.json',
      compilerOptions: {
        rootDir: '../src',
        outDir: aside,
        incremental: false,
        tsBuildInfoFile: null,
      },
      include: ['../src/**/*.ts'],
      exclude: ['../src/**/*.spec.ts'],
    }),
  );
  const nest = join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
  run('Building', process.execPath, [nest, 'build', '--path', relative(ROOT, description)]);
}

const LOOK_MS = 200;

/**
 * The shell between npm and this process is replaced (`exec`), so that npm hands signals on; where npm itself is killed, it
 * cannot, and the server would live on unseen. So it looks whether npm is still there.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS).unref();
}
