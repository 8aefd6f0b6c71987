import { Problem } from '../problem.js';
import { readIssueTarget } from './issue-target.js';

describe('where an issue goes', () => {
  it('is a delivery point', () => {
    expect(readIssueTarget({ deliveryPointId: 'p' })).toEqual({
      kind: 'point',
      deliveryPointId: 'p',
    });
  });

  it('is a municipality, on an occasion', () => {
    expect(readIssueTarget({ municipalityCode: '71242', occasion: 'fair' })).toEqual({
      kind: 'hand_out',
      municipalityCode: '71242',
      occasion: 'fair',
    });
  });

  it.each([
    [{}],
    [{ municipalityCode: '71242' }],
    [{ occasion: 'fair' }],
    [{ deliveryPointId: 'p', occasion: 'fair' }],
    [{ deliveryPointId: 'p', municipalityCode: '71242', occasion: 'fair' }],
  ])('is not %j', (told) => {
    expect(() => readIssueTarget(told)).toThrow(Problem);
  });
});
