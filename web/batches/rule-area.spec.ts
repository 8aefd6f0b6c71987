import { type Area, findMunicipalities } from './rule-area.js';

const municipalities = [
  { code: 'a', districtCode: 'D1', regionCode: 'R1' },
  { code: 'b', districtCode: 'D1', regionCode: 'R1' },
  { code: 'c', districtCode: 'D2', regionCode: 'R1' },
  { code: 'd', districtCode: 'D3', regionCode: 'R2' },
];
const groups = [{ id: 'g', municipalityCodes: ['b', 'd'] }];

describe('where a rule looks', () => {
  it.each<[Area, string[] | undefined]>([
    [{}, undefined],
    [{ municipalityCodes: ['a', 'd'] }, ['a', 'd']],
    [{ districtCode: 'D1' }, ['a', 'b']],
    [{ regionCode: 'R1' }, ['a', 'b', 'c']],
    [{ groupId: 'g' }, ['b', 'd']],
    [{ groupId: 'unknown' }, []],
    [{ districtCode: 'D1', groupId: 'g' }, ['b']],
    [{ regionCode: 'R2', districtCode: 'D1' }, []],
    [{ municipalityCodes: ['a', 'b'], regionCode: 'R1', groupId: 'g' }, ['b']],
  ])('%j → %j', (area, codes) => {
    expect(findMunicipalities(area, municipalities, groups)).toEqual(codes);
  });
});
