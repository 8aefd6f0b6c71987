import type { Movement } from './ledger.js';
import { maskPoint, viewMovement } from './movement-view.js';

const movement: Movement = {
  id: 'm1',
  sequence: 1,
  campaignId: 'c1',
  lotId: 'l1',
  materialId: 'x1',
  from: 'in_transit:b1',
  to: 'delivered:p1',
  quantity: 5,
  cause: { kind: 'confirmation', id: 'k1' },
  batchId: 'b1',
  consignmentId: 's1',
  deliveryPointId: 'p1',
  municipalityCode: '70017',
  actorId: 'a1',
  occurredAt: '2026-03-01T09:00:00.000Z',
  recordedAt: '2026-03-02T09:00:00.000Z',
  hash: 'h',
};

describe('a movement as others see it', () => {
  it('leaves out what is absent, and the municipality', () => {
    const view = viewMovement(movement);
    expect(view).toMatchObject({ to: 'delivered:p1', consignmentId: 's1', hash: 'h' });
    expect(Object.keys(view)).not.toEqual(expect.arrayContaining(['reverses']));
    expect(Object.keys(view)).not.toEqual(expect.arrayContaining(['municipalityCode']));
  });

  it('does not show a confidential point', () => {
    const view = viewMovement(maskPoint(movement, new Set(['p1'])));
    expect(view.to).toBe('delivered:confidential');
    expect(JSON.stringify(view)).not.toMatch(/p1|s1|b1|k1/);
    expect(view.quantity).toBe(5);
  });

  it('shows every other point', () => {
    expect(maskPoint(movement, new Set(['p2']))).toBe(movement);
  });
});
