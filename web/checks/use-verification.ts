import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Verification = components['schemas']['VerificationDto'];
export type Invariant = Verification['invariants'][number];

/** Everything counted anew: asked for once, and then by the button alone. */
export const verificationQuery = queryOptions({
  queryKey: ['verification'],
  queryFn: (): Promise<Verification> => read(api.GET('/api/v1/verify')),
  staleTime: Infinity,
  gcTime: Infinity,
});
