import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { writeWordsInCyrillic, type Words } from '../language/cyrillic.js';

const NAME = 'virtual:words/';
const RESOLVED = '\0virtual:words/';
const REST = '-rest';

/** The folders whose words the first page needs: those of all others come right after it. */
export const FIRST_FOLDERS: ReadonlySet<string> = new Set([
  'app',
  'first-hour',
  'language',
  'map',
  'parts',
  'sign-in',
  'today',
]);

/**
 * `virtual:words/sr-Latn` for the first page and `virtual:words/sr-Latn-rest` for all others, and so for `sr-Cyrl` and `en`:
 * the folders' `words.sr.json` or `words.en.json`, under the folder's name. Serbian is written once, in Latin; its Cyrillic
 * is made here.
 */
export function provideWords(web: string): Plugin {
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(NAME) ? RESOLVED + id.slice(NAME.length) : undefined),
    load(id) {
      if (!id.startsWith(RESOLVED)) return undefined;
      const isRest = id.endsWith(REST);
      const language = id.slice(RESOLVED.length, isRest ? -REST.length : undefined);
      const { words, files } = readWords(web, language === 'en' ? 'en' : 'sr');
      for (const file of files) this.addWatchFile(file);
      const wanted = Object.fromEntries(
        Object.entries(words).filter(([folder]) => FIRST_FOLDERS.has(folder) !== isRest),
      );
      const said = language === 'sr-Cyrl' ? writeWordsInCyrillic(wanted) : wanted;
      return `export default ${JSON.stringify(said)}`;
    },
  };
}

/** All words of one source language (`sr` or `en`), by folder. */
export function readWords(
  web: string,
  source: 'sr' | 'en',
): { words: Record<string, Words>; files: string[] } {
  const folders = readdirSync(web, { withFileTypes: true }).filter((each) => each.isDirectory());
  const found = folders
    .map(({ name }) => ({ name, file: join(web, name, `words.${source}.json`) }))
    .filter(({ file }) => existsSync(file));
  return {
    words: Object.fromEntries(
      found.map(({ name, file }) => [name, JSON.parse(readFileSync(file, 'utf8')) as Words]),
    ),
    files: found.map(({ file }) => file),
  };
}
