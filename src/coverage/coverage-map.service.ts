import { Injectable } from '@nestjs/common';
import { cellsToMultiPolygon, uncompactCells } from 'h3-js';
import { Register } from '../places/register.service.js';
import { type MultiPolygon, simplifyOutlines } from './outline.js';

const RESOLUTION = 8;
/** About 300 m: the map stays under 300 KB, and is recognisable down to a municipality. */
const SIMPLIFICATION = { toleranceDegrees: 0.003, digits: 4 };
/** Municipalities merged before other requests get their turn. */
const UNITS_AT_ONCE = 8;

/** The outlines of the municipalities for a map: made once, when first asked for, from the register's cells. */
@Injectable()
export class MunicipalityOutlines {
  private outlines: Promise<ReadonlyMap<string, MultiPolygon>> | undefined;

  constructor(private readonly register: Register) {}

  all(): Promise<ReadonlyMap<string, MultiPolygon>> {
    this.outlines ??= this.make();
    return this.outlines;
  }

  private async make(): Promise<ReadonlyMap<string, MultiPolygon>> {
    const cellsOf = new Map<string, string[]>(this.register.units.map(({ code }) => [code, []]));
    for (const [cell, code] of this.register.cells.codeOf) cellsOf.get(code)?.push(cell);
    const merged = new Map<string, MultiPolygon>();
    for (const [code, cells] of cellsOf) {
      merged.set(code, cellsToMultiPolygon(uncompactCells(cells, RESOLUTION), true));
      if (merged.size % UNITS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return simplifyOutlines(merged, SIMPLIFICATION);
  }
}
