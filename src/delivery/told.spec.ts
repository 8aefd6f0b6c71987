import { completeTold, sourceOf } from './told.js';

const least = {
  consignmentId: 'c',
  kind: 'delivery',
  deviceTime: '2026-03-01T09:00:00.000Z',
} as const;

describe('what was told', () => {
  it('says the same whether what is nothing is left out, null, empty or 0', () => {
    const spelled = {
      ...least,
      follows: null,
      receivedBy: '',
      position: null,
      note: null,
      lines: [{ materialId: 'm', delivered: 3, damaged: 0, missing: 0, refused: 0, surplus: 0 }],
    };
    const short = { ...least, lines: [{ materialId: 'm', delivered: 3 }] };
    expect(completeTold(spelled)).toEqual(completeTold(short));
  });

  it('says nothing else where something is said', () => {
    const position = { latitude: 44, longitude: 20 };
    expect(
      completeTold({ ...least, follows: 'f', receivedBy: 'Ana', position, note: 'x' }),
    ).toMatchObject({
      follows: 'f',
      receivedBy: 'Ana',
      position: { ...position, accuracyMeters: null },
      note: 'x',
      lines: [],
    });
  });

  it.each([
    ['volunteer', null, 'volunteer'],
    ['coordinator', null, 'office'],
    ['administrator', null, 'office'],
    ['coordinator', 'carrier', 'carrier'],
  ] as const)('by a %s, from %s, is the word of the %s', (role, source, expected) => {
    expect(sourceOf({ source }, role)).toBe(expected);
  });
});
