import { lookAtEveryPage } from '../support/every-page.js';
import { seeTheFirstDrawing } from '../support/first-drawing.js';
import { workTogether } from '../support/together.js';

lookAtEveryPage('administrator', [{ language: 'en', width: 1440, theme: 'dark' }]);
lookAtEveryPage('manager', [{ language: 'sr-Latn', width: 1440, theme: 'light' }]);
workTogether();
seeTheFirstDrawing();
