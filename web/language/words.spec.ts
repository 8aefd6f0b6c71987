import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FIRST_FOLDERS, readWords } from '../build/words.js';
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

/** The files of ours that a file cannot be without. */
function importsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /^(?:import|\} from|export .* from)\b.*'(\..+)\.js';$/gm,
  );
  return Array.from(found, ([, path]) => join(dirname(file), path!))
    .flatMap((path) => [`${path}.ts`, `${path}.tsx`])
    .filter((path) => path.startsWith(web) && existsSync(path));
}

/** The folders whose words a file says: by name in `useTranslation('stock')`, or in a key, `t('stock:title')`. */
function foldersAskedBy(source: string): string[] {
  const named = Array.from(source.matchAll(/useTranslation\(([^)]*)\)/g), ([, names]) => names!);
  const inKeys = Array.from(source.matchAll(/\bt\(\s*['`]([a-z-]+):/g), ([, name]) => name!);
  return [...named.flatMap((names) => names.match(/[a-z-]+/g) ?? ['language']), ...inKeys];
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

  it('are there from the start for all that the first page is made of', () => {
    const files = [join(web, 'app', 'start.tsx')];
    // Grows while it is walked: what is imported lazily waits for all words.
    for (const file of files)
      files.push(...importsOf(file).filter((imported) => !files.includes(imported)));
    const asked = files.flatMap((file) => foldersAskedBy(readFileSync(file, 'utf8')));
    expect([...new Set(asked)].filter((folder) => !FIRST_FOLDERS.has(folder))).toEqual([]);
    expect(asked).toContain('today');
  });

  it('are not empty', () => {
    expect([...sr, ...en].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    expect(sr.size).toBeGreaterThan(500);
  });
});
