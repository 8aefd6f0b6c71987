import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Texts = Readonly<Record<string, string | undefined>>;

/**
 * The part of the address after `?`, so that what a page shows can be sent to somebody else: `[address, setAddress]`.
 * Setting one to undefined takes it away; `replace` leaves no step to go back to, as for typing.
 */
export function useAddress(): [Texts, (changes: Texts, options?: { replace?: boolean }) => void] {
  const address = useSearch({ strict: false }) as Texts;
  const navigate = useNavigate();
  const set = useCallback(
    (changes: Texts, { replace = true } = {}): void => {
      void navigate({ to: '.', search: (former: Texts) => ({ ...former, ...changes }), replace });
    },
    [navigate],
  );
  return [address, set];
}
