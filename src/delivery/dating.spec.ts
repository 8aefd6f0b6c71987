import fc from 'fast-check';
import { addTime } from '../time.js';
import { dateDelivery } from './dating.js';

const dispatched = '2026-03-01T08:00:00.000Z';
const received = '2026-03-05T08:00:00.000Z';

describe('a delivery', () => {
  it.each([
    [
      'by the device between dispatch and receipt',
      '2026-03-02T10:00:00.000Z',
      'device',
      '2026-03-02T10:00:00.000Z',
    ],
    ['by the device at the very dispatch', dispatched, 'device', dispatched],
    ['by the device at the very receipt', received, 'device', received],
    [
      'by receipt where the device says before dispatch',
      '2026-03-01T07:59:59.999Z',
      'receipt',
      received,
    ],
    [
      'by receipt where the device says after receipt',
      '2026-03-05T08:00:00.001Z',
      'receipt',
      received,
    ],
    ['by receipt where the device is years off', '1970-01-01T00:00:00.000Z', 'receipt', received],
  ])('is dated %s', (_, deviceTime, datedBy, occurredAt) => {
    const date = dateDelivery({ deviceTime, receivedAt: received, dispatchedAt: dispatched });
    expect(date).toMatchObject({ datedBy, occurredAt });
    expect(date.clockDifferenceMs).toBe(Date.parse(deviceTime) - Date.parse(occurredAt));
  });

  it.each([
    ['device before both', '2026-02-01T00:00:00.000Z'],
    ['device after both', '2026-04-01T00:00:00.000Z'],
    ['device between receipt and dispatch', '2026-02-28T12:00:00.000Z'],
  ])('that was told before the dispatch is dated by the dispatch: %s', (_, deviceTime) => {
    const receivedAt = '2026-02-28T08:00:00.000Z';
    expect(dateDelivery({ deviceTime, receivedAt, dispatchedAt: dispatched })).toMatchObject({
      datedBy: 'dispatch',
      occurredAt: dispatched,
    });
  });

  it('of a batch that never left is dated by the device or by receipt', () => {
    const of = (deviceTime: string) =>
      dateDelivery({ deviceTime, receivedAt: received, dispatchedAt: null }).datedBy;
    expect(of('2026-03-01T00:00:00.000Z')).toBe('device');
    expect(of('2026-03-06T00:00:00.000Z')).toBe('receipt');
  });

  it('never lies before its dispatch', () => {
    const instant = fc
      .integer({ min: -1000, max: 1000 })
      .map((hours) => addTime(dispatched, hours * 3_600_000));
    fc.assert(
      fc.property(instant, instant, instant, (deviceTime, receivedAt, dispatchedAt) => {
        const { occurredAt } = dateDelivery({ deviceTime, receivedAt, dispatchedAt });
        expect(occurredAt >= dispatchedAt).toBe(true);
        expect([deviceTime, receivedAt, dispatchedAt]).toContain(occurredAt);
      }),
    );
  });
});
