import { ACTIONS, actionOf } from './audit-action.js';
import words from './words.sr.json';

describe('what somebody did', () => {
  it('has a word of its own for each request, and each word a request', () => {
    const used = [...ACTIONS.values()].sort();
    expect(used).toEqual(Object.keys(words.action).sort());
    expect(new Set(used).size).toBe(used.length);
  });

  it.each([
    ['POST', '/api/v1/batches/:id/dispatch', 'dispatchBatch'],
    ['POST', '/api/v1/auth/login', 'login'],
    ['GET', '/api/v1/users', undefined],
    ['POST', '/metrics', undefined],
  ])('is read from %s %s', (method, route, action) => {
    expect(actionOf({ method, route })).toBe(action);
  });
});
