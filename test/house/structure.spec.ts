import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Offences, each with the rule that must catch it: the file that offends, and what it imports. */
const OFFENCES: readonly [rule: string, file: string, imports: string][] = [
  ['no-cycles', 'src/stock/cycle-one.service.ts', './cycle-two.service.js'],
  ['left-to-right-stock', 'src/stock/looks-right.service.ts', '../coverage/target.service.js'],
  ['rules-are-pure', 'src/stock/reads-files.ts', 'node:fs'],
  ['rules-are-pure', 'src/stock/asks-the-time.ts', '../platform/target.service.js'],
  ['front-door', 'src/coverage/opens-tables.service.ts', '../stock/target.entity.js'],
  ['platform-knows-no-capability', 'src/platform/knows.service.ts', '../stock/target.service.js'],
  [
    'supporting-rooms-know-no-capability',
    'src/access/knows.service.ts',
    '../stock/target.service.js',
  ],
  ['nobody-imports-the-composition', 'src/stock/composes.service.ts', '../schema.js'],
  ['only-the-platform-knows-the-driver', 'src/stock/drives.service.ts', 'pg'],
  ['web-imports-only-rules', 'web/stock/reads.ts', '../../src/stock/target.service.js'],
  ['the-service-knows-no-page', 'src/stock/shows.service.ts', '../../web/parts/target.js'],
  ['screens-apart', 'web/stock/borrows.ts', '../flags/target.js'],
  ['parts-know-no-screen', 'web/parts/knows.ts', '../flags/target.js'],
];

/** What the offenders import. */
const TARGETS: Record<string, string> = {
  'src/stock/cycle-two.service.ts': "import './cycle-one.service.js';\n",
  'src/coverage/target.service.ts': 'export {};\n',
  'src/platform/target.service.ts': 'export {};\n',
  'src/stock/target.entity.ts': 'export {};\n',
  'src/stock/target.service.ts': 'export {};\n',
  'src/schema.ts': 'export {};\n',
  'web/parts/target.ts': 'export {};\n',
  'web/flags/target.ts': 'export {};\n',
};

function cruise(folder: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'src',
      'web',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'domet-structure-'));
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(ROOT, name), join(folder, name));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('the direction of the house', () => {
  it('holds', () => {
    const { status, output } = cruise(ROOT);
    expect({ status, output }).toMatchObject({ status: 0 });
  }, 60_000);

  describe('is broken by a planted offence', () => {
    let output: string;

    beforeAll(() => {
      const offenders = OFFENCES.map(([, file, imports]) => [file, `import '${imports}';\n`]);
      const folder = plant({
        ...TARGETS,
        ...(Object.fromEntries(offenders) as Record<string, string>),
      });
      ({ output } = cruise(folder));
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    it.each(OFFENCES)('%s, by %s', (rule, file) => {
      expect(output).toContain(`error ${rule}: ${file} →`);
    });
  });
});
