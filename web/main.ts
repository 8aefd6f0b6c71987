import { askIn } from './api/client.js';
import { createQueryClient } from './api/query-client.js';
import { keepPresses } from './app/presses.js';
import { readAhead } from './app/read-ahead.js';
import { wasDrawn } from './app/drawn.js';
import { chosenLanguage } from './language/chosen-language.js';

// Small, and there before all else: what the first page will ask for is asked while everything else is still under way.
const client = createQueryClient();
askIn(chosenLanguage());
// What the service has drawn, it has also answered.
if (wasDrawn()) keepPresses();
else readAhead(client, window.location);
void import('./app/start.js').then(({ start }) => start(client));
