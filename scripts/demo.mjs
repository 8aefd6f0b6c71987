// `npm run demo`: the same server on a throwaway folder, filled with a made-up campaign.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, ROOT } from './prepare.mjs';

install();
build();
await import(pathToFileURL(join(ROOT, 'dist', 'demo.js')).href);
