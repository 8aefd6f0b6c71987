import { useEffect } from 'react';
import { pressAgain } from './presses.js';

/** What the service has drawn listens from now on. Within a page: it is taken up later than what surrounds it. */
export function useAwakening(): void {
  useEffect(() => {
    document.getElementById('root')!.removeAttribute('data-asleep');
    pressAgain();
  }, []);
}
