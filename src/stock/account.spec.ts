import fc from 'fast-check';
import {
  formatAccount,
  kindOfAccount,
  mayFallBelowZero,
  OWNED_ACCOUNTS,
  ownerOfAccount,
  parseAccount,
  SINGLE_ACCOUNTS,
  type ParsedAccount,
} from './account.js';

const anyAccount: fc.Arbitrary<ParsedAccount> = fc.oneof(
  fc.constantFrom(...SINGLE_ACCOUNTS).map((kind) => ({ kind, ownerId: '' })),
  fc.record({ kind: fc.constantFrom(...OWNED_ACCOUNTS), ownerId: fc.uuid() }),
);

describe('an account', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        expect(parseAccount(formatAccount(account))).toEqual(account);
        expect(kindOfAccount(formatAccount(account))).toBe(account.kind);
        if (account.ownerId !== '')
          expect(ownerOfAccount(formatAccount(account))).toBe(account.ownerId);
      }),
    );
  });

  it.each(['', 'warehouse', 'warehouse:', 'supplier:1', 'shop:1', 'warehouse:a b', 'lost:', ':x'])(
    'is not "%s"',
    (text) => expect(parseAccount(text)).toBeUndefined(),
  );

  it('falls below zero only at the supplier and in the adjustment', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const allowed = account.kind === 'supplier' || account.kind === 'adjustment';
        expect(mayFallBelowZero(formatAccount(account))).toBe(allowed);
      }),
    );
  });
});
