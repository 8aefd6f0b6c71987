import { type Booked, tellStory } from './chronicle.js';

const batch = {
  createdAt: '2026-03-01T08:00:00.000Z',
  createdBy: 'kosta',
  plannedAt: '2026-03-01T09:00:00.000Z',
  packedAt: '2026-03-01T15:00:00.000Z',
  dispatchedAt: '2026-03-02T08:00:00.000Z',
  closedAt: null,
  cancelledAt: null,
};

const movement = (kind: string, id: string, changes: Partial<Booked> = {}): Booked => ({
  cause: { kind, id },
  quantity: 10,
  consignmentId: 'c1',
  actorId: 'ana',
  occurredAt: '2026-03-03T08:00:00.000Z',
  recordedAt: '2026-03-05T08:00:00.000Z',
  ...changes,
});

const nothing = { words: [], findings: [], booked: [] };

describe('the story of a batch', () => {
  it('begins with who made it, and names who dispatched it where that is known', () => {
    expect(tellStory({ ...nothing, batch }).map(({ kind }) => kind)).toEqual([
      'made',
      'planned',
      'packed',
      'dispatched',
    ]);
    const [, , , dispatched] = tellStory({
      ...nothing,
      batch,
      booked: [movement('dispatch', 'd')],
    });
    expect(dispatched).toMatchObject({ kind: 'dispatched', actorId: 'ana' });
  });

  it('gathers what was said and found by days of Belgrade', () => {
    const story = tellStory({
      batch,
      words: [
        { id: '1', receivedAt: '2026-03-03T10:00:00.000Z', occurredAt: '2026-03-03T09:00:00.000Z' },
        { id: '2', receivedAt: '2026-03-03T22:59:00.000Z', occurredAt: null },
        // Half past midnight in Belgrade.
        { id: '3', receivedAt: '2026-03-03T23:30:00.000Z', occurredAt: '2026-03-03T23:30:00.000Z' },
      ],
      findings: [{ openedAt: '2026-03-03T09:00:00.000Z', closedAt: '2026-03-04T12:00:00.000Z' }],
      booked: [],
    });
    expect(story.slice(4)).toMatchObject([
      { kind: 'words', day: '2026-03-03', words: [{ id: '1' }, { id: '2' }], opened: 1, closed: 0 },
      { kind: 'words', day: '2026-03-04', words: [{ id: '3' }], opened: 0, closed: 1 },
    ]);
  });

  it('tells a command once, with the moment in which it was given and without what it reversed', () => {
    const story = tellStory({
      ...nothing,
      batch,
      booked: [
        movement('correction', 'k', { reverses: 'm1', quantity: 100 }),
        movement('correction', 'k', { quantity: 90 }),
        movement('return', 'r', {
          quantity: 5,
          consignmentId: 'c2',
          recordedAt: '2026-03-04T08:00:00.000Z',
        }),
        movement('return', 'r', { quantity: 6, recordedAt: '2026-03-04T08:00:00.000Z' }),
        movement('confirmation', 'x'),
      ],
    });
    expect(story.slice(4)).toMatchObject([
      { kind: 'booked', cause: 'return', pieces: 11, consignmentIds: ['c2', 'c1'] },
      { kind: 'booked', cause: 'correction', pieces: 90, at: '2026-03-05T08:00:00.000Z' },
    ]);
  });

  it('ends with the closing or the cancelling', () => {
    const closedAt = '2026-03-09T08:00:00.000Z';
    expect(tellStory({ ...nothing, batch: { ...batch, closedAt } }).at(-1)).toMatchObject({
      kind: 'closed',
      at: closedAt,
    });
    const cancelled = { ...batch, dispatchedAt: null, cancelledAt: closedAt };
    expect(tellStory({ ...nothing, batch: cancelled }).map(({ kind }) => kind)).toEqual([
      'made',
      'planned',
      'packed',
      'cancelled',
    ]);
  });
});
