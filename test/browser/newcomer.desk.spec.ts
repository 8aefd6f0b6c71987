import { walkAsNewcomer } from '../support/newcomer.js';

walkAsNewcomer([
  { language: 'sr-Latn', width: 1440, theme: 'light' },
  { language: 'sr-Cyrl', width: 1440, theme: 'dark' },
  { language: 'en', width: 1440, theme: 'light' },
]);
