import { useRef } from 'react';
import { momentOn } from './booking-day.js';

/**
 * The moment of a booking: the same for as long as the same content is sent again, since what got no answer may have been
 * booked, and only the very same is recognised as such. `[momentFor(content, day), forget]`.
 */
export function useSentAt(): [(content: unknown, day: string) => string, () => void] {
  const sent = useRef<{ content: string; at: string } | undefined>(undefined);
  const momentFor = (content: unknown, day: string): string => {
    const text = JSON.stringify([content, day]);
    if (sent.current?.content !== text)
      sent.current = { content: text, at: momentOn(day, new Date().toISOString()) };
    return sent.current.at;
  };
  const forget = (): void => {
    sent.current = undefined;
  };
  return [momentFor, forget];
}
