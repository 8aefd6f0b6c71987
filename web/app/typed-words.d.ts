import 'i18next';
import type app from './words.sr.json';
import type language from '../language/words.sr.json';
import type parts from '../parts/words.sr.json';
import type map from '../map/words.sr.json';
import type signIn from '../sign-in/words.sr.json';
import type firstHour from '../first-hour/words.sr.json';
import type campaigns from '../campaigns/words.sr.json';
import type today from '../today/words.sr.json';
import type coverage from '../coverage/words.sr.json';
import type flags from '../flags/words.sr.json';
import type stock from '../stock/words.sr.json';
import type batches from '../batches/words.sr.json';
import type places from '../places/words.sr.json';
import type people from '../people/words.sr.json';
import type checks from '../checks/words.sr.json';
import type afterDispatch from '../after-dispatch/words.sr.json';

// A sentence that is asked for and does not exist fails the type check.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'language';
    returnNull: false;
    resources: {
      app: typeof app;
      language: typeof language;
      parts: typeof parts;
      map: typeof map;
      'sign-in': typeof signIn;
      'first-hour': typeof firstHour;
      campaigns: typeof campaigns;
      today: typeof today;
      coverage: typeof coverage;
      flags: typeof flags;
      stock: typeof stock;
      batches: typeof batches;
      places: typeof places;
      people: typeof people;
      checks: typeof checks;
      'after-dispatch': typeof afterDispatch;
    };
  }
}
