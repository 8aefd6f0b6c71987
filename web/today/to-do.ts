/**
 * What to do today: from what is known of a campaign to the things that wait for somebody, the most urgent first. What is of
 * one kind is one thing ("23 municipalities have nothing planned"), with one deadline, its owners and one way to do it.
 */
import { addDays, type Day, dayOf, daysBetween } from '../../src/time.js';
import type { CoverageRow } from '../api/use-coverage.js';
import type { components } from '../api/schema.js';
import { type Destination, leadTo, readFlags, type ToDoFlag } from './destination.js';
import { countLacking, standingOf } from './standing.js';

type Schemas = components['schemas'];
type Row = Pick<
  CoverageRow,
  | 'code'
  | 'name'
  | 'state'
  | 'outlook'
  | 'share'
  | 'target'
  | 'delivered'
  | 'planned'
  | 'inTransit'
  | 'refused'
>;

export interface ToDoFacts {
  readonly now: string;
  readonly campaign: { readonly startsOn: Day; readonly endsOn: Day };
  readonly rows: readonly Row[];
  /** Open ones; who acknowledged one has taken it in hand. */
  readonly flags: readonly ToDoFlag[];
  readonly batches: readonly Pick<
    Schemas['BatchDto'],
    'id' | 'state' | 'changedAt' | 'expectedAt' | 'createdBy'
  >[];
  readonly waiting: readonly Pick<
    Schemas['ConfirmationRowDto'],
    'status' | 'batchId' | 'receivedAt'
  >[];
  readonly printOrders: readonly Pick<
    Schemas['PrintOrderDto'],
    'id' | 'lotNumber' | 'state' | 'expectedOn' | 'expected'
  >[];
  readonly onHand: number;
}

/** In the order in which they are done where they are equally urgent. */
export const TASK_KINDS = [
  'ended',
  'ending',
  'targets',
  'stock',
  'conflicts',
  'silent',
  'packed',
  'nothing',
  'stockShort',
  'incomplete',
  'discrepancies',
  'printLate',
  'held',
  'unfinished',
  'idle',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const URGENCIES = ['now', 'soon', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What a day means to a task: by when it is to be done, when it was to arrive, since when it waits, when all ends. */
interface Deadline {
  readonly kind: 'due' | 'expected' | 'waiting' | 'end';
  readonly day: Day;
}

export interface Task {
  readonly kind: TaskKind;
  readonly urgency: Urgency;
  /** Municipalities, consignments, batches …: what the kind counts. */
  readonly count: number;
  /** Pieces that are still missing, where the kind is about pieces. */
  readonly pieces?: number;
  /** What it is about, by name. */
  readonly names: readonly string[];
  readonly deadline: Deadline | null;
  readonly ownerIds: readonly string[];
  /** Flags behind it that nobody was assigned. */
  readonly unownedFlagIds: readonly string[];
  /** Where it is done, and where those look who may not write. */
  readonly action: Destination;
  readonly view: Destination;
}

const SHOWN_AT_MOST = 7;
const END_IS_NEAR_DAYS = 14;
const END_IN_SIGHT_DAYS = 30;
const HELD_TOO_LONG_DAYS = 3;
const PATIENCE_DAYS = 3;
const VERY_LATE_DAYS = 7;

/** All that waits, the most urgent first. */
export function listTasks(facts: ToDoFacts): Task[] {
  const tasks = [
    ...aboutTheStart(facts),
    ...aboutTheEnd(facts),
    ...aboutPlaces(facts),
    ...aboutFlags(facts),
    ...aboutConfirmations(facts),
    ...aboutBatches(facts),
    ...aboutPrintOrders(facts),
  ];
  return tasks.sort(
    (a, b) =>
      URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
      TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind),
  );
}

/** As many as one keeps in mind, and how many more there are. */
export function chooseForToday(tasks: readonly Task[]): { shown: readonly Task[]; more: number } {
  return { shown: tasks.slice(0, SHOWN_AT_MOST), more: Math.max(0, tasks.length - SHOWN_AT_MOST) };
}

type Draft = Pick<Task, 'kind' | 'urgency' | 'count' | 'action'> & Partial<Task>;

function task(draft: Draft): Task {
  return {
    names: [],
    deadline: null,
    ownerIds: [],
    unownedFlagIds: [],
    view: draft.action,
    ...draft,
  };
}

function isOver({ now, campaign }: ToDoFacts): boolean {
  return dayOf(now) > campaign.endsOn;
}

function hasTargets({ rows }: ToDoFacts): boolean {
  return rows.some(({ state }) => state !== 'no_target');
}

/** Before anything can be sent: how much each place should get, and something to send. */
function aboutTheStart(facts: ToDoFacts): Task[] {
  if (isOver(facts)) return [];
  const { rows, onHand, campaign } = facts;
  const deadline = { kind: 'due', day: campaign.startsOn } as const;
  const hasNothing =
    onHand === 0 && rows.every(({ delivered, inTransit }) => delivered + inTransit === 0);
  return [
    ...(hasTargets(facts)
      ? []
      : [
          task({
            kind: 'targets',
            urgency: 'now',
            count: rows.length,
            deadline,
            action: leadTo('/campaign/targets'),
          }),
        ]),
    ...(hasNothing
      ? [
          task({
            kind: 'stock',
            urgency: 'now',
            count: 1,
            deadline,
            action: leadTo('/stock/receive'),
            view: leadTo('/stock'),
          }),
        ]
      : []),
  ];
}

function aboutTheEnd(facts: ToDoFacts): Task[] {
  const { now, campaign, rows } = facts;
  const unreached = rows.filter(({ state }) => state === 'not_reached');
  const daysLeft = daysBetween(dayOf(now), campaign.endsOn);
  if (unreached.length === 0 || daysLeft > END_IS_NEAR_DAYS) return [];
  return [
    task({
      kind: daysLeft < 0 ? 'ended' : 'ending',
      urgency: 'now',
      count: unreached.length,
      names: unreached.map(({ name }) => name),
      deadline: { kind: 'end', day: campaign.endsOn },
      action: leadTo('/coverage', { level: 'municipality', state: 'not_reached' }),
    }),
  ];
}

/** Places that nothing is on its way to: where nothing came, and where not enough came. */
function aboutPlaces(facts: ToDoFacts): Task[] {
  if (isOver(facts) || !hasTargets(facts)) return [];
  const nothing = facts.rows.filter((row) => standingOf(row) === 'nothing');
  const incomplete = facts.rows.filter(
    (row) => standingOf(row) === 'partly' && row.planned === 0 && row.inTransit - row.refused <= 0,
  );
  return [
    ...sendTo(facts, 'nothing', nothing, ['never_reached', 'unplanned', 'below_target']),
    ...sendTo(facts, 'incomplete', incomplete, ['below_target', 'stale']),
  ];
}

function sendTo(
  facts: ToDoFacts,
  kind: 'nothing' | 'incomplete',
  rows: readonly Row[],
  rules: readonly ToDoFlag['rule'][],
): Task[] {
  if (rows.length === 0) return [];
  const codes = new Set(rows.map(({ code }) => code));
  const flags = facts.flags.filter(
    ({ rule, municipalityCode }) => rules.includes(rule) && codes.has(municipalityCode ?? ''),
  );
  const lacking = rows.map((row) => ({ ...row, lacking: countLacking(row) }));
  lacking.sort((a, b) => b.lacking - a.lacking);
  return [
    task({
      kind,
      urgency: urgencyOfSending(facts, kind, flags),
      count: rows.length,
      pieces: lacking.reduce((sum, row) => sum + row.lacking, 0),
      names: lacking.map(({ name }) => name),
      deadline: { kind: 'end', day: facts.campaign.endsOn },
      ...readFlags(flags),
      action: leadTo('/batches/new', { municipality: lacking.map(({ code }) => code).join(',') }),
      view: {
        to: '/',
        search: { show: kind === 'nothing' ? 'nothing' : 'partly' },
        hash: 'places',
      },
    }),
  ];
}

/** Where nothing came, what a check found grave or the campaign's last two weeks make it urgent. */
function urgencyOfSending(
  { now, campaign }: ToDoFacts,
  kind: 'nothing' | 'incomplete',
  flags: readonly ToDoFlag[],
): Urgency {
  const today = dayOf(now);
  if (today < campaign.startsOn) return 'later';
  const daysLeft = daysBetween(today, campaign.endsOn);
  const isGrave = flags.some(({ severity }) => severity === 'high' || severity === 'critical');
  if (kind === 'nothing' && (isGrave || daysLeft <= END_IS_NEAR_DAYS)) return 'now';
  return flags.length > 0 || daysLeft <= END_IN_SIGHT_DAYS ? 'soon' : 'later';
}

/** What only the checks know of: silence, discrepancies that nobody explained, stock that is short or lies still. */
function aboutFlags(facts: ToDoFacts): Task[] {
  const of = (rule: ToDoFlag['rule']): ToDoFlag[] =>
    facts.flags.filter((flag) => flag.rule === rule);
  return [
    ...fromFlags('silent', of('overdue'), 'now', { kind: 'expected', detail: 'expectedAt' }),
    ...fromFlags('discrepancies', of('unresolved_discrepancy'), 'soon', {
      kind: 'waiting',
      detail: 'openedAt',
    }),
    ...fromFlags('stockShort', of('stock_short'), 'soon', undefined, leadTo('/stock/print-orders')),
    ...fromFlags('idle', of('idle_stock'), 'later', { kind: 'waiting', detail: 'lastMovedAt' }),
  ];
}

function fromFlags(
  kind: TaskKind,
  flags: readonly ToDoFlag[],
  urgency: Urgency,
  time?: { kind: Deadline['kind']; detail: string },
  done?: Destination,
): Task[] {
  const [first] = flags;
  if (first === undefined) return [];
  const moments = flags.flatMap(({ details }) => {
    const moment = time === undefined ? undefined : details[time.detail];
    return typeof moment === 'string' ? [moment] : [];
  });
  const day = moments.length === 0 ? undefined : dayOf(earliest(moments));
  const view =
    flags.length === 1
      ? leadTo(`/flags/${first.id}`)
      : leadTo('/flags', { rule: first.rule, state: 'open' });
  return [
    task({
      kind,
      urgency,
      count: flags.length,
      deadline: time === undefined || day === undefined ? null : { kind: time.kind, day },
      ...readFlags(flags),
      action: done ?? view,
      view,
    }),
  ];
}

/** Words that contradict one another, and words about a batch that does not leave. */
function aboutConfirmations({ now, waiting }: ToDoFacts): Task[] {
  const heldLong = addDays(dayOf(now), -HELD_TOO_LONG_DAYS);
  const conflicts = waiting.filter(({ status }) => status === 'conflict');
  const held = waiting.filter(
    ({ status, receivedAt }) => status === 'held' && dayOf(receivedAt) <= heldLong,
  );
  return [...decide('conflicts', conflicts, 'now'), ...decide('held', held, 'soon')];
}

function decide(
  kind: 'conflicts' | 'held',
  confirmations: ToDoFacts['waiting'],
  urgency: Urgency,
): Task[] {
  const [first] = [...confirmations].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  if (first === undefined) return [];
  return [
    task({
      kind,
      urgency,
      count: confirmations.length,
      deadline: { kind: 'waiting', day: dayOf(first.receivedAt) },
      action: first.batchId === null ? leadTo('/batches') : leadTo(`/batches/${first.batchId}`),
    }),
  ];
}

/** What is packed and has not left, and what somebody began and did not finish. */
function aboutBatches({ now, batches }: ToDoFacts): Task[] {
  const packed = batches.filter(({ state }) => state === 'packed');
  const unfinished = batches.filter(({ state }) => state === 'draft' || state === 'planned');
  const waitsLong = (since: Day): boolean => daysBetween(since, dayOf(now)) >= PATIENCE_DAYS;
  return [
    ...finish('packed', packed, (since) => (waitsLong(since) ? 'now' : 'soon')),
    ...finish('unfinished', unfinished, (since) => (waitsLong(since) ? 'soon' : 'later')),
  ];
}

function finish(
  kind: 'packed' | 'unfinished',
  batches: ToDoFacts['batches'],
  urgencyOf: (since: Day) => Urgency,
): Task[] {
  const [first] = [...batches].sort((a, b) => (a.changedAt < b.changedAt ? -1 : 1));
  if (first === undefined) return [];
  const since = dayOf(first.changedAt);
  const states = new Set(batches.map(({ state }) => state));
  return [
    task({
      kind,
      urgency: urgencyOf(since),
      count: batches.length,
      deadline: { kind: 'waiting', day: since },
      ownerIds: [...new Set(batches.map(({ createdBy }) => createdBy))],
      action:
        batches.length === 1
          ? leadTo(`/batches/${first.id}`)
          : leadTo('/batches', states.size === 1 ? { state: first.state } : {}),
    }),
  ];
}

/** What a printer was to have brought by now. */
function aboutPrintOrders({ now, printOrders }: ToDoFacts): Task[] {
  const today = dayOf(now);
  const late = printOrders
    .filter(
      ({ state, expectedOn, expected }) => state === 'open' && expected > 0 && expectedOn < today,
    )
    .sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : 1));
  const [first] = late;
  if (first === undefined) return [];
  return [
    task({
      kind: 'printLate',
      urgency: daysBetween(first.expectedOn, today) > VERY_LATE_DAYS ? 'soon' : 'later',
      count: late.length,
      pieces: late.reduce((sum, { expected }) => sum + expected, 0),
      names: late.map(({ lotNumber }) => lotNumber),
      deadline: { kind: 'expected', day: first.expectedOn },
      action:
        late.length === 1
          ? leadTo('/stock/receive', { printOrder: first.id })
          : leadTo('/stock/print-orders'),
      view: leadTo('/stock/print-orders'),
    }),
  ];
}

function earliest(moments: readonly string[]): string {
  return moments.reduce((a, b) => (a < b ? a : b));
}
