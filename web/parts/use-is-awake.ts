import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** Whether the page can do anything yet: drawn by the service, it is there before its scripts are. */
export function useIsAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
