import { copyRule, draftOf, formOf, type RuleForm } from './rule-draft.js';

const form: RuleForm = {
  materialId: 'leaflet',
  kind: 'per_delivery_point',
  value: 2.5,
  pointKind: 'school',
  tag: ' primary ',
  level: 'district',
  key: 'RS123',
};

describe('a target rule as it is filled in', () => {
  it('names every part of what is sent', () => {
    expect(draftOf(form)).toEqual({
      materialId: 'leaflet',
      kind: 'per_delivery_point',
      value: 2.5,
      pointKind: 'school',
      tag: 'primary',
      regionCode: null,
      districtCode: 'RS123',
      groupId: null,
      municipalityCode: null,
    });
  });

  it('leaves the choice of points out where points are not looked at', () => {
    expect(draftOf({ ...form, kind: 'minimum' })).toMatchObject({ pointKind: null, tag: null });
  });

  it.each<[string, Partial<RuleForm>]>([
    ['no material', { materialId: null }],
    ['no figure', { value: '' }],
    ['a figure below zero', { value: -1 }],
    ['a fourth decimal', { value: 0.0001 }],
    ['no place', { level: 'group', key: null }],
  ])('is not complete with %s', (_, changes) => {
    expect(draftOf({ ...form, ...changes })).toBeUndefined();
  });

  it.each(['country', 'region', 'district', 'group', 'municipality'] as const)(
    'comes back as it was, for a %s',
    (level) => {
      const filled = { ...form, tag: 'primary', level, key: level === 'country' ? null : 'X' };
      expect(formOf(draftOf(filled)!)).toEqual(filled);
    },
  );

  it('is made again without what belonged to the one that ended', () => {
    const draft = draftOf(form)!;
    expect(copyRule({ ...draft, id: 'x', version: 3 } as typeof draft)).toEqual(draft);
  });
});
