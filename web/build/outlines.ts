import { readFileSync } from 'node:fs';
import { cellsToMultiPolygon, uncompactCells } from 'h3-js';
import type { Plugin } from 'vite';
import { type MultiPolygon, simplifyOutlines } from '../../src/coverage/outline.js';
import { readCells } from '../../src/places/cells.js';
import { drawPath, HEIGHT, WIDTH } from '../map/projection.js';

const ID = 'virtual:outlines';
const CELLS = new URL('../../data/serbia/municipality_cells_h3r8.csv', import.meta.url);
const RESOLUTION = 8;
/** About 400 m: half a pixel on a map of a screen's height. */
const SIMPLIFICATION = { toleranceDegrees: 0.004, digits: 4 };

/** `virtual:outlines`: the shape of each of the 161 as an SVG path, made at build from the register's cells. */
export function provideOutlines(): Plugin {
  let source: string | undefined;
  return {
    name: 'outlines',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      source ??= `export default ${JSON.stringify({ width: WIDTH, height: HEIGHT, paths: drawOutlines() })}`;
      return source;
    },
  };
}

/** SVG path data by the municipality's code. */
function drawOutlines(): Record<string, string> {
  const merged = new Map<string, MultiPolygon>();
  const cellsOf = groupByMunicipality(readCells(readFileSync(CELLS, 'utf8')).codeOf);
  for (const [code, cells] of cellsOf) {
    merged.set(code, cellsToMultiPolygon(uncompactCells(cells, RESOLUTION), true));
  }
  const simplified = simplifyOutlines(merged, SIMPLIFICATION);
  return Object.fromEntries([...simplified].map(([code, polygons]) => [code, drawPath(polygons)]));
}

function groupByMunicipality(codeOf: ReadonlyMap<string, string>): Map<string, string[]> {
  const cellsOf = new Map<string, string[]>();
  for (const [cell, code] of codeOf) cellsOf.set(code, [...(cellsOf.get(code) ?? []), cell]);
  return cellsOf;
}
