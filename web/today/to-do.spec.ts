import {
  chooseForToday,
  listTasks,
  type Task,
  TASK_KINDS,
  type ToDoFacts,
  URGENCIES,
} from './to-do.js';

const NOW = '2026-11-24T10:00:00.000Z';

type Row = ToDoFacts['rows'][number];
type Flag = ToDoFacts['flags'][number];

function row(code: string, more: Partial<Row> = {}): Row {
  return {
    code,
    name: `Opština ${code}`,
    state: 'reached',
    outlook: null,
    share: 1,
    target: 100,
    delivered: 100,
    planned: 0,
    inTransit: 0,
    refused: 0,
    ...more,
  };
}
const unreached = { state: 'not_reached', outlook: 'nothing', share: 0, delivered: 0 } as const;
const partly = { state: 'partly_reached', share: 0.4, delivered: 40 } as const;

function flag(rule: Flag['rule'], more: Partial<Flag> = {}): Flag {
  return {
    id: `flag-${rule}`,
    rule,
    severity: 'medium',
    municipalityCode: null,
    assigneeId: null,
    details: {},
    ...more,
  };
}

function batch(state: ToDoFacts['batches'][number]['state'], changedAt = NOW, id = 'b1') {
  return { id, state, changedAt, expectedAt: null, createdBy: 'kosta' };
}

function tasksOf(facts: Partial<ToDoFacts>): Task[] {
  return listTasks({
    now: NOW,
    campaign: { startsOn: '2026-09-23', endsOn: '2027-01-17' },
    rows: [row('1')],
    flags: [],
    batches: [],
    waiting: [],
    printOrders: [],
    onHand: 500,
    ...facts,
  });
}

function conflict(receivedAt: string, batchId: string | null = 'b1') {
  return { status: 'conflict', batchId, receivedAt } as const;
}
function order(expectedOn: string, expected: number, id = 'o1') {
  return { id, lotNumber: `L-${id}`, state: 'open', expectedOn, expected } as const;
}

describe('what to do today', () => {
  it('is nothing where everything came and nothing waits', () => {
    expect(tasksOf({})).toEqual([]);
  });

  it.each<[string, Partial<ToDoFacts>, Partial<Task>]>([
    [
      'places with nothing planned, who lacks most first',
      {
        rows: [
          row('1', { ...unreached, target: 10 }),
          row('2', { ...unreached, target: 90 }),
          row('3'),
        ],
      },
      {
        kind: 'nothing',
        urgency: 'later',
        count: 2,
        pieces: 100,
        names: ['Opština 2', 'Opština 1'],
        deadline: { kind: 'end', day: '2027-01-17' },
        action: { to: '/batches/new', search: { municipality: '2,1' } },
        view: { to: '/', search: { show: 'nothing' }, hash: 'places' },
      },
    ],
    [
      'a place to which not enough came',
      { rows: [row('1', partly)] },
      { kind: 'incomplete', urgency: 'later', count: 1, pieces: 60 },
    ],
    [
      'a place of which only refused pieces are left on the way',
      { rows: [row('1', { ...partly, inTransit: 9, refused: 9 })] },
      { kind: 'incomplete', count: 1 },
    ],
    [
      'words that contradict one another, the oldest first',
      {
        waiting: [
          conflict('2026-11-23T08:00:00.000Z', 'b2'),
          conflict('2026-11-20T08:00:00.000Z', 'b7'),
        ],
      },
      {
        kind: 'conflicts',
        urgency: 'now',
        count: 2,
        deadline: { kind: 'waiting', day: '2026-11-20' },
        action: { to: '/batches/b7' },
      },
    ],
    [
      'a confirmation that is held for long',
      { waiting: [{ ...conflict('2026-11-21T08:00:00.000Z'), status: 'held' }] },
      { kind: 'held', urgency: 'soon', count: 1 },
    ],
    [
      'consignments without a word, by the one that was expected first',
      {
        flags: [
          flag('overdue', { id: 'f1', details: { expectedAt: '2026-11-17T10:30:00.000Z' } }),
          flag('overdue', {
            id: 'f2',
            assigneeId: 'mira',
            details: { expectedAt: '2026-11-03T10:30:00.000Z' },
          }),
        ],
      },
      {
        kind: 'silent',
        urgency: 'now',
        count: 2,
        deadline: { kind: 'expected', day: '2026-11-03' },
        ownerIds: ['mira'],
        unownedFlagIds: ['f1'],
        action: { to: '/flags', search: { rule: 'overdue', state: 'open' } },
      },
    ],
    [
      'one discrepancy, at its flag',
      {
        flags: [
          flag('unresolved_discrepancy', {
            id: 'f9',
            details: { openedAt: '2026-11-05T10:00:00.000Z' },
          }),
        ],
      },
      {
        kind: 'discrepancies',
        deadline: { kind: 'waiting', day: '2026-11-05' },
        action: { to: '/flags/f9' },
      },
    ],
    [
      'stock that is short',
      { flags: [flag('stock_short')] },
      {
        kind: 'stockShort',
        urgency: 'soon',
        deadline: null,
        action: { to: '/stock/print-orders' },
      },
    ],
    [
      'stock that lies still',
      { flags: [flag('idle_stock', { details: { lastMovedAt: '2026-09-28T07:30:00.000Z' } })] },
      { kind: 'idle', urgency: 'later', deadline: { kind: 'waiting', day: '2026-09-28' } },
    ],
    [
      'a batch that was packed today',
      { batches: [batch('packed'), batch('dispatched', NOW, 'b2'), batch('closed', NOW, 'b3')] },
      {
        kind: 'packed',
        urgency: 'soon',
        count: 1,
        ownerIds: ['kosta'],
        action: { to: '/batches/b1' },
      },
    ],
    [
      'a batch that was packed three days ago',
      { batches: [batch('packed', '2026-11-21T10:00:00.000Z')] },
      { kind: 'packed', urgency: 'now', deadline: { kind: 'waiting', day: '2026-11-21' } },
    ],
    [
      'several batches of one state that were begun',
      { batches: [batch('draft'), batch('draft', '2026-11-20T10:00:00.000Z', 'b2')] },
      {
        kind: 'unfinished',
        urgency: 'soon',
        count: 2,
        action: { to: '/batches', search: { state: 'draft' } },
      },
    ],
    [
      'one print order that is late',
      { printOrders: [order('2026-11-20', 300), order('2026-12-02', 900, 'o2')] },
      {
        kind: 'printLate',
        urgency: 'later',
        count: 1,
        pieces: 300,
        names: ['L-o1'],
        action: { to: '/stock/receive', search: { printOrder: 'o1' } },
      },
    ],
    [
      'several print orders that are late',
      { printOrders: [order('2026-11-20', 300), order('2026-10-02', 900, 'o2')] },
      {
        kind: 'printLate',
        urgency: 'soon',
        count: 2,
        pieces: 1200,
        action: { to: '/stock/print-orders' },
      },
    ],
    [
      'targets, before anything else, where there are none',
      { rows: [row('1', { state: 'no_target', target: 0, delivered: 0, share: null })] },
      { kind: 'targets', urgency: 'now', action: { to: '/campaign/targets' } },
    ],
    [
      'a first receipt, where there is nothing to send',
      { onHand: 0, rows: [row('1', { state: 'no_target', target: 0, delivered: 0, share: null })] },
      { kind: 'targets' },
    ],
  ])('names %s', (_, facts, expected) => {
    expect(tasksOf(facts)[0]).toMatchObject(expected);
  });

  it.each<[string, Partial<ToDoFacts>]>([
    [
      'a place to which something is on its way',
      { rows: [row('1', { ...unreached, outlook: 'in_transit' })] },
    ],
    ['a place that has enough planned', { rows: [row('1', { ...partly, planned: 60 })] }],
    [
      'a confirmation held since yesterday',
      { waiting: [{ ...conflict('2026-11-23T08:00:00.000Z'), status: 'held' }] },
    ],
    ['a print order that is due today', { printOrders: [order('2026-11-24', 300)] }],
    ['a print order of which all came', { printOrders: [order('2026-11-01', 0)] }],
    ['a batch on its way', { batches: [batch('dispatched')] }],
    [
      'a place, once the campaign is over',
      { now: '2027-02-01T10:00:00.000Z', rows: [row('1', partly)] },
    ],
  ])('leaves out %s', (_, facts) => {
    expect(tasksOf(facts)).toEqual([]);
  });

  it.each<[string, string, Flag[], Task['urgency']]>([
    ['before the start', '2026-09-20T10:00:00.000Z', [], 'later'],
    ['in the middle, as no check found it', NOW, [], 'later'],
    [
      'in the middle, as a check found it',
      NOW,
      [flag('never_reached', { municipalityCode: '1' })],
      'soon',
    ],
    [
      'where a check found it grave',
      NOW,
      [flag('never_reached', { municipalityCode: '1', severity: 'high' })],
      'now',
    ],
    [
      'where a check found another place grave',
      NOW,
      [flag('never_reached', { municipalityCode: '2', severity: 'high' })],
      'later',
    ],
    ['a month before the end', '2026-12-20T10:00:00.000Z', [], 'soon'],
    ['two weeks before the end', '2027-01-03T10:00:00.000Z', [], 'now'],
  ])('weighs a place without anything %s', (_, now, flags, urgency) => {
    const task = tasksOf({ now, flags, rows: [row('1', unreached)] }).find(
      ({ kind }) => kind === 'nothing',
    );
    expect(task?.urgency).toBe(urgency);
  });

  it.each([
    ['2027-01-02T10:00:00.000Z', undefined],
    ['2027-01-03T10:00:00.000Z', 'ending'],
    ['2027-01-17T20:00:00.000Z', 'ending'],
    ['2027-01-18T10:00:00.000Z', 'ended'],
  ])('speaks on %s of the end: %s', (now, kind) => {
    const tasks = tasksOf({ now, rows: [row('1', unreached)] });
    expect(tasks.find((task) => ['ending', 'ended'].includes(task.kind))?.kind).toBe(kind);
  });

  it('asks for stock where there is none at all, and only then', () => {
    const kindsOf = (facts: Partial<ToDoFacts>): string[] => tasksOf(facts).map(({ kind }) => kind);
    expect(kindsOf({ onHand: 0, rows: [row('1', unreached)] })).toContain('stock');
    expect(kindsOf({ onHand: 0 })).not.toContain('stock');
    expect(kindsOf({ onHand: 0, rows: [row('1', { ...unreached, inTransit: 5 })] })).not.toContain(
      'stock',
    );
  });

  it('orders by urgency, then by kind, and shows seven', () => {
    const tasks = tasksOf({
      rows: [row('1', unreached), row('2', partly)],
      flags: [
        flag('overdue'),
        flag('unresolved_discrepancy'),
        flag('stock_short'),
        flag('idle_stock'),
        flag('stale', { municipalityCode: '2' }),
      ],
      batches: [batch('packed', '2026-11-01T10:00:00.000Z'), batch('draft')],
      waiting: [conflict(NOW)],
      printOrders: [order('2026-10-01', 5)],
    });
    const ranks = tasks.map(
      ({ urgency, kind }) => URGENCIES.indexOf(urgency) * 100 + TASK_KINDS.indexOf(kind),
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(tasks[0]?.kind).toBe('conflicts');
    const { shown, more } = chooseForToday(tasks);
    expect(shown).toHaveLength(7);
    expect(shown.length + more).toBe(tasks.length);
    expect(chooseForToday([])).toEqual({ shown: [], more: 0 });
  });
});
