import type { Actor, Role } from '../access/actor.js';
import { reaches, seesConfidential, seesContacts } from './visibility.js';

const actor = (role: Role, districtCodes: string[] | null = null): Actor => ({
  id: 'a',
  name: 'A',
  role,
  campaignIds: null,
  districtCodes,
});

describe('visibility', () => {
  it.each<[Role, boolean, boolean]>([
    ['administrator', true, true],
    ['coordinator', true, true],
    ['manager', false, false],
    ['volunteer', false, true],
  ])('of a %s: confidential %s, contacts %s', (role, confidential, contacts) => {
    expect([seesConfidential(actor(role)), seesContacts(actor(role))]).toEqual([
      confidential,
      contacts,
    ]);
  });

  it.each<[Role, string[] | null, boolean]>([
    ['coordinator', null, true],
    ['coordinator', ['RS121'], true],
    ['coordinator', ['RS122'], false],
    ['coordinator', [], false],
    ['administrator', ['RS122'], true],
    ['manager', ['RS122'], true],
  ])('of a %s with districts %j reaches RS121: %s', (role, districts, expected) => {
    expect(reaches(actor(role, districts), 'RS121')).toBe(expected);
  });
});
