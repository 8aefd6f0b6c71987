import { useQuery } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import { useCommand } from '../parts/use-command.js';

const ASKED_EVERY_MS = 700;
const DEMO = 'demo';

/** How far the demo is; asked again and again while it fills. */
export function useDemo() {
  return useQuery({
    queryKey: [DEMO],
    queryFn: () => read(api.GET('/api/v1/demo')),
    refetchInterval: ({ state }) => (state.data?.state === 'starting' ? ASKED_EVERY_MS : false),
    // It may end by itself.
    staleTime: 0,
  });
}

export function useStartDemo() {
  return useCommand({ run: () => read(api.POST('/api/v1/demo')), changes: [DEMO] });
}

export function useEndDemo(done: string) {
  return useCommand({
    run: () => read(api.DELETE('/api/v1/demo')),
    done: () => done,
    changes: [DEMO],
  });
}
