import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { metersOutside, municipalityAt, readCells, requirePositionIn } from './cells.js';
import { readRegister } from './register.js';

const index = readCells(readFileSync('data/serbia/municipality_cells_h3r8.csv', 'utf8'));
const { units } = readRegister(
  readFileSync('data/serbia/municipalities.csv', 'utf8'),
  readFileSync('data/serbia/districts.csv', 'utf8'),
);
const unitCalled = (name: string) => units.find((unit) => unit.nameLatn === name)!;
const describeUnit = (code: string) => units.find((unit) => unit.code === code)!.nameLatn;

describe('the municipality that holds a position', () => {
  it('is, for every seat, its own', () => {
    for (const unit of units)
      expect([unit.nameLatn, municipalityAt(index, unit)]).toEqual([unit.nameLatn, unit.code]);
  });

  it.each([
    ['Budapest', 47.4979, 19.0402],
    ['Priština', 42.6629, 21.1655],
    ['the Adriatic', 42.0, 17.0],
    ['the South Pole', -90, 0],
    ['a longitude beyond the map', 44, 180],
  ])('is none for %s', (_, latitude, longitude) => {
    expect(municipalityAt(index, { latitude, longitude })).toBeUndefined();
  });
});

describe('a position against the stated municipality', () => {
  const near = fc.record({
    latitude: fc.double({ min: 43.2, max: 45.8, noNaN: true }),
    longitude: fc.double({ min: 19.5, max: 22, noNaN: true }),
  });

  it('is 0 m outside exactly where that municipality holds it', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(...units), (position, unit) => {
        const holds = municipalityAt(index, position) === unit.code;
        expect(metersOutside(index, position, unit.code) === 0).toBe(holds);
      }),
    );
  });

  it('is told how far outside it lies, in step with how far it moves', () => {
    const unit = unitCalled('Kikinda');
    const inside = { latitude: unit.latitude, longitude: unit.longitude };
    let edge = inside;
    while (municipalityAt(index, edge) === unit.code)
      edge = { ...edge, longitude: edge.longitude - 0.0005 };
    const eastMeters = 111_195 * Math.cos((unit.latitude * Math.PI) / 180);
    const at = (meters: number) => ({ ...edge, longitude: edge.longitude - meters / eastMeters });
    expect(metersOutside(index, edge, unit.code)).toBeLessThan(60);
    expect(metersOutside(index, at(800), unit.code)).toBeGreaterThan(200);
    expect(metersOutside(index, at(800), unit.code)).toBeLessThanOrEqual(860);
    expect(requirePositionIn(index, at(500), unit, describeUnit)).toBeGreaterThan(0);
    expect(() => requirePositionIn(index, at(5_000), unit, describeUnit)).toThrow(
      'position_outside',
    );
  });

  it('names the municipality to use where it is refused', () => {
    const zemun = unitCalled('Zemun');
    const refuse = () => requirePositionIn(index, unitCalled('Niš'), zemun, describeUnit);
    expect(refuse).toThrow('in Niš');
    expect(() =>
      requirePositionIn(index, { latitude: 0, longitude: 0 }, zemun, describeUnit),
    ).toThrow('in no municipality');
  });
});
