import { workOnAPhone } from '../support/at-work.js';
import { lookAtEveryEmptyPage, lookAtEveryPage } from '../support/every-page.js';

lookAtEveryPage('administrator', [{ language: 'sr-Cyrl', width: 390, theme: 'light' }]);
lookAtEveryPage('volunteer', [{ language: 'sr-Latn', width: 390, theme: 'dark' }]);
lookAtEveryEmptyPage([{ language: 'sr-Cyrl', width: 390, theme: 'light' }]);
workOnAPhone();
