import { readFileSync } from 'node:fs';
import { cellsToMultiPolygon, uncompactCells } from 'h3-js';
import { type MultiPolygon, type Position, simplifyOutlines } from './outline.js';

function areaOf(polygons: MultiPolygon): number {
  const ringArea = (ring: Position[]): number =>
    ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]![0] * y - x * ring[i]![1]) / 2, 0);
  return polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0);
}

function edgesOf(polygons: MultiPolygon): string[] {
  return polygons
    .flat()
    .flatMap((ring) => ring.slice(1).map((at, i) => [at.join(), ring[i]!.join()].sort().join(' ')));
}

const tolerance = { toleranceDegrees: 0.003, digits: 4 };

describe('outlines', () => {
  it('are simplified once where two units meet', () => {
    const wiggle: Position[] = [
      [1, 0],
      [1.001, 0.5],
      [0.999, 1],
      [1, 2],
    ];
    const left: MultiPolygon = [[[[0, 0], ...wiggle, [0, 2], [0, 0]]]];
    const right: MultiPolygon = [[[[2, 0], [2, 2], ...[...wiggle].reverse(), [2, 0]]]];
    const simple = simplifyOutlines(
      new Map([
        ['left', left],
        ['right', right],
      ]),
      tolerance,
    );
    const shared = edgesOf(simple.get('left')!).filter((edge) =>
      edgesOf(simple.get('right')!).includes(edge),
    );
    expect(shared).toHaveLength(2);
    expect(areaOf(simple.get('left')!) + areaOf(simple.get('right')!)).toBeCloseTo(4, 6);
  });

  it('keep an island that touches nobody', () => {
    const island: MultiPolygon = [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    ];
    const simple = simplifyOutlines(new Map([['island', island]]), tolerance).get('island')!;
    expect(areaOf(simple)).toBeCloseTo(1, 9);
    expect(simple[0]![0]!.at(0)).toEqual(simple[0]![0]!.at(-1));
  });

  it('keep the area of a unit of the register within one per cent', () => {
    const line = readFileSync('data/serbia/municipality_cells_h3r8.csv', 'utf8').split('\n')[1]!;
    const cells = line
      .split(',')[1]!
      .split(' ')
      .map((cell) => cell.padEnd(15, 'f'));
    const outline = cellsToMultiPolygon(uncompactCells(cells, 8), true);
    const simple = simplifyOutlines(new Map([['70017', outline]]), tolerance).get('70017')!;
    expect(Math.abs(areaOf(simple) / areaOf(outline) - 1)).toBeLessThan(0.01);
    expect(edgesOf(simple).length).toBeLessThan(edgesOf(outline).length / 1.5);
  });
});
