import { Problem } from '../problem.js';
import { dayOf, daysBetween, type Instant } from '../time.js';
import {
  FLAG_RULES,
  SEVERITIES,
  type FlagDetails,
  type FlagRule,
  type Finding,
  type Severity,
} from './rules.js';

/**
 * Life of a flag: `open → acknowledged → resolved`; acknowledged is open too, and open again from the moment that was
 * named. It is resolved by itself when its cause is gone; if the cause comes back, a new flag names the last. Resolved by
 * hand, with a reason, it is not raised again until the cause was once gone; `reopen` undoes that. At most one flag is
 * open for a rule, subject and material. A rule switched off resolves its flags at the next run.
 */
export const FLAG_STATES = ['open', 'acknowledged', 'resolved'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

export const FLAG_COMMANDS = ['acknowledge', 'assign', 'resolve', 'reopen'] as const;
export type FlagCommand = (typeof FLAG_COMMANDS)[number];

/** Why a flag is resolved. */
export const RESOLUTIONS = ['cause_gone', 'by_hand', 'rule_off'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export interface FlagLife {
  readonly state: FlagState;
  readonly severity: Severity;
  /** When it last became open: raised or reopened. */
  readonly openedAt: Instant;
  readonly acknowledgedUntil: Instant | null;
  readonly assigneeId: string | null;
  readonly escalatedAt: Instant | null;
  readonly resolution: Resolution | null;
  /** Of one resolved by hand: when a run first found its cause gone. */
  readonly causeGoneAt: Instant | null;
}

export interface StandingFlag extends FlagLife {
  readonly id: string;
  readonly ruleId: string;
  readonly subjectKey: string;
  readonly details: FlagDetails;
}

const NEXT_STATE: Readonly<Record<FlagState, Partial<Record<FlagCommand, FlagState>>>> = {
  open: { acknowledge: 'acknowledged', assign: 'open', resolve: 'resolved' },
  acknowledged: { acknowledge: 'acknowledged', assign: 'acknowledged', resolve: 'resolved' },
  resolved: { reopen: 'open' },
};

/** What a person may do with the flag at this moment. */
export function commandsFor(flag: FlagLife, at: Instant): FlagCommand[] {
  if (flag.state === 'resolved' && flag.resolution !== 'by_hand') return [];
  return Object.keys(NEXT_STATE[stateAt(flag, at)]) as FlagCommand[];
}

/** @throws Problem `illegal_transition` that names the state and what is allowed. */
export function takeStep(flag: FlagLife, command: FlagCommand, at: Instant): FlagState {
  const state = stateAt(flag, at);
  const allowed = commandsFor(flag, at);
  const next = NEXT_STATE[state][command];
  if (next !== undefined && allowed.includes(command)) return next;
  throw new Problem('illegal_transition', {
    detail: explainRefusal(state, flag.resolution),
    extra: { state, allowed },
  });
}

function explainRefusal(
  state: FlagState,
  resolution: Resolution | null,
): { en: string; sr: string } {
  if (state === 'resolved' && resolution !== 'by_hand') {
    return {
      en: 'The flag is resolved, since its cause is gone or its rule is switched off. If the cause comes back, a new flag is raised.',
      sr: 'Oznaka je rešena, jer uzroka više nema ili je pravilo isključeno. Ako se uzrok vrati, podiže se nova.',
    };
  }
  if (state === 'resolved') {
    return {
      en: 'The flag is resolved. Reopen it first.',
      sr: 'Oznaka je rešena. Prvo je ponovo otvorite.',
    };
  }
  return {
    en: `The flag is ${state}. Only a resolved flag can be reopened.`,
    sr: 'Oznaka nije rešena. Ponovo se otvara samo rešena oznaka.',
  };
}

export function stateAt(
  { state, acknowledgedUntil }: Pick<FlagLife, 'state' | 'acknowledgedUntil'>,
  at: Instant,
): FlagState {
  const lapsed = state === 'acknowledged' && acknowledgedUntil !== null && acknowledgedUntil <= at;
  return lapsed ? 'open' : state;
}

/** What identifies a flag within its rule: subject and, where there is one, material. */
export function subjectKeyOf({ subject }: Pick<Finding, 'subject'>): string {
  return `${subject.kind}:${subject.id}:${subject.materialId ?? ''}`;
}

/** What a run does with one flag. */
export type FlagChange =
  | { readonly kind: 'raise'; readonly finding: Finding; readonly previousFlagId: string | null }
  | { readonly kind: 'keep'; readonly flag: StandingFlag; readonly details: FlagDetails }
  | { readonly kind: 'resolve'; readonly flag: StandingFlag; readonly resolution: Resolution }
  | { readonly kind: 'note_cause_gone'; readonly flag: StandingFlag };

export interface RunInput {
  readonly rules: readonly FlagRule[];
  readonly findings: readonly Finding[];
  /** The latest flag for each rule and subject, whatever its state. */
  readonly flags: readonly StandingFlag[];
  /** Whether the campaign's end is over at the moment of the run. */
  readonly campaignEnded: boolean;
}

/** What a run changes; a second run on the result and the same facts changes nothing. */
export function settleFlags({ rules, findings, flags, campaignEnded }: RunInput): FlagChange[] {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const found = new Map(
    findings.map((finding) => [keyOf(finding.ruleId, subjectKeyOf(finding)), finding]),
  );
  const latest = new Map(flags.map((flag) => [keyOf(flag.ruleId, flag.subjectKey), flag]));
  const standing = flags.flatMap((flag) =>
    settleStanding(
      flag,
      found.get(keyOf(flag.ruleId, flag.subjectKey)),
      ruleOf.get(flag.ruleId)?.enabled ?? false,
    ),
  );
  const raised = [...found].flatMap(([key, finding]): FlagChange[] => {
    const previous = latest.get(key);
    const { kind } = ruleOf.get(finding.ruleId)!;
    if (campaignEnded && !FLAG_RULES[kind].raisesAfterEnd) return [];
    if (previous !== undefined && holdsBack(previous)) return [];
    return [{ kind: 'raise', finding, previousFlagId: previous?.id ?? null }];
  });
  return [...standing, ...raised];
}

function settleStanding(
  flag: StandingFlag,
  finding: Finding | undefined,
  ruleIsEnabled: boolean,
): FlagChange[] {
  if (flag.state === 'resolved') {
    const awaitsCause = flag.resolution === 'by_hand' && flag.causeGoneAt === null;
    const isGone = ruleIsEnabled && finding === undefined;
    return awaitsCause && isGone ? [{ kind: 'note_cause_gone', flag }] : [];
  }
  if (!ruleIsEnabled) return [{ kind: 'resolve', flag, resolution: 'rule_off' }];
  if (finding === undefined) return [{ kind: 'resolve', flag, resolution: 'cause_gone' }];
  return [{ kind: 'keep', flag, details: finding.details }];
}

/** Whether the latest flag keeps a new one from being raised: it is open, or was resolved by hand and its cause never went away. */
function holdsBack(flag: StandingFlag): boolean {
  if (flag.state !== 'resolved') return true;
  return flag.resolution === 'by_hand' && flag.causeGoneAt === null;
}

function keyOf(ruleId: string, subjectKey: string): string {
  return `${ruleId} ${subjectKey}`;
}

/** When it last became open, counting the end of an acknowledgement. */
function lastOpenedAt(flag: FlagLife, at: Instant): Instant {
  const lapsed = flag.state === 'acknowledged' && stateAt(flag, at) === 'open';
  return lapsed ? flag.acknowledgedUntil! : flag.openedAt;
}

/**
 * The severity to which a flag rises: one up, once, when nobody has acknowledged or been assigned it for `days` days since
 * it last opened. Undefined where it stays.
 */
export function escalate(flag: FlagLife, days: number, at: Instant): Severity | undefined {
  const attended = stateAt(flag, at) !== 'open' || flag.assigneeId !== null;
  if (attended || flag.escalatedAt !== null) return undefined;
  if (daysBetween(dayOf(lastOpenedAt(flag, at)), dayOf(at)) < days) return undefined;
  return SEVERITIES[SEVERITIES.indexOf(flag.severity) + 1];
}
