// `npm run demo`: the same server on a throwaway folder, filled with a made-up campaign.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, endWithNpm, install, ROOT } from './prepare.mjs';

install();
build();
endWithNpm();
await import(pathToFileURL(join(ROOT, 'dist', 'demo.js')).href);
