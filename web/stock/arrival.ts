/** What came from the printer, before it is booked: counted against the delivery note, the damage and the order. */
export interface ArrivalDraft {
  /** Pieces counted, with those damaged. */
  readonly counted: number;
  readonly damaged: number;
  /** Pieces that the delivery note names; undefined where it names none. */
  readonly noted: number | undefined;
  /** What the print order has still to bring; undefined without one. */
  readonly stillExpected: number | undefined;
}

export interface Arrival {
  /** What goes into the warehouse. */
  readonly sound: number;
  /** Counted less noted; undefined where nothing was noted. */
  readonly againstNote: number | undefined;
  /** What the order has to bring after this; below zero where it brought more. Undefined without an order. */
  readonly stillToCome: number | undefined;
}

export function weighArrival({ counted, damaged, noted, stillExpected }: ArrivalDraft): Arrival {
  return {
    sound: Math.max(0, counted - damaged),
    againstNote: noted === undefined ? undefined : counted - noted,
    stillToCome: stillExpected === undefined ? undefined : stillExpected - counted,
  };
}

/** Whole pieces as typed; undefined where the field is empty. */
export function readPieces(typed: number | string): number | undefined {
  return typed === '' ? undefined : Number(typed);
}
