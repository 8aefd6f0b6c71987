import { useEffect, useState } from 'react';
import { AGAIN_MS } from './again.js';

/** The present moment, renewed now and then on a page that stays open. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
