/** Where a batch leaves from and how it travels, as somebody writes it and as the service takes it. */
import type { TransportMode } from '../../src/distribution/transport-mode.js';
import { type Day, dayOf, endOfDay, type Instant } from '../../src/time.js';

export interface DraftHead {
  readonly warehouseId: string | null;
  readonly mode: TransportMode;
  readonly carrier: string;
  readonly vehicle: string;
  readonly driver: string;
  /** The empty text: nobody says yet. */
  readonly expectedOn: Day;
}

interface WrittenHead {
  readonly warehouseId: string;
  readonly mode: TransportMode;
  readonly carrier: string | null;
  readonly vehicle: string | null;
  readonly driver: string | null;
  readonly expectedAt: Instant | null;
}

export const NEW_HEAD: DraftHead = {
  warehouseId: null,
  mode: 'own_vehicle',
  carrier: '',
  vehicle: '',
  driver: '',
  expectedOn: '',
};

export const HEAD_FIELDS = [
  'warehouseId',
  'mode',
  'carrier',
  'vehicle',
  'driver',
  'expectedOn',
] as const satisfies readonly (keyof DraftHead)[];

export function readHead(batch: WrittenHead): DraftHead {
  return {
    warehouseId: batch.warehouseId,
    mode: batch.mode,
    carrier: batch.carrier ?? '',
    vehicle: batch.vehicle ?? '',
    driver: batch.driver ?? '',
    expectedOn: batch.expectedAt === null ? '' : dayOf(batch.expectedAt),
  };
}

/** A day is expected until its end; an hour that somebody once named stays while the day does. */
export function writeExpectedAt(expectedOn: Day, former: Instant | null): Instant | null {
  if (expectedOn === '') return null;
  return former !== null && dayOf(former) === expectedOn ? former : endOfDay(expectedOn);
}

export function writeHead(
  head: DraftHead,
  warehouseId: string,
  former: Instant | null,
): WrittenHead {
  return {
    warehouseId,
    mode: head.mode,
    carrier: writeText(head.carrier),
    vehicle: writeText(head.vehicle),
    driver: writeText(head.driver),
    expectedAt: writeExpectedAt(head.expectedOn, former),
  };
}

function writeText(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** The fields in which two heads differ. */
export function compareHeads(theirs: DraftHead, mine: DraftHead): (keyof DraftHead)[] {
  return HEAD_FIELDS.filter((field) => theirs[field] !== mine[field]);
}

/** Mine laid over theirs: the fields that I changed since both began are mine, the others as they now stand. */
export function mergeHeads(begun: DraftHead, mine: DraftHead, theirs: DraftHead): DraftHead {
  const changed = compareHeads(begun, mine).map((field) => [field, mine[field]] as const);
  return { ...theirs, ...Object.fromEntries(changed) };
}
