import { lookAtEveryPage } from '../support/every-page.js';

lookAtEveryPage([
  { language: 'sr-Latn', width: 1440, theme: 'light' },
  { language: 'en', width: 1440, theme: 'dark' },
]);
