import type { DeliveryPoint } from '../api/use-delivery-point.js';
import {
  countByMunicipality,
  filterPoints,
  type IndexedPoint,
  type PointFilter,
  readUse,
  stepOf,
  writeSearched,
} from './point-filter.js';

function index(
  name: string,
  districtCode: string,
  changes: Partial<DeliveryPoint> = {},
): IndexedPoint {
  const point: DeliveryPoint = {
    id: name,
    code: null,
    name,
    kind: 'school',
    tags: ['secondary'],
    municipalityCode: '71242',
    settlement: 'Čačak',
    address: 'Glavna 1',
    postcode: null,
    latitude: null,
    longitude: null,
    contact: null,
    audience: null,
    hours: null,
    note: null,
    active: true,
    confidential: false,
    warnings: [],
    version: 1,
    createdAt: '2026-03-01T09:00:00.000Z',
    changedAt: '2026-03-01T09:00:00.000Z',
    ...changes,
  };
  return { point, districtCode, searched: writeSearched(point, 'Čačak') };
}

const points = [
  index('Гимназија', 'RS211'),
  index('Ekonomska škola', 'RS211', { tags: [], code: '1441' }),
  index('Centar za socijalni rad', 'RS225', { kind: 'social_work', municipalityCode: '79022' }),
  index('Stara škola', 'RS211', { active: false }),
];

describe('the list of delivery points', () => {
  it.each<[string, Partial<PointFilter>, string[]]>([
    ['all in use', {}, ['Гимназија', 'Ekonomska škola', 'Centar za socijalni rad']],
    ['those retired', { use: 'retired' }, ['Stara škola']],
    ['a kind', { kind: 'social_work' }, ['Centar za socijalni rad']],
    [
      'a tag, also retired ones',
      { tag: 'secondary', use: 'all', kind: 'school' },
      ['Гимназија', 'Stara škola'],
    ],
    ['a district', { district: 'RS225' }, ['Centar za socijalni rad']],
    ['a municipality', { municipality: '71242' }, ['Гимназија', 'Ekonomska škola']],
    ['a name in the other script', { q: 'gimn' }, ['Гимназија']],
    ['a code', { q: '1441' }, ['Ekonomska škola']],
    ['a municipality without its letters', { q: 'cacak ekonom' }, ['Ekonomska škola']],
    ['what no text can hold', { q: '???' }, []],
  ])('shows %s', (_, filter, names) => {
    const found = filterPoints(points, { use: 'active', ...filter });
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  it('reads an unknown use as in use', () => {
    expect(['all', 'retired', 'nonsense', undefined].map(readUse)).toEqual([
      'all',
      'retired',
      'active',
      'active',
    ]);
  });
});

describe('the map of delivery points', () => {
  it('counts each point once, in its municipality', () => {
    const counts = countByMunicipality(points.map(({ point }) => point));
    expect(Object.fromEntries(counts)).toEqual({ '71242': 3, '79022': 1 });
  });

  it('is darker the more there are', () => {
    expect([0, 1, 2, 3, 4, 8, 9, 400].map(stepOf)).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
  });
});
