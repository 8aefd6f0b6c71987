/**
 * Where a position lies on the map of Serbia: an equirectangular projection, true to scale at 44° north, on a drawing of
 * `WIDTH` × `HEIGHT` units.
 */
type Position = readonly [longitude: number, latitude: number];

const WEST = 18.8;
const EAST = 23.02;
const NORTH = 46.2;
const SOUTH = 42.2;
const SHRINK = Math.cos((44 * Math.PI) / 180);

export const HEIGHT = 1000;
const UNITS_A_DEGREE = HEIGHT / (NORTH - SOUTH);
export const WIDTH = Math.ceil((EAST - WEST) * SHRINK * UNITS_A_DEGREE);

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function project(longitude: number, latitude: number): Place {
  return {
    x: Math.round((longitude - WEST) * SHRINK * UNITS_A_DEGREE),
    y: Math.round((NORTH - latitude) * UNITS_A_DEGREE),
  };
}

/** SVG path data of polygons, in whole units and relative steps, which is about a third of the size of absolute ones. */
export function drawPath(polygons: readonly (readonly (readonly Position[])[])[]): string {
  return polygons.flat().map(drawRing).join('');
}

function drawRing(ring: readonly Position[]): string {
  const places = ring.map(([longitude, latitude]) => project(longitude, latitude));
  let [{ x, y }] = places as [Place];
  let path = `M${x} ${y}l`;
  let steps = 0;
  for (const place of places.slice(1, -1)) {
    const [dx, dy] = [place.x - x, place.y - y];
    if (dx === 0 && dy === 0) continue;
    path += `${steps > 0 && dx >= 0 ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`;
    ({ x, y } = place);
    steps += 1;
  }
  return steps < 2 ? '' : `${path}z`;
}
