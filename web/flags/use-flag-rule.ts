import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';

/** The rule that raised a flag. */
export function flagRuleQuery(id: string) {
  return queryOptions({
    queryKey: ['flag-rules', 'one', id],
    queryFn: () => read(api.GET('/api/v1/flag-rules/{id}', { params: { path: { id } } })),
  });
}
