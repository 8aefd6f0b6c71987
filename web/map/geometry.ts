/** Where outlines lie, read off their SVG paths as `drawPath` writes them: absolute starts (`M`), relative steps (`l`). */
import type { Place } from './projection.js';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Direction = readonly [dx: number, dy: number];

export function readBox(path: string): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const ring of path.split('z')) {
    const numbers = ring.match(/-?\d+/g)?.map(Number) ?? [];
    let [x = 0, y = 0] = numbers;
    for (let index = 2; index <= numbers.length; index += 2) {
      xs.push(x);
      ys.push(y);
      x += numbers[index] ?? 0;
      y += numbers[index + 1] ?? 0;
    }
  }
  if (xs.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [west, north] = [Math.min(...xs), Math.min(...ys)];
  return { x: west, y: north, width: Math.max(...xs) - west, height: Math.max(...ys) - north };
}

export function centreOf({ x, y, width, height }: Box): Place {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The box around all of them, with so much room on each side. */
export function frameAround(boxes: readonly Box[], margin: number): Box {
  const x = Math.min(...boxes.map((box) => box.x)) - margin;
  const y = Math.min(...boxes.map((box) => box.y)) - margin;
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) + margin - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) + margin - y,
  };
}

/** The nearest whose middle lies more in that direction than aside; the same again where there is none. */
export function findNext(
  from: string,
  [dx, dy]: Direction,
  centres: ReadonlyMap<string, Place>,
): string {
  const start = centres.get(from);
  if (start === undefined) return from;
  let best = { code: from, distance: Infinity };
  for (const [code, { x, y }] of centres) {
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    const distance = ahead + 2 * aside;
    if (ahead > 0 && aside <= ahead && distance < best.distance) best = { code, distance };
  }
  return best.code;
}
