import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  CHAIN_START,
  FIRST_PREVIOUS_HASH,
  followChain,
  hashMovement,
  type UnhashedMovement,
  writeCanonical,
} from './chain.js';
import type { Movement } from './ledger.js';
import { viewMovement } from './movement-view.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function buildChain(quantities: readonly number[]): Movement[] {
  const movements: Movement[] = [];
  let previous = FIRST_PREVIOUS_HASH;
  for (const [index, quantity] of quantities.entries()) {
    const movement: UnhashedMovement = {
      id: `m${index + 1}`,
      sequence: index + 1,
      campaignId: 'c',
      lotId: 'l',
      materialId: 'x',
      from: 'supplier',
      to: 'warehouse:w',
      quantity,
      cause: { kind: 'receipt', id: 'r' },
      actorId: 'a',
      municipalityCode: '70017',
      occurredAt: '2026-03-01T09:00:00.000Z',
      recordedAt: `2026-03-01T10:00:00.${String(index).padStart(3, '0')}Z`,
    };
    previous = hashMovement(previous, movement, sha256);
    movements.push({ ...movement, hash: previous });
  }
  return movements;
}

const someQuantities = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 });

describe('the chain', () => {
  it('holds, whole or in parts', () => {
    fc.assert(
      fc.property(someQuantities, fc.nat(20), (quantities, split) => {
        const movements = buildChain(quantities);
        const whole = followChain(CHAIN_START, movements, sha256);
        const first = followChain(CHAIN_START, movements.slice(0, split), sha256);
        const rest = followChain(first.link, movements.slice(split), sha256);
        expect(whole.firstOffender).toBeUndefined();
        expect(rest.link).toEqual(whole.link);
      }),
    );
  });

  it('names the first movement that was changed, left out or put in another place', () => {
    fc.assert(
      fc.property(
        someQuantities,
        fc.nat(),
        fc.constantFrom(...OFFENCES),
        (quantities, at, spoil) => {
          const movements = buildChain(quantities);
          const index = at % movements.length;
          const offended = spoil(movements, index);
          const found = followChain(CHAIN_START, offended, sha256).firstOffender;
          expect(found).toContain(`sequence ${index + 1} `);
        },
      ),
    );
  });

  it('is made of the movement as the interface writes it, its members by name and without its hash', () => {
    const [plain] = buildChain([5]);
    const full = {
      ...plain!,
      batchId: 'b',
      consignmentId: 's',
      deliveryPointId: 'p',
      reverses: 'm0',
    };
    for (const movement of [plain!, full]) {
      const { hash: _hash, ...view } = viewMovement(movement);
      const names = [...Object.keys(view), 'kind'].sort();
      expect(writeCanonical(movement)).toBe(JSON.stringify(view, names));
    }
  });

  it('does not depend on the municipality', () => {
    const [movement] = buildChain([5]);
    const moved = { ...movement!, municipalityCode: '80047' };
    expect(followChain(CHAIN_START, [moved], sha256).firstOffender).toBeUndefined();
  });
});

type Offence = (movements: Movement[], index: number) => Movement[];
const OFFENCES: Offence[] = [
  (movements, index) =>
    movements.map((one, at) => (at === index ? { ...one, quantity: one.quantity + 1 } : one)),
  (movements, index) =>
    movements.map((one, at) => (at === index ? { ...one, actorId: 'another' } : one)),
  (movements, index) =>
    movements.map((one, at) => (at === index ? { ...one, to: 'warehouse:other' as const } : one)),
  (movements, index) =>
    movements.map((one, at) =>
      at === index ? { ...one, recordedAt: '2025-01-01T00:00:00.000Z' } : one,
    ),
  (movements, index) =>
    movements.map((one, at) => (at === index ? { ...one, sequence: one.sequence + 1 } : one)),
];
