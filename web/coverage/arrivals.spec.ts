import { gatherArrivals, gatherPoints } from './arrivals.js';
import type { DistributionRow } from './use-distribution-list.js';
import type { Issue } from './use-municipality.js';

const row = (changes: Partial<DistributionRow>): DistributionRow => ({
  deliveryPointId: 'p1',
  name: 'Gimnazija',
  kind: 'school',
  tags: ['secondary'],
  confidential: false,
  municipalityCode: '70432',
  municipalityName: 'Čačak',
  materialId: 'leaflet',
  lotNumbers: [],
  funders: [],
  delivered: 0,
  withdrawn: 0,
  firstDeliveredAt: null,
  lastDeliveredAt: null,
  proof: null,
  state: 'not_reached',
  outlook: null,
  deliveries: [],
  ...changes,
});

const delivery = (at: string, delivered: number): DistributionRow['deliveries'][number] => ({
  consignmentId: `c ${at}`,
  batchId: 'b',
  waybillNumber: 'DOM-1',
  mode: 'post',
  delivered,
  firstDeliveredAt: at,
  lastDeliveredAt: at,
  proof: 'carrier',
});

const issue = (changes: Partial<Issue>): Issue => ({
  id: 'i1',
  campaignId: 'c',
  warehouseId: 'w',
  to: { municipalityCode: '70432', occasion: 'Sajam' },
  lines: [{ materialId: 'leaflet', quantity: 800 }],
  estimated: true,
  actorId: 'a',
  occurredAt: '2026-10-05T10:00:00.000Z',
  recordedAt: '2026-10-05T10:00:00.000Z',
  reversed: false,
  movements: [],
  ...changes,
});

describe('what came to a municipality', () => {
  it('is every delivery and hand-out, the latest first', () => {
    const rows = [
      row({
        deliveries: [
          delivery('2026-10-09T10:00:00.000Z', 7),
          delivery('2026-10-01T10:00:00.000Z', 5),
        ],
      }),
    ];
    const arrivals = gatherArrivals(rows, [issue({})]);
    expect(arrivals.map(({ quantity }) => quantity)).toEqual([7, 800, 5]);
    expect(arrivals[0]).toMatchObject({ batchId: 'b', proof: 'carrier', point: { id: 'p1' } });
    expect(arrivals[1]).toMatchObject({ occasion: 'Sajam', isEstimated: true, point: null });
    expect(new Set(arrivals.map(({ id }) => id)).size).toBe(3);
  });

  it('does not hold what was reversed, nor twice what the list has already', () => {
    const toPoint = issue({ id: 'i2', to: { deliveryPointId: 'p1' } });
    expect(gatherArrivals([], [issue({ reversed: true }), toPoint])).toEqual([]);
  });
});

describe('the delivery points of a municipality', () => {
  it('stand once each, with all that they got', () => {
    const points = gatherPoints([
      row({ delivered: 100, lastDeliveredAt: '2026-10-01T10:00:00.000Z' }),
      row({
        materialId: 'poster',
        delivered: 5,
        lastDeliveredAt: '2026-10-03T10:00:00.000Z',
      }),
      row({
        deliveryPointId: 'p2',
        name: 'Sigurna kuća',
        confidential: true,
        materialId: null,
        outlook: 'nothing',
      }),
    ]);
    expect(points).toMatchObject([
      {
        id: 'p1',
        total: 105,
        lastDeliveredAt: '2026-10-03T10:00:00.000Z',
        got: [
          { materialId: 'leaflet', quantity: 100 },
          { materialId: 'poster', quantity: 5 },
        ],
      },
      { id: 'p2', total: 0, got: [], isConfidential: true, outlook: 'nothing' },
    ]);
  });
});
