import { isComplete, listChanges, readOrderDraft, startOrder } from './print-order-draft.js';

const FUNDERS = ['European Union', 'OAK Foundation'];
const ORDER = {
  materialId: 'leaflet',
  lotNumber: 'L-1',
  quantity: 120_000,
  supplier: 'Štamparija',
  expectedOn: '2026-09-25',
  funding: [
    { funder: 'European Union', percent: 60 },
    { funder: 'OAK Foundation', percent: 40 },
  ],
  cost: { amount: 1_080_000, currency: 'RSD' },
};

describe('a print order in the form', () => {
  it('comes out as it went in', () => {
    const { materialId: _, ...content } = ORDER;
    expect(readOrderDraft(startOrder(FUNDERS, ORDER))).toStrictEqual(content);
  });

  it('sends only what was changed', () => {
    const draft = startOrder(FUNDERS, ORDER);
    const before = readOrderDraft(draft);
    expect(listChanges(before, readOrderDraft(draft))).toStrictEqual({});
    expect(
      listChanges(before, readOrderDraft({ ...draft, quantity: 100_000, amount: '' })),
    ).toStrictEqual({ quantity: 100_000, cost: null });
  });

  it('takes shares in another order as the same', () => {
    const draft = startOrder(FUNDERS, ORDER);
    const turned = { 'OAK Foundation': 40, 'European Union': 60 };
    expect(
      listChanges(readOrderDraft(draft), readOrderDraft({ ...draft, shares: turned })),
    ).toStrictEqual({});
  });

  it.each([
    [{}, true],
    [{ materialId: null }, false],
    [{ lotNumber: '  ' }, false],
    [{ quantity: '' }, false],
    [{ quantity: 0 }, false],
    [{ supplier: '' }, false],
    [{ expectedOn: '' }, false],
    [{ shares: { 'European Union': 60 } }, false],
    [{ amount: '' }, true],
  ])('with %j is complete: %p', (change, complete) => {
    expect(isComplete({ ...startOrder(FUNDERS, ORDER), ...change })).toBe(complete);
  });
});
