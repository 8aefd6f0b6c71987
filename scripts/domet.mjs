// `npm run -s domet -- …`: the command line.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, ROOT } from './prepare.mjs';

install();
build();
await import(pathToFileURL(join(ROOT, 'dist', 'cli.js')).href);
