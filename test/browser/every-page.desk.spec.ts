import { lookAtEveryPage } from '../support/every-page.js';

lookAtEveryPage('administrator', [{ language: 'en', width: 1440, theme: 'dark' }]);
lookAtEveryPage('manager', [{ language: 'sr-Latn', width: 1440, theme: 'light' }]);
