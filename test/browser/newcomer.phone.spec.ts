import { walkAsNewcomer } from '../support/newcomer.js';

walkAsNewcomer([
  { language: 'sr-Latn', width: 390, theme: 'dark' },
  { language: 'sr-Cyrl', width: 390, theme: 'light' },
  { language: 'en', width: 390, theme: 'dark' },
]);
