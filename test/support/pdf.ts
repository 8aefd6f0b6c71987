import { inflateSync } from 'node:zlib';

/** Of what is not compressed in the file. */
export function countPages(bytes: Buffer): number {
  return [...bytes.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
}

/**
 * All text of a PDF: each font has a table from its glyphs to characters, and pages show glyphs in hexadecimal. Enough
 * for what is printed here, so that no other program is needed.
 */
export function readText(bytes: Buffer): string {
  const streams = [
    ...bytes.toString('latin1').matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g),
  ].flatMap(({ 0: head, 1: length, index }) => {
    const start = index + head.length;
    try {
      return [inflateSync(bytes.subarray(start, start + Number(length))).toString('latin1')];
    } catch {
      return [];
    }
  });
  const tables = streams.filter((stream) => stream.includes('beginbfrange')).map(readTable);
  return streams
    .filter((stream) => stream.includes('BT'))
    .map((page) => tables.map((table) => decode(page, table)).join('\n'))
    .join('\n');
}

function readTable(stream: string): string[] {
  const list = /\[([^\]]*)\]/g;
  return [...stream.matchAll(list)].flatMap(([, items]) =>
    [...items!.matchAll(/<([0-9a-f ]+)>/g)].map(([, units]) =>
      String.fromCharCode(
        ...units!
          .replaceAll(' ', '')
          .match(/.{4}/g)!
          .map((unit) => Number.parseInt(unit, 16)),
      ),
    ),
  );
}

function decode(page: string, table: readonly string[]): string {
  return [...page.matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, parts]) =>
      [...parts!.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, glyphs]) => glyphs!.match(/.{4}/g)!)
        .map((glyph) => table[Number.parseInt(glyph, 16)] ?? '')
        .join(''),
    )
    .join(' ')
    .replace(/\s+/g, ' ');
}
