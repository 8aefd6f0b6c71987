import { addressBelow, levelsOf, readPlacePart, regionOfDistrict } from './place-part.js';

describe('the part of Serbia in the address', () => {
  it.each([
    [{}, { level: 'region' }],
    [{ level: 'district' }, { level: 'district' }],
    [{ level: 'group' }, { level: 'group' }],
    [{ level: 'nonsense' }, { level: 'region' }],
    [{ level: 'country' }, { level: 'region' }],
    [{ state: 'not_reached' }, { level: 'municipality' }],
    [{ group: 'g' }, { level: 'municipality' }],
    [{ group: 'g', level: 'district' }, { level: 'district' }],
    [{ parent: 'RS12' }, { level: 'district', regionCode: 'RS12' }],
    [
      { parent: 'RS12', level: 'municipality' },
      { level: 'municipality', regionCode: 'RS12' },
    ],
    [
      { parent: 'RS12', level: 'region' },
      { level: 'district', regionCode: 'RS12' },
    ],
    [
      { parent: 'RS121', level: 'region' },
      { level: 'municipality', districtCode: 'RS121' },
    ],
    [{ parent: 'elsewhere' }, { level: 'region' }],
  ])('%j is %j', (address, part) => {
    expect(readPlacePart(address)).toEqual(part);
  });

  it('offers only levels that lie below', () => {
    expect(levelsOf(readPlacePart({}))).toContain('region');
    expect(levelsOf(readPlacePart({ parent: 'RS12' }))).toEqual(['district', 'municipality']);
    expect(levelsOf(readPlacePart({ parent: 'RS121' }))).toEqual(['municipality']);
  });

  it('knows in which region a district lies', () => {
    expect(regionOfDistrict('RS121')).toBe('RS12');
    expect(regionOfDistrict(undefined)).toBeUndefined();
  });

  it('goes down from region to district to municipality', () => {
    const inRegion = readPlacePart(addressBelow('region', 'RS12'));
    expect(inRegion).toEqual({ level: 'district', regionCode: 'RS12' });
    expect(readPlacePart(addressBelow('district', 'RS121'))).toEqual({
      level: 'municipality',
      districtCode: 'RS121',
    });
    expect(readPlacePart(addressBelow('group', 'g'))).toEqual({ level: 'municipality' });
  });
});
