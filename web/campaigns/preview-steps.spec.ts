import { depthOf, drawSteps, stepOf } from './preview-steps.js';

describe('the steps of a map', () => {
  it('hold as many figures each as can be, and none of the zeros', () => {
    expect(drawSteps([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1000], 5)).toEqual([2, 4, 6, 8, 1000]);
  });

  it('are fewer where figures are alike', () => {
    expect(drawSteps([50, 50, 50], 5)).toEqual([50]);
    expect(drawSteps([0, 0], 5)).toEqual([]);
    expect(drawSteps([7], 5)).toEqual([7]);
  });

  it('hold every figure that there is', () => {
    const figures = [0, 3, 3, 8, 40, 41, 500];
    const ends = drawSteps(figures, 4);
    expect(figures.map((figure) => stepOf(figure, ends))).toEqual([undefined, 0, 0, 1, 2, 2, 3]);
    expect(stepOf(9_999, ends)).toBe(3);
  });

  it('are darker the more there is, and the only one is dark', () => {
    expect([0, 1, 2].map((step) => depthOf(step, [1, 2, 3]))).toEqual([0.01, 0.5, 1]);
    expect(depthOf(0, [50])).toBe(1);
  });
});
