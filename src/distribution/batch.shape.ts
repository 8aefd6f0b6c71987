/** What commands on a batch take and answer, for those to the right who add commands of their own. */
export { CommandDto } from './dto/batch-command.dto.js';
export { BatchDetailDto } from './dto/batch.dto.js';
