import { BATCH_STATES } from '../../src/distribution/batch-life.js';
import { countStates, filterBatches, isLate, layOutBoard, type ListedBatch } from './batch-list.js';

const batch = (id: string, more: Partial<ListedBatch> = {}): ListedBatch => ({
  id,
  state: 'draft',
  warehouseId: 'belgrade',
  mode: 'courier',
  municipalityCodes: ['80284'],
  expectedAt: null,
  createdAt: `2026-11-${id}T08:00:00.000Z`,
  ...more,
});

describe('the list of batches', () => {
  const batches = [
    batch('01'),
    batch('02', { state: 'packed', warehouseId: 'nis' }),
    batch('03', { mode: 'post', municipalityCodes: ['70025', '80284'] }),
    batch('04', { state: 'cancelled' }),
  ];

  it.each([
    [{}, ['01', '02', '03', '04']],
    [{ state: 'draft' }, ['01', '03']],
    [{ warehouse: 'nis' }, ['02']],
    [{ mode: 'post' }, ['03']],
    [{ municipality: '70025' }, ['03']],
    [{ state: 'draft', mode: 'courier' }, ['01']],
    [{ state: 'closed' }, []],
  ])('narrowed by %j holds %j', (filter, ids) => {
    expect(filterBatches(batches, filter).map(({ id }) => id)).toEqual(ids);
  });

  it('counts every state, also those without any', () => {
    const counts = countStates(batches);
    expect(Object.keys(counts)).toEqual([...BATCH_STATES]);
    expect(counts).toMatchObject({ draft: 2, packed: 1, cancelled: 1, closed: 0 });
  });

  it('is laid out by state, the newest first, without what was cancelled', () => {
    const board = layOutBoard(batches);
    expect(board.draft.map(({ id }) => id)).toEqual(['03', '01']);
    expect(Object.values(board).flat()).toHaveLength(3);
  });

  it.each([
    ['dispatched', '2026-11-20T10:00:00.000Z', true],
    ['dispatched', '2026-11-26T10:00:00.000Z', false],
    ['dispatched', null, false],
    ['closed', '2026-11-20T10:00:00.000Z', false],
  ] as const)('calls a batch %s and expected %s late: %s', (state, expectedAt, late) => {
    expect(isLate({ state, expectedAt }, new Date('2026-11-24T00:00:00Z'))).toBe(late);
  });
});
