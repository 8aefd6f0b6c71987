import { readOffEverywhere, takeOverFromToday } from '../support/agreement.js';
import { walkAfterDispatch } from '../support/dispatch-walk.js';
import { walkThroughInterruptions } from '../support/interruptions.js';
import { walkThroughStock } from '../support/stock-walk.js';

walkThroughStock();
walkAfterDispatch();
readOffEverywhere();
takeOverFromToday();
walkThroughInterruptions();
