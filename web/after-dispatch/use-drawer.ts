import { useEffect, useState } from 'react';

const LEAVING_MS = 220;

/**
 * A drawer that is only there while it is needed: it opens once it is there and goes once it has closed, so that the focus
 * returns to where it came from.
 */
export function useDrawer(onGone: () => void): { isOpen: boolean; leave: () => void } {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => setIsOpen(true), []);
  const leave = (): void => {
    setIsOpen(false);
    window.setTimeout(onGone, LEAVING_MS);
  };
  return { isOpen, leave };
}
