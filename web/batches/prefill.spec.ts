import { hasPlaces, prefillStops, readPrefillWish } from './prefill.js';
import type { RulePoint } from './rule-preview.js';

const point = (id: string, municipalityCode: string): RulePoint => ({
  id,
  name: id,
  kind: 'school',
  municipalityCode,
  tags: [],
  audience: null,
});
const points = [
  point('a1', 'A'),
  point('a2', 'A'),
  point('b1', 'B'),
  { ...point('a3', 'A'), kind: 'media_owner' },
];
const needs = [
  { municipalityCode: 'A', materialId: 'leaflet', need: 11 },
  { municipalityCode: 'B', materialId: 'leaflet', need: 0 },
];
const prefill = (address: Record<string, string>) =>
  prefillStops(readPrefillWish(address), points, ['leaflet'], needs, (code) => code);

describe('a new batch for certain places', () => {
  it('is read from the address, each once', () => {
    const wish = readPrefillWish({ municipality: 'A,B,A', points: 'a1', material: '' });
    expect(wish).toEqual({
      municipalityCodes: ['A', 'B'],
      pointIds: ['a1'],
      materialIds: [],
      warehouseId: undefined,
    });
    expect([hasPlaces(wish), hasPlaces(readPrefillWish({}))]).toEqual([true, false]);
  });

  it('begins with what they lack, and names those for which there is nothing to propose', () => {
    const { stops, withoutPoints, withoutNeed } = prefill({ municipality: 'A,B,C' });
    expect(stops.map((stop) => [stop.point.id, stop.lines[0]?.quantity])).toEqual([
      ['a1', 6],
      ['a2', 5],
    ]);
    expect([withoutPoints, withoutNeed]).toEqual([['C'], ['B']]);
  });

  it('brings nothing to those who air or post, unless they are named', () => {
    const ids = (address: Record<string, string>) =>
      prefill(address).stops.map((stop) => stop.point.id);
    expect(ids({ municipality: 'A' })).toEqual(['a1', 'a2']);
    expect(ids({ points: 'a3' })).toEqual(['a3']);
  });

  it('keeps points that were named, also where nothing is lacking', () => {
    const { stops } = prefill({ points: 'b1,a2' });
    expect(stops.map((stop) => [stop.point.id, stop.lines.length])).toEqual([
      ['a2', 1],
      ['b1', 0],
    ]);
  });
});
