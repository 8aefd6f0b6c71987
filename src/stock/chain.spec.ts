import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  CHAIN_START,
  FIRST_PREVIOUS_HASH,
  followChain,
  hashMovement,
  type Hashing,
  type UnhashedMovement,
} from './chain.js';
import type { Movement } from './ledger.js';

const hashing: Hashing = {
  canonicalJson: (value) => JSON.stringify(value, Object.keys(flatten(value)).sort()),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};
function flatten(value: unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value as object)) {
    found[key] = inner;
    if (typeof inner === 'object') Object.assign(found, flatten(inner));
  }
  return found;
}

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
    previous = hashMovement(previous, movement, hashing);
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
        const whole = followChain(CHAIN_START, movements, hashing);
        const first = followChain(CHAIN_START, movements.slice(0, split), hashing);
        const rest = followChain(first.link, movements.slice(split), hashing);
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
          const found = followChain(CHAIN_START, offended, hashing).firstOffender;
          expect(found).toContain(`sequence ${index + 1} `);
        },
      ),
    );
  });

  it('does not depend on the municipality', () => {
    const [movement] = buildChain([5]);
    const moved = { ...movement!, municipalityCode: '80047' };
    expect(followChain(CHAIN_START, [moved], hashing).firstOffender).toBeUndefined();
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
