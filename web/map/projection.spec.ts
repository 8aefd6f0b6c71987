import fc from 'fast-check';
import { centreOf, findNext, frameAround, readBox } from './geometry.js';
import { drawPath, HEIGHT, project, WIDTH } from './projection.js';

type Position = readonly [number, number];
const serbia: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: 18.82, max: 23, noNaN: true }),
  fc.double({ min: 42.21, max: 46.19, noNaN: true }),
);
const ring = fc
  .array(serbia, { minLength: 3, maxLength: 40 })
  .map((places): readonly Position[] => [...places, places[0]!]);

/** The corners of a path, as a browser reads it. */
function readCorners(path: string): { x: number; y: number }[] {
  return path
    .split('z')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, start, steps] = /^M(-?\d+ -?\d+)l(.*)$/.exec(part)!;
      let [x, y] = start!.split(' ').map(Number) as [number, number];
      const corners = [{ x, y }];
      const numbers = steps!.match(/-?\d+/g)!.map(Number);
      for (let index = 0; index < numbers.length; index += 2) {
        x += numbers[index]!;
        y += numbers[index + 1]!;
        corners.push({ x, y });
      }
      return corners;
    });
}

describe('the map’s projection', () => {
  it('keeps Serbia on the drawing', () => {
    fc.assert(
      fc.property(serbia, ([longitude, latitude]) => {
        const { x, y } = project(longitude, latitude);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(WIDTH);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(HEIGHT);
      }),
    );
  });

  it('puts north up and east right, as far apart as on the ground', () => {
    const belgrade = project(20.46, 44.0);
    const north = project(20.46, 45.0);
    const east = project(21.46, 44.0);
    expect(north.y).toBeLessThan(belgrade.y);
    expect(east.x).toBeGreaterThan(belgrade.x);
    // At 44° a degree of longitude is 0.719 of a degree of latitude.
    expect((east.x - belgrade.x) / (belgrade.y - north.y)).toBeCloseTo(0.719, 2);
  });

  it('draws a ring through its corners, leaving out what is too near to be seen', () => {
    fc.assert(
      fc.property(ring, (places) => {
        const corners = places.slice(0, -1).map(([lon, lat]) => project(lon, lat));
        const drawn = corners.filter(
          ({ x, y }, index) =>
            index === 0 || x !== corners[index - 1]!.x || y !== corners[index - 1]!.y,
        );
        const path = drawPath([[places]]);
        expect(path === '' ? [] : readCorners(path)).toEqual(drawn.length < 3 ? [] : drawn);
      }),
    );
  });

  it('leaves out what has no area', () => {
    expect(
      drawPath([
        [
          [
            [20, 44],
            [20, 44],
            [20, 44],
          ],
        ],
      ]),
    ).toBe('');
  });
});

describe('where outlines lie', () => {
  it('boxes hold every corner, and touch the outermost', () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
        const path = drawPath([rings]);
        fc.pre(path !== '');
        const corners = readCorners(path);
        const box = readBox(path);
        expect(box.x).toBe(Math.min(...corners.map(({ x }) => x)));
        expect(box.y).toBe(Math.min(...corners.map(({ y }) => y)));
        expect(box.x + box.width).toBe(Math.max(...corners.map(({ x }) => x)));
        expect(box.y + box.height).toBe(Math.max(...corners.map(({ y }) => y)));
      }),
    );
  });

  it('frames several with room on each side', () => {
    const boxes = [
      { x: 10, y: 20, width: 5, height: 5 },
      { x: 30, y: 0, width: 10, height: 2 },
    ];
    expect(frameAround(boxes, 8)).toEqual({ x: 2, y: -8, width: 46, height: 41 });
    expect(centreOf(boxes[0]!)).toEqual({ x: 12.5, y: 22.5 });
    expect(readBox('')).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  const centres = new Map([
    ['middle', { x: 0, y: 0 }],
    ['east', { x: 10, y: 1 }],
    ['far east', { x: 30, y: 0 }],
    ['south', { x: 2, y: 10 }],
  ]);

  it.each([
    ['middle', [1, 0], 'east'],
    ['east', [1, 0], 'far east'],
    ['far east', [1, 0], 'far east'],
    ['far east', [-1, 0], 'east'],
    ['middle', [0, 1], 'south'],
    ['middle', [0, -1], 'middle'],
    ['nowhere', [1, 0], 'nowhere'],
  ] as const)('from %s towards %j comes %s', (from, direction, next) => {
    expect(findNext(from, direction, centres)).toBe(next);
  });
});
