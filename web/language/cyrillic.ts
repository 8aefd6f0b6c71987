/**
 * The pages' Serbian is written once, in Latin; its Cyrillic is made at build. What stays in Latin script is listed here:
 * foreign names, abbreviations of formats, and what a person has to type as it stands.
 */
import { toCyrillic } from '../../src/script.js';

/** Sentences by key, in groups. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** Words that stay in Latin script, as they are written in Serbian by those who use the Cyrillic one. */
export const KEPT_IN_LATIN = [
  'Who’s On First',
  'Mesoshapes',
  'OAK Foundation',
  'OAK',
  'PDF',
  'CSV',
  'XLSX',
  'QR',
  'API',
  'URL',
  'NUTS',
  'GPS',
  'SHA-256',
  'English',
  'A4',
  'A6',
  'ISO',
  'HTTP',
  'CSRF',
  'UTC',
] as const;

const escaped = KEPT_IN_LATIN.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** Places for values (`{{count}}`), references (`$t(…)`), tags (`<1>`), what is typed (`npm start`), addresses, and the list. */
const AS_IT_STANDS = new RegExp(
  [
    String.raw`\{\{[^}]*\}\}`,
    String.raw`\$t\([^)]*\)`,
    String.raw`</?\w+/?>`,
    '`[^`]*`',
    String.raw`\b[\w.+-]+@[\w.-]+`,
    String.raw`https?:\S+`,
    `(?<![\\p{L}\\d])(?:${escaped.join('|')})(?![\\p{L}\\d])`,
  ].join('|'),
  'gu',
);

/** One sentence of ours, from Serbian Latin to Cyrillic. */
export function writeInCyrillic(sentence: string): string {
  let written = '';
  let from = 0;
  for (const { 0: kept, index } of sentence.matchAll(AS_IT_STANDS)) {
    written += toCyrillic(sentence.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return written + toCyrillic(sentence.slice(from));
}

/** Every sentence of a group, and of the groups in it; keys stay. */
export function writeWordsInCyrillic<T extends Words | string>(words: T): T;
export function writeWordsInCyrillic(words: Words | string): Words | string {
  if (typeof words === 'string') return writeInCyrillic(words);
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, writeWordsInCyrillic(value)]),
  );
}

/** What is left in Latin script of a sentence that was written in Cyrillic, but for what stays as it stands. */
export function findLatinLeft(cyrillic: string): string[] {
  return cyrillic.replaceAll(AS_IT_STANDS, ' ').match(/\p{Script=Latin}+/gu) ?? [];
}
