/**
 * From when on paper can be printed: a waybill once its lots are reserved (planned), labels once packages have their numbers
 * (packed). Both stay printable for good, with what was sent; a batch that was cancelled has none.
 */
import { Problem, type Text } from '../problem.js';
import { allowedSteps, type BatchState } from './batch-life.js';

export type PaperKind = 'waybills' | 'labels';

const PRINTABLE: Readonly<Record<PaperKind, readonly BatchState[]>> = {
  waybills: ['planned', 'packed', 'dispatched', 'closed'],
  labels: ['packed', 'dispatched', 'closed'],
};

/** @throws Problem `illegal_transition` that says what to do first */
export function requirePrintable(kind: PaperKind, state: BatchState): void {
  if (PRINTABLE[kind].includes(state)) return;
  throw new Problem('illegal_transition', {
    detail: state === 'cancelled' ? CANCELLED : FIRST[kind],
    extra: { state, allowed: allowedSteps(state) },
  });
}

const FIRST: Readonly<Record<PaperKind, Text>> = {
  waybills: {
    en: 'Waybills are printed from plan on: only then is it known which print runs go where. Plan the batch first.',
    sr: 'Tovarni listovi se štampaju tek kad je tura planirana: tada se zna koje serije idu kome. Prvo planirajte turu.',
  },
  labels: {
    en: 'Labels are printed from pack on: only then is it known how many packages there are. Pack the batch first.',
    sr: 'Nalepnice se štampaju tek kad je tura spakovana: tada se zna koliko ima paketa. Prvo spakujte turu.',
  },
};

const CANCELLED: Text = {
  en: 'The batch was cancelled: nothing of it travels, so there is nothing to print.',
  sr: 'Tura je otkazana: ništa iz nje ne putuje, pa nema šta da se štampa.',
};
