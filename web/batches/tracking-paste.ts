/**
 * Tracking numbers as a carrier's list gives them, pasted in: two columns (waybill, name or code of the point, and the
 * number), or one number a row in the order of the stops. What is ambiguous is never guessed.
 */
import { fold } from '../../src/places/search.js';

export interface TrackedStop {
  readonly id: string;
  readonly waybillNumber: string;
  readonly name: string;
  readonly code: string | null;
  readonly version: number;
  readonly trackingNumbers: readonly string[];
}

export type RowFault = 'no_stop' | 'several_stops' | 'no_number' | 'no_more_stops' | 'too_long';

export interface PastedRow {
  /** From 1, as it stands in what was pasted. */
  readonly line: number;
  readonly key: string | null;
  readonly number: string;
  readonly stopId: string | null;
  readonly fault: RowFault | null;
}

export interface TrackingChange {
  readonly stop: TrackedStop;
  /** All numbers of the stop; they replace those that are there. */
  readonly trackingNumbers: readonly string[];
}

const MAXIMUM_NUMBER_LENGTH = 60;
/** Columns of a spreadsheet come with tabs; of a text, with semicolons or commas. */
const SEPARATOR = /\t|;|,/;

/** Each row that is not empty, with the stop that it means or why it means none. */
export function readPaste(text: string, stops: readonly TrackedStop[]): PastedRow[] {
  const rows = text
    .split(/\r?\n/)
    .map((row, index) => ({ line: index + 1, cells: splitRow(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const find = indexStops(stops);
  const isOneColumn = rows.every(({ cells }) => cells.length === 1);
  return rows.map(({ line, cells }, position) => {
    if (isOneColumn) return placeInOrder(line, cells[0]!, stops[position]);
    const number = cells.at(-1)!;
    return { line, number, ...judge(cells.length === 1 ? '' : cells[0]!, number, find) };
  });
}

/** A name may hold the separator: the last cell is the number, the rest is the key. */
function splitRow(row: string): string[] {
  if (!SEPARATOR.test(row)) return [row.trim()];
  const separator = row.includes('\t') ? '\t' : row.includes(';') ? ';' : ',';
  const at = row.lastIndexOf(separator);
  const key = row.slice(0, at).trim();
  return [key.split('\t')[0]!.trim(), row.slice(at + 1).trim()];
}

function placeInOrder(line: number, number: string, stop: TrackedStop | undefined): PastedRow {
  const fault = isTooLong(number) ? 'too_long' : stop === undefined ? 'no_more_stops' : null;
  return { line, key: null, number, stopId: fault === null ? stop!.id : null, fault };
}

function judge(
  key: string,
  number: string,
  find: (key: string) => readonly string[],
): Pick<PastedRow, 'key' | 'stopId' | 'fault'> {
  const found = find(key);
  if (number === '') return { key, stopId: null, fault: 'no_number' };
  if (isTooLong(number)) return { key, stopId: null, fault: 'too_long' };
  if (found.length === 0) return { key, stopId: null, fault: 'no_stop' };
  if (found.length > 1) return { key, stopId: null, fault: 'several_stops' };
  return { key, stopId: found[0]!, fault: null };
}

function isTooLong(number: string): boolean {
  return number.length > MAXIMUM_NUMBER_LENGTH;
}

/** By waybill first, then by code, then by name, blind to script and diacritics. */
function indexStops(stops: readonly TrackedStop[]): (key: string) => readonly string[] {
  const indexes = [
    (stop: TrackedStop) => stop.waybillNumber,
    (stop: TrackedStop) => stop.code ?? '',
    (stop: TrackedStop) => stop.name,
  ].map((keyOf) => {
    const index = new Map<string, string[]>();
    for (const stop of stops) {
      const key = fold(keyOf(stop));
      if (key !== '') index.set(key, [...(index.get(key) ?? []), stop.id]);
    }
    return index;
  });
  return (key) => {
    const folded = fold(key);
    return indexes.map((index) => index.get(folded) ?? []).find((ids) => ids.length > 0) ?? [];
  };
}

/** What the rows change: a stop named in several rows gets all of their numbers, each once. */
export function listChanges(
  rows: readonly PastedRow[],
  stops: readonly TrackedStop[],
): TrackingChange[] {
  const numbers = new Map<string, Set<string>>();
  for (const { stopId, number } of rows) {
    if (stopId === null) continue;
    numbers.set(stopId, (numbers.get(stopId) ?? new Set()).add(number));
  }
  return stops.flatMap((stop) => {
    const told = numbers.get(stop.id);
    if (told === undefined) return [];
    const trackingNumbers = [...told];
    return trackingNumbers.join('\n') === stop.trackingNumbers.join('\n')
      ? []
      : [{ stop, trackingNumbers }];
  });
}
