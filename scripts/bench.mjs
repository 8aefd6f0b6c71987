// `npm run bench`: prints figures; see bench/README.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, install, ROOT } from './prepare.mjs';

install();
build();
for (const name of ['statements', 'coverage-scale', 'web']) {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'bench', `${name}.mjs`)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
