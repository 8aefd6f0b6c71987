import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Problem } from '../problem.js';
import { fitsCheckDigit, readRegister, refuseUnit } from './register.js';

const municipalities = readFileSync('data/serbia/municipalities.csv', 'utf8');
const districts = readFileSync('data/serbia/districts.csv', 'utf8');
const data = readRegister(municipalities, districts);

describe('the register', () => {
  it('holds 161 units in 25 districts and four regions', () => {
    expect(data.units).toHaveLength(161);
    expect(data.districts).toHaveLength(25);
    expect(data.regions.map((region) => region.code).sort()).toEqual([
      'RS11',
      'RS12',
      'RS21',
      'RS22',
    ]);
    expect(data.units.reduce((total, unit) => total + unit.population, 0)).toBe(6_647_003);
  });

  it('marks the populations that nobody saw in a source', () => {
    const count = (status: string) =>
      data.units.filter((unit) => unit.populationStatus === status).length;
    expect([count('sourced'), count('derived'), count('unverified')]).toEqual([121, 4, 36]);
  });

  it('is in Serbian order', () => {
    const names = data.units.map((unit) => unit.nameLatn);
    expect(names.slice(0, 3)).toEqual(['Ada', 'Aleksandrovac', 'Aleksinac']);
    expect(names.at(-1)).toBe('Žitorađa');
    expect(names.indexOf('Ljig')).toBeGreaterThan(names.indexOf('Lučani'));
  });

  it('names regions in all three ways', () => {
    expect(data.regions.find((region) => region.code === 'RS21')).toEqual({
      code: 'RS21',
      nameLatn: 'Region Šumadije i Zapadne Srbije',
      nameCyrl: 'Регион Шумадије и Западне Србије',
      nameEn: 'Sumadija and Western Serbia',
    });
  });
});

describe('a code that is no coverage unit', () => {
  const tell = (code: string) => {
    const problem = refuseUnit(data, code, 'municipalityCode');
    const use = problem.extra['useInstead'] as { code: string }[] | undefined;
    return [problem.code, use?.map((unit) => unit.code)];
  };

  it.each([
    ['Vranje', '70432', '79057'],
    ['Požarevac', '70947', '79049'],
    ['Užice', '71145', '79065'],
    ['Niška Banja', '71285', '79022'],
    ['Pantelej', '71307', '79022'],
    ['Crveni krst', '71315', '79022'],
    ['Palilula', '71323', '79022'],
    ['Medijana', '71331', '79022'],
    ['Kostolac', '71340', '79049'],
    ['Vranjska Banja', '71358', '79057'],
    ['Sevojno', '71366', '79065'],
  ])('%s is answered with its city', (_, code, city) => {
    expect(tell(code)).toEqual(['not_a_coverage_unit', [city]]);
  });

  it('Beograd is answered with its 17', () => {
    const problem = refuseUnit(data, '79014', 'municipalityCode');
    expect(problem.extra['useInstead']).toHaveLength(17);
    expect(problem.errors[0]?.message.en).toContain('Zemun (70157)');
    expect(data.others).toHaveLength(12);
  });

  it('is answered as unknown where the register does not have it', () => {
    expect(tell('12345')).toEqual(['unknown_reference', undefined]);
    expect(refuseUnit(data, '12345', 'x')).toBeInstanceOf(Problem);
  });
});

describe('the check digit', () => {
  it('fits one last digit only', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...data.units.map((unit) => unit.code)),
        fc.integer({ min: 0, max: 9 }),
        (code, last) => {
          expect(fitsCheckDigit(code.slice(0, 4) + String(last))).toBe(last === Number(code[4]));
        },
      ),
    );
  });

  it.each(['7001', '700170', '7001x', ''])('does not fit "%s"', (code) => {
    expect(fitsCheckDigit(code)).toBe(false);
  });
});

describe('a register that is broken does not load', () => {
  it.each([
    ['a wrong check digit', (csv: string) => csv.replace('70017,', '70018,')],
    ['a wrong population', (csv: string) => csv.replace(',22069,', ',22068,')],
    ['a missing unit', (csv: string) => csv.replace(/^70025.*\n/m, '')],
    ['an unknown district', (csv: string) => csv.replace('RS216', 'RS999')],
    ['an unknown status', (csv: string) => csv.replace('sourced', 'guessed')],
    ['a line that is too short', (csv: string) => `${csv}70041,Arilje\n`],
  ])('%s', (_, spoil) => {
    expect(() => readRegister(spoil(municipalities), districts)).toThrow('register:');
  });
});
