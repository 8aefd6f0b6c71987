import { isLastAdministrator, isNamed, readPerson, startPerson } from './person-draft.js';
import type { Person } from './use-people.js';

function person(id: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    email: `${id}@example.org`,
    name: id,
    role: 'administrator',
    active: true,
    hasPassword: true,
    campaignIds: null,
    districtCodes: null,
    createdAt: '2026-03-01T09:00:00.000Z',
    changedAt: '2026-03-01T09:00:00.000Z',
    version: 1,
    ...changes,
  };
}

describe('a person that is filled in', () => {
  it('works everywhere where nothing is chosen', () => {
    const draft = { ...startPerson(undefined), campaignIds: [], districtCodes: [] };
    expect(readPerson(draft)).toMatchObject({ campaignIds: null, districtCodes: null });
  });

  it('is confined to districts only as a coordinator', () => {
    const draft = { ...startPerson(undefined), districtCodes: ['RS123'] };
    expect(readPerson(draft).districtCodes).toEqual(['RS123']);
    expect(readPerson({ ...draft, role: 'manager' }).districtCodes).toBeNull();
  });

  it.each([
    ['Ana Anić', 'ana@example.org', true],
    [' ', 'ana@example.org', false],
    ['Ana Anić', 'ana', false],
  ])('can be sent as %j, %j: %s', (name, email, expected) => {
    expect(isNamed({ ...startPerson(undefined), name, email })).toBe(expected);
  });
});

describe('the last administrator', () => {
  const ana = person('ana');
  it.each<[string, Person[], boolean]>([
    ['alone', [ana], true],
    ['beside a coordinator', [ana, person('kosta', { role: 'coordinator' })], true],
    ['beside one who is switched off', [ana, person('eva', { active: false })], true],
    ['beside another', [ana, person('eva')], false],
  ])('is known: %s', (_, people, expected) => {
    expect(isLastAdministrator(ana, people)).toBe(expected);
  });

  it('is nobody who is switched off or has another role', () => {
    const off = person('off', { active: false });
    const manager = person('mira', { role: 'manager' });
    expect(isLastAdministrator(off, [off])).toBe(false);
    expect(isLastAdministrator(manager, [manager])).toBe(false);
  });
});
