import { lookAtEveryPage } from '../support/every-page.js';

lookAtEveryPage([{ language: 'en', width: 1440, theme: 'dark' }]);
