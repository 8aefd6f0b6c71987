// `npm start`: the server runs in this very process, so that it is the one that gets the signals.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, ROOT } from './prepare.mjs';

install();
build();
await import(pathToFileURL(join(ROOT, 'dist', 'main.js')).href);
