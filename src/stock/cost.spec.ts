import { Problem } from '../problem.js';
import { costColumns, readCost, requireCurrency } from './cost.js';

describe('a cost', () => {
  it('is read back as it was written', () => {
    const cost = { amount: 120.5, currency: 'EUR' };
    const columns = costColumns(cost);
    expect(readCost(columns.cost_amount, columns.cost_currency)).toEqual(cost);
    expect(readCost(null, null)).toBeNull();
  });

  it.each(['rsd', 'EU1', 'дин'])('has no currency %s', (currency) => {
    expect(() => requireCurrency({ amount: 1, currency })).toThrow(Problem);
  });

  it('may be absent', () => {
    expect(() => requireCurrency(undefined)).not.toThrow();
  });
});
