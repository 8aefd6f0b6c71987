import { FLAG_KINDS, type FlagKind } from '../../src/flags/rules.js';
import { listBatches, offerBatch } from './next-doing.js';

const flag = (
  rule: FlagKind,
  municipalityCode: string | null,
  materialId: string | null = null,
  batchId: string | null = null,
) => ({ rule, municipalityCode, materialId, batchId });

describe('a batch for a selection of flags', () => {
  it('goes to each of their places once', () => {
    const offer = offerBatch([
      flag('never_reached', '70432'),
      flag('below_target', '70432'),
      flag('unplanned', '70017'),
    ]);
    expect(offer).toEqual({
      municipalityCodes: ['70432', '70017'],
      search: { municipality: '70432,70017' },
    });
  });

  it('brings the materials that they name, and all where one names none', () => {
    const named = [flag('stale', '1', 'A'), flag('stale', '2', 'B'), flag('stale', '3', 'A')];
    expect(offerBatch(named)?.search.material).toBe('A,B');
    expect(offerBatch([...named, flag('stale', '1')])?.search.material).toBeUndefined();
  });

  it('leaves out what sending something does not help', () => {
    const helped = FLAG_KINDS.filter((rule) => offerBatch([flag(rule, '70432')]) !== undefined);
    expect(helped).toEqual(['never_reached', 'below_target', 'stale', 'unplanned']);
    expect(offerBatch([flag('stale', null)])).toBeUndefined();
    expect(offerBatch([])).toBeUndefined();
  });
});

it('the batches of flags about consignments are named once, the one with most flags first', () => {
  const flags = [
    flag('overdue', '1', null, 'x'),
    flag('overdue', '1', null, 'y'),
    flag('unresolved_discrepancy', '2', null, 'y'),
    flag('never_reached', '2'),
  ];
  expect(listBatches(flags)).toEqual([
    { batchId: 'y', flags: 2 },
    { batchId: 'x', flags: 1 },
  ]);
});
