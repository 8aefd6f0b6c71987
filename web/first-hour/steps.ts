/**
 * The way from nothing to the first batch. What is done follows from the data alone, so whoever comes back, on another machine or as
 * somebody else, finds the way where it stands.
 */
export const STEPS = [
  'campaign',
  'materials',
  'targets',
  'warehouse',
  'stock',
  'points',
  'batch',
] as const;
export type Step = (typeof STEPS)[number];

export interface SetupFacts {
  readonly campaigns: number;
  /** Of the campaign. */
  readonly materials: number;
  readonly targetRules: number;
  readonly overrides: number;
  readonly warehouses: number;
  readonly printOrders: number;
  /** Print runs of which something was received. */
  readonly lots: number;
  readonly points: number;
  readonly batches: number;
}

/** What a step stands on. */
const NEEDS: Readonly<Record<Step, readonly Step[]>> = {
  campaign: [],
  materials: ['campaign'],
  targets: ['materials'],
  warehouse: [],
  stock: ['materials', 'warehouse'],
  points: [],
  batch: ['stock', 'points'],
};

/** `next` is the first that can be taken; `open` can be taken too; `waiting` needs others first. */
export interface StepStand {
  readonly step: Step;
  readonly state: 'done' | 'next' | 'open' | 'waiting';
  /** What has to come first, while it waits. */
  readonly needs: readonly Step[];
}

export function standOf(facts: SetupFacts): readonly StepStand[] {
  const isDone = (step: Step): boolean => doneBy(step, facts);
  const needsOf = (step: Step): Step[] => NEEDS[step].filter((need) => !isDone(need));
  const next = STEPS.find((step) => !isDone(step) && needsOf(step).length === 0);
  return STEPS.map((step) => {
    if (isDone(step)) return { step, state: 'done', needs: [] };
    const needs = needsOf(step);
    if (needs.length > 0) return { step, state: 'waiting', needs };
    return { step, state: step === next ? 'next' : 'open', needs };
  });
}

function doneBy(step: Step, facts: SetupFacts): boolean {
  switch (step) {
    case 'campaign':
      return facts.campaigns > 0;
    case 'materials':
      return facts.materials > 0;
    case 'targets':
      return facts.targetRules + facts.overrides > 0;
    case 'warehouse':
      return facts.warehouses > 0;
    case 'stock':
      return facts.lots > 0;
    case 'points':
      return facts.points > 0;
    case 'batch':
      return facts.batches > 0;
    default:
      return step satisfies never;
  }
}

/** Steps that only an administrator takes; the others are a coordinator's too. */
export function isForAdministrators(step: Step): boolean {
  return step === 'campaign' || step === 'materials' || step === 'targets';
}
