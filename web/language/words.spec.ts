import { join } from 'node:path';
import { readWords } from '../build/words.js';
import { findLatinLeft, type Words, writeWordsInCyrillic } from './cyrillic.js';

const web = join(__dirname, '..');
const { words: serbian } = readWords(web, 'sr');
const { words: english } = readWords(web, 'en');

const PLURAL = /_(one|few|other|many)$/;

/** Every sentence by its full key. */
function flatten(words: Words, path: readonly string[] = []): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[[...path, key].join('.'), value] as const]
        : [...flatten(value, [...path, key])],
    ),
  );
}

/** The names of the values that a sentence holds places for. */
function placesIn(sentence: string): string[] {
  return [...new Set(Array.from(sentence.matchAll(/\{\{\s*(\w+)/g), ([, name]) => name!))].sort();
}

const sr = flatten(serbian);
const en = flatten(english);

describe('the words of the pages', () => {
  it('say the same things in Serbian and in English', () => {
    const keysOf = (sentences: ReadonlyMap<string, string>): string[] =>
      [...new Set([...sentences.keys()].map((key) => key.replace(PLURAL, '_N')))].sort();
    expect(keysOf(sr)).toEqual(keysOf(en));
  });

  it('have every plural that the language needs', () => {
    const missing = [...sr.keys()]
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, ''))
      .flatMap((key) => [
        ...['_one', '_few', '_other']
          .filter((form) => !sr.has(key + form))
          .map((form) => `sr ${key}${form}`),
        ...['_one', '_other']
          .filter((form) => !en.has(key + form))
          .map((form) => `en ${key}${form}`),
      ]);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('hold the same values in both languages', () => {
    const different = [...sr].filter(([key, sentence]) => {
      const other = en.get(key) ?? en.get(key.replace(/_few$/, '_other'));
      const isPlural = PLURAL.test(key);
      // "One" may say the number in a word.
      const names = (text: string): string[] =>
        placesIn(text).filter((name) => !(isPlural && name === 'count'));
      return other === undefined || names(sentence).join() !== names(other).join();
    });
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing in Latin script where Serbian is written in Cyrillic', () => {
    const cyrillic = flatten(writeWordsInCyrillic(serbian));
    const left = [...cyrillic].flatMap(([key, sentence]) =>
      findLatinLeft(sentence).map((word) => `${key}: ${word}`),
    );
    expect(left).toEqual([]);
  });

  it('are not empty', () => {
    expect([...sr, ...en].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    expect(sr.size).toBeGreaterThan(500);
  });
});
