/**
 * What municipalities still lack of a material in a campaign: target − delivered − in transit − planned, never below
 * nothing; refused pieces do not count as on their way. Coverage knows it, and stands to the right: it provides the
 * source under this token, and a draft that is filled up to target asks for it.
 */
import type { Transaction } from '../platform/database/transaction.js';
import type { MunicipalityNeed } from './fill.js';

export const NEED_SOURCE = Symbol('NEED_SOURCE');

/** Municipalities that lack nothing may be left out. */
export type NeedSource = (
  tx: Transaction,
  campaignId: string,
  materialIds: readonly string[],
) => Promise<readonly MunicipalityNeed[]>;
