import { type SetupFacts, standOf, type Step, STEPS } from './steps.js';

const NOTHING: SetupFacts = {
  campaigns: 0,
  materials: 0,
  targetRules: 0,
  overrides: 0,
  warehouses: 0,
  printOrders: 0,
  lots: 0,
  points: 0,
  batches: 0,
};

/** What each step leaves behind, in the order in which one goes. */
const LEFT_BY: readonly (readonly [Step, Partial<SetupFacts>])[] = [
  ['campaign', { campaigns: 1 }],
  ['materials', { materials: 3 }],
  ['targets', { targetRules: 1 }],
  ['warehouse', { warehouses: 1 }],
  ['stock', { printOrders: 1, lots: 1 }],
  ['points', { points: 12 }],
  ['batch', { batches: 1 }],
];

const nextOf = (facts: SetupFacts): Step | undefined =>
  standOf(facts).find(({ state }) => state === 'next')?.step;

describe('the way to the first batch', () => {
  it('leads from step to step, each the next once those before it are done', () => {
    let facts = NOTHING;
    for (const [step, left] of LEFT_BY) {
      expect(nextOf(facts)).toBe(step);
      facts = { ...facts, ...left };
    }
    expect(nextOf(facts)).toBeUndefined();
    expect(standOf(facts).every(({ state }) => state === 'done')).toBe(true);
  });

  it('says what has to come first', () => {
    const stand = new Map(standOf(NOTHING).map((each) => [each.step, each]));
    expect(stand.get('materials')).toMatchObject({ state: 'waiting', needs: ['campaign'] });
    expect(stand.get('stock')).toMatchObject({ needs: ['materials', 'warehouse'] });
    expect(stand.get('points')).toMatchObject({ state: 'open', needs: [] });
  });

  it('can be gone in another order', () => {
    expect(nextOf({ ...NOTHING, warehouses: 1, points: 400 })).toBe('campaign');
    const without = { ...NOTHING, campaigns: 1, materials: 1, warehouses: 1, lots: 1, points: 5 };
    expect(nextOf(without)).toBe('targets');
    expect(standOf(without).find(({ step }) => step === 'batch')?.state).toBe('open');
  });

  it('takes targets set by hand for targets, and an order for no stock', () => {
    const facts = { ...NOTHING, campaigns: 1, materials: 1, overrides: 2, printOrders: 1 };
    const done = standOf(facts).filter(({ state }) => state === 'done');
    expect(done.map(({ step }) => step)).toEqual(['campaign', 'materials', 'targets']);
  });

  it('tells of every step exactly once, with one next at most, whatever there is', () => {
    for (let bits = 0; bits < 2 ** LEFT_BY.length; bits += 1) {
      const facts = LEFT_BY.reduce(
        (sum, [, left], index) => ((bits >> index) & 1 ? { ...sum, ...left } : sum),
        NOTHING,
      );
      const stand = standOf(facts);
      expect(stand.map(({ step }) => step)).toEqual(STEPS);
      expect(stand.filter(({ state }) => state === 'next').length).toBeLessThanOrEqual(1);
      for (const { state, needs } of stand) expect(state === 'waiting').toBe(needs.length > 0);
    }
  });
});
