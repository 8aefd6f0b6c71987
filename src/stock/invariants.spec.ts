import { HOLDS, mergeFindings, offend } from './invariants.js';

describe('findings', () => {
  it('come in the order of the invariants, one each', () => {
    const merged = mergeFindings([
      { name: 'replay', ...HOLDS },
      { name: 'conservation', ...HOLDS },
      { name: 'replay', ...HOLDS },
    ]);
    expect(merged.map(({ name }) => name)).toEqual(['conservation', 'replay']);
  });

  it('name the first offence, whichever check found it', () => {
    const merged = mergeFindings([
      { name: 'replay', ...HOLDS },
      { name: 'replay', ...offend('coverage of 71242') },
      { name: 'replay', ...offend('another') },
    ]);
    expect(merged).toEqual([{ name: 'replay', holds: false, firstOffender: 'coverage of 71242' }]);
  });
});
