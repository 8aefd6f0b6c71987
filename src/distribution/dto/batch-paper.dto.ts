import { IsId, IsOneOf } from '../../platform/http/validation.js';
import { LANGUAGES, type Language } from '../../platform/http/language.js';

export class BatchPaperQuery {
  /** Goes before `Accept-Language`, so that a plain link prints what it says. */
  @IsOneOf(LANGUAGES, { optional: true }) language?: Language;
  /** Only this consignment of the batch. */
  @IsId({ optional: true }) consignment?: string;
}
