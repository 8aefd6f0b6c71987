import { COVERAGE_STATES } from '../../src/coverage/coverage.js';
import { fillOf, SHARE_STEPS, shareFill } from './coverage-shape.js';

describe('how a municipality looks', () => {
  it('is hatched without a target, whatever the map shows', () => {
    for (const shading of ['state', 'share'] as const) {
      expect(fillOf({ state: 'no_target', share: null }, shading)).toBe('hatched');
      expect(fillOf({ state: null, share: null }, shading)).toBe('hatched');
    }
  });

  it('has a colour of its own for each state', () => {
    const fills = COVERAGE_STATES.map((state) =>
      fillOf({ state, share: state === 'no_target' ? null : 0.5 }, 'state'),
    );
    expect(new Set(fills).size).toBe(COVERAGE_STATES.length);
  });

  it('has one colour within each step of a share, and another in each', () => {
    const fills = SHARE_STEPS.map(({ from }) => shareFill(from));
    expect(new Set(fills).size).toBe(SHARE_STEPS.length);
    for (const { from, below } of SHARE_STEPS) {
      if (from < below) expect(shareFill(below - 0.001)).toBe(shareFill(from));
    }
  });

  it('never shows a little as nothing, nor nearly all as all', () => {
    expect(shareFill(0.0001)).not.toBe(shareFill(0));
    expect(shareFill(0.9999)).not.toBe(shareFill(1));
    expect(shareFill(0.9999)).toBe(shareFill(0.75));
  });
});
