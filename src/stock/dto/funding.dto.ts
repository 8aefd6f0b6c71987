import { IsDecimal, IsText } from '../../platform/http/validation.js';

/** A funder's share of a print run. */
export class FundingShareDto {
  /** One of the campaign's. */
  @IsText({ max: 200, example: 'European Union' }) funder: string;
  /** All shares together are 100. */
  @IsDecimal({ min: 0.01, max: 100, digits: 2, example: 60 }) percent: number;
}

/** What was paid or agreed. */
export class CostDto {
  @IsDecimal({ min: 0, max: 1_000_000_000_000, digits: 2, example: 184500.5 }) amount: number;
  /** ISO 4217. */
  @IsText({ min: 3, max: 3, example: 'RSD' }) currency: string;
}
