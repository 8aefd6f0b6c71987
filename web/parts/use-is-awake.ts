import { startTransition, useEffect, useState } from 'react';

/** Whether the page can do anything yet: drawn by the service, it is there before its scripts are. */
export function useIsAwake(): boolean {
  const [isAwake, setAwake] = useState(isDrawnHere);
  useEffect(() => startTransition(() => setAwake(true)), []);
  return isAwake;
}

/** By the browser, from the beginning: neither by the service, nor by going on from what that has drawn. */
function isDrawnHere(): boolean {
  return typeof document !== 'undefined' && document.querySelector('[data-asleep]') === null;
}
