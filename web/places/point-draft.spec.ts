import { listChanged } from '../parts/changes.js';
import { chooseKind, isComplete, type PointDraft, readPoint, startPoint } from './point-draft.js';

const filled: PointDraft = {
  ...startPoint(undefined, { municipalityCode: '71242' }),
  name: ' Gimnazija ',
  address: 'Glavna 1',
};

describe('a delivery point that is filled in', () => {
  it('sends what is filled in, and nothing for what is empty', () => {
    expect(readPoint(filled)).toEqual({
      name: 'Gimnazija',
      kind: 'school',
      tags: [],
      code: null,
      municipalityCode: '71242',
      settlement: null,
      address: 'Glavna 1',
      postcode: null,
      latitude: null,
      longitude: null,
      contact: null,
      audience: null,
      hours: null,
      note: null,
      confidential: false,
    });
  });

  it('sends of the contact only what is known', () => {
    expect(readPoint({ ...filled, phone: ' 032 1 ' }).contact).toEqual({ phone: '032 1' });
  });

  it.each<[string, Partial<PointDraft>, boolean]>([
    ['as it is', {}, true],
    ['without a name', { name: ' ' }, false],
    ['without an address', { address: '' }, false],
    ['without a municipality', { municipalityCode: null }, false],
    ['with half a position', { position: { latitude: '43', longitude: '' } }, false],
    ['with a whole one', { position: { latitude: '43', longitude: '20' } }, true],
  ])('can be sent %s: %#', (_, changes, expected) => {
    expect(isComplete({ ...filled, ...changes })).toBe(expected);
  });

  it('changes nothing when it is opened and sent as it stands', () => {
    const kept = {
      ...readPoint({ ...filled, audience: 710, position: { latitude: '43.5', longitude: '20' } }),
      id: 'a',
      active: true,
      warnings: [],
      version: 3,
      createdAt: '2026-03-01T09:00:00.000Z',
      changedAt: '2026-03-01T09:00:00.000Z',
    };
    const content = readPoint(startPoint(kept));
    expect(listChanged(content, readPoint(startPoint({ ...kept, ...content })))).toEqual([]);
    expect(content).toMatchObject({ audience: 710, latitude: 43.5, longitude: 20 });
  });

  it('is confidential once it is a shelter, and stays what somebody said where it is none', () => {
    const shelter = chooseKind(filled, 'shelter');
    expect(shelter.confidential).toBe(true);
    expect(chooseKind(shelter, 'ngo').confidential).toBe(false);
    expect(chooseKind({ ...filled, confidential: true }, 'ngo').confidential).toBe(true);
    expect(chooseKind({ ...shelter, confidential: false }, 'shelter').confidential).toBe(false);
  });
});
