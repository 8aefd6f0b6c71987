import { IsPassword, IsText } from '../../platform/http/validation.js';

// Bounds against abuse only: what is missing or wrong is said on the page, beside its field.
const MAX_LENGTH = 1000;

export class WelcomeQuery {
  @IsText({ max: MAX_LENGTH, min: 0, optional: true }) token?: string;
}

export class WelcomeFormDto {
  @IsText({ max: MAX_LENGTH, min: 0 }) token: string;
  @IsText({ max: MAX_LENGTH, min: 0 }) email: string;
  @IsText({ max: MAX_LENGTH, min: 0 }) name: string;
  @IsPassword({ max: MAX_LENGTH, min: 0 }) password: string;
}
