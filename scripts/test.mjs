// `npm test`: all suites that need nothing but Node; further arguments go to jest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, ROOT } from './prepare.mjs';

install();
build();
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exit(status ?? 1);
