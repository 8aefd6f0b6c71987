/**
 * Which municipality a position lies in. The territory is cut into H3 cells of resolution 8 (about 0.74 km²), each belonging
 * to the municipality that holds its centre, and stored compacted (a coarser cell stands for all its children). Near a boundary
 * this is off by half a cell, so a position up to 1 km outside the stated municipality is accepted with a warning, and
 * one further out is refused.
 */
import { cellToBoundary, cellToParent, gridDisk, isValidCell, latLngToCell } from 'h3-js';
import { Problem } from '../problem.js';
import type { Names } from './register.js';

const RESOLUTION = 8;
const CELL_DIGITS = 15;
const EARTH_METERS_PER_DEGREE = 111_195;
export const POSITION_TOLERANCE_METERS = 1_000;
/** Rings of cells searched around a position: three reach over 1 km in every direction. */
const RINGS = 3;

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Compacted cells and the code of the municipality that each belongs to. */
export interface CellIndex {
  readonly codeOf: ReadonlyMap<string, string>;
  readonly coarsestResolution: number;
}

/** Reads `code,cells` lines, the cells separated by spaces and without their trailing `f`s. */
export function readCells(csv: string): CellIndex {
  const codeOf = new Map<string, string>();
  let coarsestResolution = RESOLUTION;
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [code, cells] = line.split(',');
    if (code === undefined || cells === undefined) continue;
    for (const short of cells.split(' ')) {
      const cell = short.padEnd(CELL_DIGITS, 'f');
      if (!isValidCell(cell)) throw new Error(`cells: ${short} of ${code} is no cell`);
      if (codeOf.has(cell))
        throw new Error(`cells: ${short} belongs to ${code} and ${codeOf.get(cell)}`);
      codeOf.set(cell, code);
      coarsestResolution = Math.min(coarsestResolution, Number.parseInt(cell[1]!, 16));
    }
  }
  return { codeOf, coarsestResolution };
}

/** The code of the municipality that holds the position; undefined outside all of them. */
export function municipalityAt(index: CellIndex, position: Position): string | undefined {
  return ownerOf(index, latLngToCell(position.latitude, position.longitude, RESOLUTION));
}

function ownerOf(index: CellIndex, cell: string): string | undefined {
  for (let resolution = RESOLUTION; resolution >= index.coarsestResolution; resolution -= 1) {
    const ancestor = resolution === RESOLUTION ? cell : cellToParent(cell, resolution);
    const code = index.codeOf.get(ancestor);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** Metres from the position to the municipality: 0 inside, Infinity where it is further than the rings reach. */
export function metersOutside(index: CellIndex, position: Position, code: string): number {
  const cell = latLngToCell(position.latitude, position.longitude, RESOLUTION);
  if (ownerOf(index, cell) === code) return 0;
  return gridDisk(cell, RINGS)
    .filter((near) => ownerOf(index, near) === code)
    .map((near) => metersToOutline(position, cellToBoundary(near)))
    .reduce((nearest, meters) => Math.min(nearest, meters), Number.POSITIVE_INFINITY);
}

/** Distance to a polygon that does not hold the position, on a plane tangent at the position. */
function metersToOutline(position: Position, outline: readonly (readonly number[])[]): number {
  const eastScale = EARTH_METERS_PER_DEGREE * Math.cos((position.latitude * Math.PI) / 180);
  const points = outline.map(([latitude, longitude]) => ({
    x: (longitude! - position.longitude) * eastScale,
    y: (latitude! - position.latitude) * EARTH_METERS_PER_DEGREE,
  }));
  const lengths = points.map((point, at) =>
    metersToSegment(point, points[(at + 1) % points.length]!),
  );
  return Math.min(...lengths);
}

/** Distance from the origin to the segment from `a` to `b`. */
function metersToSegment(a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length));
  return Math.hypot(a.x + along * dx, a.y + along * dy);
}

/**
 * Refuses (`position_outside`) a position over 1 km outside the stated municipality, naming the one that holds it. Answers how
 * many whole metres outside it lies: 0 inside, otherwise a warning is due.
 */
export function requirePositionIn(
  index: CellIndex,
  position: Position,
  unit: Names & { readonly code: string },
  describeUnit: (code: string) => string,
): number {
  const meters = metersOutside(index, position, unit.code);
  if (meters <= POSITION_TOLERANCE_METERS) return Math.round(meters);
  const holder = municipalityAt(index, position);
  const where = holder === undefined ? undefined : describeUnit(holder);
  const message = {
    en: `The position lies over 1 km outside ${unit.nameLatn} (${unit.code})${where === undefined ? ', and in no municipality' : `, in ${where}`}. Correct the position or the municipality.`,
    sr: `Položaj je više od 1 km izvan opštine ${unit.nameLatn} (${unit.code})${where === undefined ? ' i nije ni u jednoj opštini' : `, a leži u: ${where}`}. Ispravite položaj ili opštinu.`,
  };
  throw new Problem('position_outside', {
    errors: [{ path: 'latitude', message }],
    extra: holder === undefined ? {} : { municipalityCode: holder },
  });
}
