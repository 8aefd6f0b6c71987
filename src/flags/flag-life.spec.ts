import fc from 'fast-check';
import { Problem } from '../problem.js';
import { addDays } from '../time.js';
import {
  commandsFor,
  escalate,
  FLAG_STATES,
  settleFlags,
  stateAt,
  subjectKeyOf,
  takeStep,
  type FlagCommand,
  type RunInput,
  type StandingFlag,
} from './flag-life.js';
import { listDefaultRules } from './rule-draft.js';
import type { FlagRule, Finding } from './rules.js';

const RULES: FlagRule[] = listDefaultRules().map((rule) => ({ ...rule, id: rule.kind }));
const at = (day: number): string => `${addDays('2026-03-01', day)}T02:00:00.000Z`;

function flagOf(fields: Partial<StandingFlag> = {}): StandingFlag {
  return {
    id: 'flag',
    ruleId: 'never_reached',
    subjectKey: 'municipality:A:',
    details: {},
    state: 'open',
    severity: 'medium',
    openedAt: at(0),
    acknowledgedUntil: null,
    assigneeId: null,
    escalatedAt: null,
    resolution: null,
    causeGoneAt: null,
    ...fields,
  };
}

function findingOf(ruleId = 'never_reached', code = 'A'): Finding {
  const subject = {
    kind: 'municipality',
    id: code,
    municipalityCode: code,
    materialId: null,
    deliveryPointId: null,
  } as const;
  return { ruleId, subject, severity: 'medium', details: { days: 30 } };
}

function settle(input: Partial<RunInput>): string[] {
  const changes = settleFlags({
    rules: RULES,
    findings: [],
    flags: [],
    campaignEnded: false,
    ...input,
  });
  return changes.map((change) =>
    change.kind === 'resolve'
      ? change.resolution
      : change.kind === 'raise'
        ? `raise after ${change.previousFlagId}`
        : change.kind,
  );
}

const resolved = { state: 'resolved', resolution: 'cause_gone' } as const;
const byHand = { state: 'resolved', resolution: 'by_hand' } as const;
const disabled = RULES.map((rule) => ({ ...rule, enabled: false }));

describe('a run', () => {
  const found = [findingOf()];
  it.each<[string, Partial<RunInput>, string[]]>([
    ['raises what is found', { findings: found }, ['raise after null']],
    ['keeps an open flag', { findings: found, flags: [flagOf()] }, ['keep']],
    [
      'keeps an acknowledged flag',
      { findings: found, flags: [flagOf({ state: 'acknowledged' })] },
      ['keep'],
    ],
    ['resolves a flag whose cause is gone', { flags: [flagOf()] }, ['cause_gone']],
    [
      'resolves an acknowledged one too',
      { flags: [flagOf({ state: 'acknowledged' })] },
      ['cause_gone'],
    ],
    [
      'raises a new flag that names the last',
      { findings: found, flags: [flagOf(resolved)] },
      ['raise after flag'],
    ],
    ['leaves a resolved flag', { flags: [flagOf(resolved)] }, []],
    ['does not raise what was resolved by hand', { findings: found, flags: [flagOf(byHand)] }, []],
    ['remembers that its cause was gone', { flags: [flagOf(byHand)] }, ['note_cause_gone']],
    ['remembers it once', { flags: [flagOf({ ...byHand, causeGoneAt: at(1) })] }, []],
    [
      'raises it when the cause was once gone',
      { findings: found, flags: [flagOf({ ...byHand, causeGoneAt: at(1) })] },
      ['raise after flag'],
    ],
    [
      'resolves the flags of a rule switched off',
      { rules: disabled, flags: [flagOf()] },
      ['rule_off'],
    ],
    ['knows nothing of causes of such a rule', { rules: disabled, flags: [flagOf(byHand)] }, []],
    ['raises nothing new after the end', { findings: found, campaignEnded: true }, []],
    [
      'keeps what is open after the end',
      { findings: found, flags: [flagOf()], campaignEnded: true },
      ['keep'],
    ],
    [
      'raises overdue after the end',
      { findings: [findingOf('overdue')], campaignEnded: true },
      ['raise after null'],
    ],
    [
      'raises discrepancies after the end',
      { findings: [findingOf('unresolved_discrepancy')], campaignEnded: true },
      ['raise after null'],
    ],
  ])('%s', (_, input, expected) => expect(settle(input)).toEqual(expected));
});

describe('a person', () => {
  const steps: FlagCommand[] = ['acknowledge', 'assign', 'resolve', 'reopen'];
  it.each<[string, Partial<StandingFlag>, FlagCommand[]]>([
    ['an open flag', {}, ['acknowledge', 'assign', 'resolve']],
    ['an acknowledged flag', { state: 'acknowledged' }, ['acknowledge', 'assign', 'resolve']],
    ['a flag resolved by hand', byHand, ['reopen']],
    ['a flag resolved by itself', resolved, []],
    ['a flag of a rule switched off', { state: 'resolved', resolution: 'rule_off' }, []],
  ])('takes with %s only the steps that it allows', (_, fields, allowed) => {
    const flag = flagOf(fields);
    expect(commandsFor(flag, at(9))).toEqual(allowed);
    for (const step of steps) {
      const take = (): unknown => takeStep(flag, step, at(9));
      if (allowed.includes(step)) expect(FLAG_STATES).toContain(take());
      else expect(take).toThrow(Problem);
    }
  });

  it('finds an acknowledged flag open again from the moment that was named', () => {
    const flag = { state: 'acknowledged', acknowledgedUntil: at(5) } as const;
    expect([stateAt(flag, at(4)), stateAt(flag, at(5))]).toEqual(['acknowledged', 'open']);
    expect(stateAt({ ...flag, acknowledgedUntil: null }, at(99))).toBe('acknowledged');
  });
});

describe('escalation', () => {
  it.each<[string, Partial<StandingFlag>, number, string | undefined]>([
    ['waits for seven days', {}, 6, undefined],
    ['takes the severity one up', {}, 7, 'high'],
    ['takes high to critical', { severity: 'high' }, 7, 'critical'],
    ['has nothing above critical', { severity: 'critical' }, 7, undefined],
    ['comes once', { escalatedAt: at(7) }, 30, undefined],
    ['spares what is assigned', { assigneeId: 'somebody' }, 30, undefined],
    ['spares what is acknowledged', { state: 'acknowledged' }, 30, undefined],
    [
      'counts from the end of an acknowledgement',
      { state: 'acknowledged', acknowledgedUntil: at(20) },
      26,
      undefined,
    ],
    ['comes seven days after it', { state: 'acknowledged', acknowledgedUntil: at(20) }, 27, 'high'],
    ['counts from the reopening', { openedAt: at(10) }, 16, undefined],
    ['spares what is resolved', resolved, 30, undefined],
  ])('%s', (_, fields, day, expected) => {
    expect(escalate(flagOf(fields), 7, at(day))).toBe(expected);
  });
});

/** Flags as a table keeps them, driven by runs and by hand. */
class Ledger {
  flags: (StandingFlag & { previousFlagId: string | null })[] = [];

  run(causes: ReadonlySet<string>, rules: readonly FlagRule[], day: number): number {
    const findings = [...causes]
      .map((code) => findingOf('never_reached', code))
      .filter(() => rules[0]!.enabled);
    const changes = settleFlags({ rules, findings, flags: this.latest(), campaignEnded: false });
    for (const change of changes) {
      if (change.kind === 'raise') {
        const { previousFlagId, finding } = change;
        const id = String(this.flags.length);
        this.flags.push({
          ...flagOf({ id, subjectKey: subjectKeyOf(finding), openedAt: at(day) }),
          previousFlagId,
        });
      } else if (change.kind === 'resolve') {
        this.put(change.flag.id, { state: 'resolved', resolution: change.resolution });
      } else if (change.kind === 'note_cause_gone')
        this.put(change.flag.id, { causeGoneAt: at(day) });
    }
    return changes.filter((change) => change.kind !== 'keep').length;
  }

  resolve(): void {
    for (const flag of this.latest()) if (flag.state !== 'resolved') this.put(flag.id, byHand);
  }

  private latest(): StandingFlag[] {
    return this.flags.filter(({ id }) => !this.flags.some((other) => other.previousFlagId === id));
  }

  private put(id: string, fields: Partial<StandingFlag>): void {
    this.flags = this.flags.map((flag) => (flag.id === id ? { ...flag, ...fields } : flag));
  }
}

describe('over any course of events', () => {
  const step = fc.oneof(
    fc.subarray(['A', 'B', 'C']).map((causes) => ({ kind: 'run', causes, enabled: true }) as const),
    fc
      .subarray(['A', 'B', 'C'])
      .map((causes) => ({ kind: 'run', causes, enabled: false }) as const),
    fc.constant({ kind: 'resolve' } as const),
  );

  it('at most one flag is open for a subject, a second run changes nothing, and each flag has one successor', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const ledger = new Ledger();
        steps.forEach((each, day) => {
          if (each.kind === 'resolve') return ledger.resolve();
          const rules = RULES.map((rule) => ({ ...rule, enabled: each.enabled }));
          ledger.run(new Set(each.causes), rules, day);
          expect(ledger.run(new Set(each.causes), rules, day)).toBe(0);
          const open = ledger.flags.filter((flag) => flag.state !== 'resolved');
          expect(new Set(open.map((flag) => flag.subjectKey)).size).toBe(open.length);
          if (!each.enabled) expect(open).toEqual([]);
        });
        const named = ledger.flags.flatMap((flag) => flag.previousFlagId ?? []);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });
});
