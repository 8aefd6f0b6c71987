import { lookAtEveryPage } from '../support/every-page.js';

lookAtEveryPage([{ language: 'sr-Cyrl', width: 390, theme: 'light' }]);
