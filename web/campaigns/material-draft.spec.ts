import { describeMaterial, isComplete, type MaterialForm, suggestCode } from './material-draft.js';

const form: MaterialForm = {
  code: ' LETAK ',
  name: 'Letak',
  kind: 'print',
  unit: 'komad',
  packSize: 500,
  weightGrams: 4.5,
  volumeCm3: '',
  language: 'sr-Cyrl',
  variantOf: null,
};

describe('a code made from a name', () => {
  it.each([
    ['Letak za decu', [], 'LETAK-ZA-DECU'],
    ['Brošura „Čuvaj se!“', [], 'BROSURA-CUVAJ-SE'],
    ['Плакат', [], 'PLAKAT'],
    ['Letak', ['letak', 'letak-2'], 'LETAK-3'],
    [' … ', [], ''],
  ])('%s, with %j taken: %s', (name, taken, code) => {
    expect(suggestCode(name, new Set(taken))).toBe(code);
  });

  it('is never longer than a code may be', () => {
    expect(suggestCode('x'.repeat(200), new Set(['x'.repeat(37)])).length).toBeLessThanOrEqual(40);
  });
});

describe('a material as it is filled in', () => {
  it('is sent without blanks, with nothing as zero', () => {
    expect(describeMaterial(form)).toMatchObject({
      code: 'LETAK',
      packSize: 500,
      weightGrams: 4.5,
      volumeCm3: 0,
    });
  });

  it('weighs nothing where it is aired', () => {
    expect(describeMaterial({ ...form, kind: 'broadcast' })).toMatchObject({
      packSize: 1,
      weightGrams: 0,
      volumeCm3: 0,
    });
  });

  it('is complete once it has a name, a code, a unit and a language', () => {
    expect(isComplete(form)).toBe(true);
    for (const field of ['name', 'code', 'unit', 'language'] as const)
      expect(isComplete({ ...form, [field]: ' ' })).toBe(false);
  });
});
