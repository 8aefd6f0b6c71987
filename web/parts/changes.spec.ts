import { listChanged, takeChanges } from './changes.js';

describe('changes of what was read', () => {
  const before = { name: 'Gimnazija', tags: ['secondary'], contact: null, audience: 710 };

  it.each([
    ['nothing', before, []],
    ['a text', { ...before, name: 'Prva gimnazija' }, ['name']],
    ['a list', { ...before, tags: ['secondary', 'special'] }, ['tags']],
    ['an order', { ...before, tags: ['secondary'] }, []],
    ['nothing to something', { ...before, contact: { phone: '1' } }, ['contact']],
    ['a figure to nothing', { ...before, audience: null }, ['audience']],
  ])('are found for %s', (_, after, fields) => {
    expect(listChanged<object>(before, after)).toEqual(fields);
    expect(Object.keys(takeChanges<object>(before, after))).toEqual(fields);
    expect({ ...before, ...takeChanges<object>(before, after) }).toEqual(after);
  });
});
