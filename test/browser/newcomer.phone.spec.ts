import { walkAsNewcomer } from '../support/newcomer.js';

walkAsNewcomer([
  { language: 'sr-Cyrl', width: 390, theme: 'dark' },
  { language: 'en', width: 390, theme: 'light' },
]);
