import { questionOf, readView } from './view.js';

const known = { materialIds: ['m1', 'm2'], startsOn: '2026-09-23', today: '2026-11-24' };

describe('what the address says of the view', () => {
  it.each([
    [{}, { material: undefined, asOf: undefined, shading: 'state', show: undefined }],
    [
      { material: 'm2', asOf: '2026-10-01', shading: 'share', show: 'silent' },
      { material: 'm2', asOf: '2026-10-01', shading: 'share', show: 'silent' },
    ],
    [{ show: 'changed' }, { show: 'changed' }],
    [
      { material: 'of another campaign', asOf: '2026-02-30', shading: 'rainbow', show: 'all' },
      { material: undefined, asOf: undefined, shading: 'state', show: undefined },
    ],
    // Before the campaign there is nothing to see; today is now, and tomorrow nobody knows.
    [{ asOf: '2026-09-22' }, { asOf: undefined }],
    [{ asOf: '2026-09-23' }, { asOf: '2026-09-23' }],
    [{ asOf: '2026-11-24' }, { asOf: undefined }],
    [{ asOf: '2027-01-01' }, { asOf: undefined }],
  ])('%j', (address, view) => {
    expect(readView(address, known)).toMatchObject(view);
  });

  it('asks for nothing that was not chosen', () => {
    expect(questionOf('c')).toEqual({ campaign: 'c' });
    expect(questionOf('c', { material: 'm1', asOf: '2026-10-01' })).toEqual({
      campaign: 'c',
      material: 'm1',
      asOf: '2026-10-01',
    });
  });
});
