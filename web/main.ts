import { askIn } from './api/client.js';
import { readAhead } from './app/read-ahead.js';
import { chosenLanguage } from './language/chosen-language.js';

// Small, and there before all else: what the first page will ask for is asked while everything else is still under way.
askIn(chosenLanguage());
readAhead(window.location);
void import('./app/start.js');
