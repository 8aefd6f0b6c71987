import type { Role } from '../access/actor.js';
import { findAssignment } from './assignment.js';

const past = { userId: 'ana', untilAt: '2026-03-01T00:00:00.000Z' };
const present = { userId: 'ana', untilAt: null };

describe('a consignment', () => {
  it.each<[string, Role, (typeof past | typeof present)[], string]>([
    ["is a volunteer's while assigned", 'volunteer', [present], 'now'],
    ['is theirs again when assigned again', 'volunteer', [past, present], 'now'],
    ['was theirs when it once was', 'volunteer', [past], 'ended'],
    ['never was where nobody has it', 'volunteer', [], 'never'],
    [
      'never was where somebody else has it',
      'volunteer',
      [{ userId: 'bo', untilAt: null }],
      'never',
    ],
    ["is any coordinator's to speak for", 'coordinator', [], 'any'],
    ["is any administrator's to speak for", 'administrator', [past], 'any'],
  ])('%s', (_, role, assignments, expected) => {
    expect(findAssignment(assignments, { id: 'ana', role })).toBe(expected);
  });
});
