import { IsText } from '../../platform/http/validation.js';

/** Whom to call. Managers do not see it. */
export class ContactDto {
  /** @example 'Jelena Petrović' */
  @IsText({ max: 200, optional: true })
  person?: string;

  /** @example '+381 32 123 456' */
  @IsText({ max: 60, optional: true })
  phone?: string;

  /** @example 'kontakt@example.rs' */
  @IsText({ max: 200, optional: true })
  email?: string;
}
