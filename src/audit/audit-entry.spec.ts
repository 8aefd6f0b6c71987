import { judgeRequest, listSubjects } from './audit-entry.js';

describe('an answered request', () => {
  it.each([
    ['POST', 201, true, 'done'],
    ['DELETE', 204, true, 'done'],
    ['GET', 200, true, undefined],
    ['POST', 400, true, undefined],
    ['POST', 409, true, undefined],
    ['POST', 500, true, undefined],
    ['POST', 429, false, undefined],
    ['POST', 401, false, 'refused'],
    ['GET', 401, true, 'refused'],
    ['GET', 401, false, undefined],
    ['GET', 403, true, 'refused'],
    ['PATCH', 403, true, 'refused'],
  ] as const)(
    '%s answered %i (proof: %s) is recorded as %s',
    (method, status, hasProof, outcome) => {
      expect(judgeRequest({ method, route: '/api/v1/batches', status, hasProof })).toBe(outcome);
    },
  );

  it.each([
    [200, undefined],
    [403, 'refused'],
  ] as const)('to preview something, answered %i, is recorded as %s', (status, outcome) => {
    const route = '/api/v1/campaigns/:campaignId/target-rules/preview';
    expect(judgeRequest({ method: 'POST', route, status, hasProof: true })).toBe(outcome);
  });
});

describe('the subjects of a request', () => {
  const id = '01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e';

  it('are the codes in its path and the ids of what it made', () => {
    expect(listSubjects({ id, code: '80292' }, undefined, id)).toEqual([id, '80292']);
    expect(listSubjects({}, undefined, id)).toEqual([id]);
  });

  it('are never anything that could be a name or an address', () => {
    expect(listSubjects({ q: 'Ana Anić', mail: 'ana@example.org' }, 'ana@example.org', 7)).toEqual(
      [],
    );
  });
});
