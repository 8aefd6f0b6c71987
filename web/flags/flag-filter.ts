import { FLAG_STATES, type FlagState } from '../../src/flags/flag-life.js';
import { FLAG_KINDS, SEVERITIES, type FlagKind, type Severity } from '../../src/flags/rules.js';

/** Which flags the inbox shows, as the service asks for them. */
export interface FlagFilter {
  readonly state?: FlagState;
  readonly rule?: FlagKind;
  readonly severity?: Severity;
  readonly region?: string;
  readonly municipality?: string;
  readonly group?: string;
  readonly material?: string;
  readonly assignee?: string;
}

type Texts = Readonly<Record<string, string | undefined>>;

/** Open ones first: they wait for somebody. */
export const STATES_SHOWN = [...FLAG_STATES, 'all'] as const;
export type StateShown = (typeof STATES_SHOWN)[number];

/** What narrows the list beside its state. */
export const NARROWING = [
  'rule',
  'severity',
  'assignee',
  'region',
  'municipality',
  'group',
  'material',
] as const;

const PLAIN = ['region', 'municipality', 'group', 'material', 'assignee'] as const;

export function readStateShown({ state }: Texts): StateShown {
  return findIn(STATES_SHOWN, state) ?? 'open';
}

/** The part of the address after `?`; what it does not know of is left out, so that an old link still opens. */
export function readFilter(address: Texts): FlagFilter {
  const state = readStateShown(address);
  const rule = findIn(FLAG_KINDS, address.rule);
  const severity = findIn(SEVERITIES, address.severity);
  const plain = PLAIN.flatMap((name) => {
    const value = address[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return {
    ...(state === 'all' ? {} : { state }),
    ...(rule === undefined ? {} : { rule }),
    ...(severity === undefined ? {} : { severity }),
    ...Object.fromEntries(plain),
  };
}

/** How many things narrow the list beside its state. */
export function countNarrowing(filter: FlagFilter): number {
  return NARROWING.filter((name) => filter[name] !== undefined).length;
}

function findIn<T extends string>(values: readonly T[], told: string | undefined): T | undefined {
  return values.find((value) => value === told);
}
