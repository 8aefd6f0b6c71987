/**
 * What is taken out of transit by hand: returned to a warehouse, or declared lost. It is drawn from the end of a line's print
 * runs, so that it commutes with confirmations. A batch is closed only when nothing of it is in transit: the rest was
 * delivered, returned or declared lost.
 */
import { countInTransit } from '../distribution/consignment-state.js';
import { Problem, type FieldError } from '../problem.js';
import { addTime, type Instant } from '../time.js';
import { drawFromEnd, type Drawn } from './draw.js';
import type { BookableLine } from './reception.js';

const DAYS_UNTIL_EXPECTED = 7;
const DAY_MS = 24 * 60 * 60_000;

/** When a batch is expected at its points, where nobody has named it. */
export function expectArrival(dispatchedAt: Instant): Instant {
  return addTime(dispatchedAt, DAYS_UNTIL_EXPECTED * DAY_MS);
}

export interface TransitLine {
  readonly consignmentId: string;
  readonly materialId: string;
  readonly quantity: number;
}

export interface TransitConsignment {
  readonly id: string;
  readonly lines: readonly BookableLine[];
}

/** One line of a consignment with what is taken from it. */
export interface Taking {
  readonly consignmentId: string;
  readonly materialId: string;
  readonly quantity: number;
  readonly drawn: readonly Drawn[];
}

/**
 * Draws every line of the request, each at its place in the batch.
 *
 * @throws Problem with every line that is not of the batch, comes twice or asks for more than is in transit
 */
export function drawTakings(
  asked: readonly TransitLine[],
  consignments: readonly TransitConsignment[],
  to: 'warehouse' | 'lost',
): Taking[] {
  const lines = new Map(
    consignments.flatMap(({ id, lines: own }) =>
      own.map((line): [string, BookableLine] => [`${id} ${line.materialId}`, line]),
    ),
  );
  refuseMisnamed(asked, lines);
  const errors = asked.flatMap((each, index): FieldError[] => {
    const inTransit = countInTransit(lines.get(keyOf(each))!);
    if (each.quantity <= inTransit) return [];
    return [{ path: `lines[${index}].quantity`, message: sayBeyond(each.quantity, inTransit) }];
  });
  if (errors.length > 0) throw new Problem('exceeds_sent', { errors });
  return asked.map(({ consignmentId, materialId, quantity }) => {
    const line = lines.get(keyOf({ consignmentId, materialId }))!;
    const { taken } = drawFromEnd(line.lots, quantity);
    const drawn = taken.map((pieces) => ({ ...pieces, to }));
    return { consignmentId, materialId, quantity, drawn };
  });
}

function refuseMisnamed(
  asked: readonly TransitLine[],
  lines: ReadonlyMap<string, BookableLine>,
): void {
  const seen = new Set<string>();
  const errors = asked.flatMap((each, index): FieldError[] => {
    const key = keyOf(each);
    const path = `lines[${index}]`;
    if (!lines.has(key)) return [{ path, message: NOT_IN_BATCH }];
    if (seen.has(key)) return [{ path, message: TWICE }];
    seen.add(key);
    return [];
  });
  if (errors.length === 0) return;
  const unknown = errors.some(({ message }) => message === NOT_IN_BATCH);
  throw new Problem(unknown ? 'unknown_reference' : 'rule', { errors });
}

export interface SentConsignment {
  readonly id: string;
  readonly waybillNumber: string;
  readonly lines: readonly (Parameters<typeof countInTransit>[0] & {
    readonly materialId: string;
  })[];
}

/** @throws Problem `conflict` that lists what is still in transit */
export function requireNothingInTransit(consignments: readonly SentConsignment[]): void {
  const open = consignments.flatMap(({ id, waybillNumber, lines }) =>
    lines.flatMap((line) => {
      const quantity = countInTransit(line);
      const { materialId } = line;
      return quantity === 0 ? [] : [{ consignmentId: id, waybillNumber, materialId, quantity }];
    }),
  );
  if (open.length === 0) return;
  const pieces = open.reduce((sum, { quantity }) => sum + quantity, 0);
  throw new Problem('conflict', {
    detail: {
      en: `${pieces} pieces are still in transit. Confirm, return or lose them first.`,
      sr: `U putu je još ${pieces} komada. Prvo ih potvrdite, vratite ili proglasite izgubljenim.`,
    },
    errors: open.map(({ waybillNumber, quantity }, index) => ({
      path: `inTransit[${index}]`,
      message: {
        en: `${waybillNumber}: ${quantity} pieces in transit.`,
        sr: `${waybillNumber}: ${quantity} komada u putu.`,
      },
    })),
    extra: { inTransit: open },
  });
}

function keyOf({ consignmentId, materialId }: Omit<TransitLine, 'quantity'>): string {
  return `${consignmentId} ${materialId}`;
}

const NOT_IN_BATCH = {
  en: 'This batch has no such line. Check the consignment and the material.',
  sr: 'Ova tura nema takvu stavku. Proverite pošiljku i materijal.',
};
const TWICE = {
  en: 'This line comes twice. Put it into one.',
  sr: 'Ova stavka je navedena dva puta. Navedite je jednom.',
};

function sayBeyond(asked: number, inTransit: number): FieldError['message'] {
  return {
    en: `${asked} pieces are asked for, ${inTransit} are in transit.`,
    sr: `Traži se ${asked} komada, u putu je ${inTransit}.`,
  };
}
