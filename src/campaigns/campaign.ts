import { fold } from '../places/search.js';
import { Problem } from '../problem.js';
import type { Day } from '../time.js';

/**
 * What a campaign is: what is told to whom, from a first to a last day, paid by funders that are known by their names
 * within it, so no two of them have the same, however it is written.
 */
export function assertPeriod({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): void {
  if (endsOn >= startsOn) return;
  const message = {
    en: `The last day (${endsOn}) is before the first (${startsOn}).`,
    sr: `Poslednji dan (${endsOn}) je pre prvog (${startsOn}).`,
  };
  throw new Problem('rule', { errors: [{ path: 'endsOn', message }] });
}

export function assertFunders(funders: readonly { readonly name: string }[]): void {
  const keys = funders.map(({ name }) => fold(name) || name);
  const errors = funders.flatMap(({ name }, index) =>
    keys.indexOf(keys[index]!) === index
      ? []
      : [
          {
            path: `funders[${index}].name`,
            message: {
              en: `"${name}" is there already. Name each funder once.`,
              sr: `„${name}“ je već naveden. Navedite svakog finansijera jednom.`,
            },
          },
        ],
  );
  if (errors.length > 0) throw new Problem('rule', { errors });
}
