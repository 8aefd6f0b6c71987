import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { sessionQuery } from '../api/session-query.js';

type FirstAdministrator = components['schemas']['FirstAdministratorDto'];

/** Makes the first administrator, who is signed in from then on and begins to set up. */
export function useFirstAdministrator() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: FirstAdministrator) =>
      read(api.POST('/api/v1/auth/first-administrator', { body })),
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/setup' });
    },
  });
}
