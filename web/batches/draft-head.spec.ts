import {
  compareHeads,
  mergeHeads,
  NEW_HEAD,
  readHead,
  writeExpectedAt,
  writeHead,
} from './draft-head.js';

describe('the head of a draft', () => {
  const written = {
    warehouseId: 'w',
    mode: 'courier' as const,
    carrier: 'Pošta',
    vehicle: null,
    driver: null,
    expectedAt: '2026-11-30T09:00:00.000Z',
  };

  it('is read and written back as it was', () => {
    expect(writeHead(readHead(written), 'w', written.expectedAt)).toEqual(written);
  });

  it('has no empty texts', () => {
    const head = { ...NEW_HEAD, carrier: '  ', driver: ' Ana ' };
    expect(writeHead(head, 'w', null)).toMatchObject({
      carrier: null,
      driver: 'Ana',
      expectedAt: null,
    });
  });

  it.each([
    ['', '2026-11-30T09:00:00.000Z', null],
    ['2026-11-30', '2026-11-30T09:00:00.000Z', '2026-11-30T09:00:00.000Z'],
    ['2026-12-01', '2026-11-30T09:00:00.000Z', '2026-12-01T22:59:59.999Z'],
    ['2026-07-01', null, '2026-07-01T21:59:59.999Z'],
  ])('expected on %s after %s is expected at %s', (day, former, instant) => {
    expect(writeExpectedAt(day, former)).toBe(instant);
  });

  it('tells in which fields two differ', () => {
    const theirs = readHead(written);
    expect(compareHeads(theirs, theirs)).toEqual([]);
    expect(compareHeads(theirs, { ...theirs, carrier: 'Kurir', vehicle: 'BG' })).toEqual([
      'carrier',
      'vehicle',
    ]);
  });

  it('laid over another’s keeps what each changed', () => {
    const begun = readHead(written);
    const mine = { ...begun, vehicle: 'BG-1', carrier: 'Kurir' };
    const theirs = { ...begun, driver: 'Ana', carrier: 'Bus' };
    expect(mergeHeads(begun, mine, theirs)).toEqual({
      ...begun,
      vehicle: 'BG-1',
      driver: 'Ana',
      carrier: 'Kurir',
    });
  });
});
