// `npm start`: the server runs in this very process, so that it is the one that gets the signals.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, endWithNpm, install, ROOT } from './prepare.mjs';

install();
build();
endWithNpm();
await import(pathToFileURL(join(ROOT, 'dist', 'main.js')).href);
