import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './language.js';
import type { Drawing } from './page-drawing.js';

/** A file of the pages' build, as Vite's manifest names it. */
interface Built {
  readonly file: string;
}

/** The page in two pieces, to be sent one after the other. */
interface Shell {
  /** `attributes` of the root element, as they are written; `keptStyles`: the file of styles that this browser has. */
  readonly head: (language: Language, attributes: string, keptStyles: string | undefined) => string;
  readonly body: (drawing: Drawing | undefined) => string;
}

const HEAD_ENDS = '</head>';
const EMPTY_ROOT = '<div id="root"></div>';

export function readShell(directory: string): Shell {
  const manifest = JSON.parse(
    readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'),
  ) as Record<string, Built>;
  const wordsOf = (language: Language): string => {
    const key = Object.keys(manifest).find((each) => each.endsWith(`virtual:words/${language}`));
    return key === undefined ? '' : `<link rel="modulepreload" href="/${manifest[key]!.file}" />`;
  };
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const end = html.indexOf(HEAD_ENDS) + HEAD_ENDS.length;
  const [head, body] = [html.slice(0, end), html.slice(end)];
  const styles = putStylesInto(head, directory);
  return {
    head: (language, attributes, keptStyles) =>
      (keptStyles === styles.name ? head : styles.within)
        .replace(/<html[^>]*>/, () => `<html${attributes}>`)
        .replace('<title>', () => `${wordsOf(language)}<title>`),
    body: (drawing) =>
      drawing === undefined ? body : body.replace(EMPTY_ROOT, () => fillRoot(drawing)),
  };
}

const STYLES_LINK = /<link[^>]* rel="stylesheet" href="(\/assets\/([^"]+))">/;

/**
 * Who comes for the first time need not ask for the styles as well: they come with the page. Their file is named, disabled: so
 * that it is not loaded with what needs it, and can be kept for the next visit.
 */
function putStylesInto(head: string, directory: string): { name: string; within: string } {
  const [link, path, name] = STYLES_LINK.exec(head) ?? [];
  if (link === undefined || path === undefined || name === undefined)
    throw new Error(`the page in ${directory} names no styles: build it again`);
  const text = readFileSync(join(directory, path), 'utf8');
  const named = link.replace('<link', '<link disabled');
  return { name, within: head.replace(link, () => `<style>${text}</style>${named}`) };
}

function fillRoot({ html, drawn }: Drawing): string {
  // Within a script element nothing but its end has a meaning.
  const written = JSON.stringify(drawn).replaceAll('<', '\\u003c');
  return `<div id="root" data-asleep>${html}</div><script id="drawn" type="application/json">${written}</script>`;
}

const INLINE_SCRIPT = /<script>([^]*?)<\/script>/g;

/** The scripts that stand in the page itself, as a content security policy names them. */
export function nameInlineScripts(directory: string): string[] {
  const file = join(directory, 'index.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Array.from(html.matchAll(INLINE_SCRIPT), ([, script]) => {
    const sum = createHash('sha256').update(script!).digest('base64');
    return `'sha256-${sum}'`;
  });
}
