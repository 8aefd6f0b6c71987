import { Problem } from '../problem.js';
import { CAUSE_KINDS, reverseMovement, type CauseKind, type Movement } from './ledger.js';
import { requireReversible } from './reversal.js';

function movementOf(kind: CauseKind): Movement {
  return {
    id: 'm1',
    sequence: 1,
    campaignId: 'c1',
    lotId: 'l1',
    materialId: 'x1',
    from: 'in_transit:b1',
    to: 'delivered:p1',
    quantity: 5,
    cause: { kind, id: 'cause1' },
    batchId: 'b1',
    consignmentId: 's1',
    deliveryPointId: 'p1',
    municipalityCode: '70017',
    actorId: 'a1',
    occurredAt: '2026-03-01T09:00:00.000Z',
    recordedAt: '2026-03-02T09:00:00.000Z',
    hash: 'h',
  };
}

describe('reversal', () => {
  it.each(['receipt', 'issue'] as const)('takes a %s', (kind) => {
    expect(() => requireReversible(movementOf(kind))).not.toThrow();
  });

  it('names the command for everything else', () => {
    for (const kind of CAUSE_KINDS.filter((one) => one !== 'receipt' && one !== 'issue')) {
      try {
        requireReversible(movementOf(kind));
        throw new Error(`${kind} was not refused`);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        expect((error as Problem).extra['command']).toMatch(/^\//);
      }
    }
  });

  it.each([
    ['confirmation', '/confirmations/cause1/correct'],
    ['dispatch', '/batches/b1/return'],
  ] as const)('of a %s names %s', (kind, command) => {
    expect(() => requireReversible(movementOf(kind))).toThrow(
      expect.objectContaining({ extra: expect.objectContaining({ command }) }),
    );
  });

  it('goes the other way round, bears the date of what it reverses, and names it', () => {
    expect(reverseMovement(movementOf('issue'))).toMatchObject({
      from: 'delivered:p1',
      to: 'in_transit:b1',
      quantity: 5,
      occurredAt: '2026-03-01T09:00:00.000Z',
      consignmentId: 's1',
      municipalityCode: '70017',
      reverses: 'm1',
    });
  });
});
