import { walkAsNewcomer } from '../support/newcomer.js';

walkAsNewcomer([{ language: 'sr-Latn', width: 1440, theme: 'light' }]);
