import type { DehydratedState } from '@tanstack/react-query';

/** What the service writes into a page that it has drawn, so that the browser goes on from it without asking again. */
export interface Drawn {
  /** Where the reader was led: another address than the one asked for where they are not signed in. */
  readonly address: string;
  readonly answers: DehydratedState;
}

/** The element that holds it, as the service writes it. */
const ID = 'drawn';

export function wasDrawn(): boolean {
  return document.getElementById(ID) !== null;
}

export function readDrawn(): Drawn | undefined {
  const written = document.getElementById(ID)?.textContent;
  return written ? (JSON.parse(written) as Drawn) : undefined;
}
