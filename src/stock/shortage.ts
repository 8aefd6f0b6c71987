import { Problem, type FieldError, type Text } from '../problem.js';
import type { Instant } from '../time.js';
import { kindOfAccount } from './account.js';
import type { BalanceKey } from './balance.js';

/**
 * Where pieces are missing. What the ledger refuses, it says of every balance that would fall short: how many pieces, of
 * which print run, in which account, and since when, so that a person can see what to count or to enter first.
 */
export interface Short extends BalanceKey {
  /** Pieces too few. */
  readonly missing: number;
  /** The moment in the past at which they would have been missing; absent where they are missing now. */
  readonly occurredAt?: Instant | undefined;
}

export function refuseShorts(
  shorts: readonly Short[],
  lotNumberOf: (lotId: string) => string,
): Problem {
  const errors: FieldError[] = shorts.map((short) => ({
    path: short.occurredAt === undefined ? 'quantity' : 'occurredAt',
    message: describeShort(short, lotNumberOf(short.lotId)),
  }));
  return new Problem('insufficient_stock', {
    errors,
    extra: {
      shortages: shorts.map((short) => ({
        account: short.account,
        lotId: short.lotId,
        ...(short.consignmentId === '' ? {} : { consignmentId: short.consignmentId }),
        missing: short.missing,
        ...(short.occurredAt === undefined ? {} : { occurredAt: short.occurredAt }),
      })),
    },
  });
}

function describeShort(short: Short, lotNumber: string): Text {
  const place = PLACES[kindOfAccount(short.account)];
  if (short.occurredAt === undefined)
    return {
      en: `${short.missing} pieces of print run ${lotNumber} too few ${place.en}: they are not there, or they are reserved.`,
      sr: `Nedostaje ${short.missing} komada serije ${lotNumber} ${place.sr}: nisu tu ili su rezervisani.`,
    };
  return {
    en: `At ${short.occurredAt} there would have been ${short.missing} pieces of print run ${lotNumber} too few ${place.en}. Enter what came before it first, or give a later date.`,
    sr: `U trenutku ${short.occurredAt} nedostajalo bi ${short.missing} komada serije ${lotNumber} ${place.sr}. Prvo unesite ono što je stiglo pre toga ili navedite kasniji datum.`,
  };
}

const PLACES: Record<ReturnType<typeof kindOfAccount>, Text> = {
  supplier: { en: 'at the supplier', sr: 'kod dobavljača' },
  warehouse: { en: 'in the warehouse', sr: 'u magacinu' },
  in_transit: { en: 'in transit', sr: 'na putu' },
  delivered: { en: 'at the delivery point', sr: 'na mestu isporuke' },
  handed_out: { en: 'among those handed out', sr: 'među podeljenim' },
  damaged: { en: 'among those damaged', sr: 'među oštećenim' },
  lost: { en: 'among those lost', sr: 'među izgubljenim' },
  disposed: { en: 'among those disposed of', sr: 'među otpisanim' },
  adjustment: { en: 'in the adjustment', sr: 'u poravnanju' },
};
