/** What part of the campaign the map, the table and the figures show, as the address says it. What the address says wrongly is left out. */
import { type Day, isDay } from '../../src/time.js';
import { STANDINGS, type Standing } from './standing.js';

export interface View {
  readonly material: string | undefined;
  /** A day that is over; undefined: now. */
  readonly asOf: Day | undefined;
  readonly shading: 'state' | 'share';
  readonly show: Standing | 'changed' | undefined;
}

export function readView(
  address: Readonly<Record<string, string | undefined>>,
  known: {
    readonly materialIds: readonly string[];
    readonly startsOn: Day;
    readonly today: Day;
  },
): View {
  const { material, asOf, shading, show } = address;
  return {
    material: known.materialIds.find((id) => id === material),
    asOf:
      asOf !== undefined && isDay(asOf) && asOf >= known.startsOn && asOf < known.today
        ? asOf
        : undefined,
    shading: shading === 'share' ? 'share' : 'state',
    show: show === 'changed' ? show : STANDINGS.find((standing) => standing === show),
  };
}

/** The question whose answer the map, the table and the figures show. */
export function questionOf(
  campaign: string,
  { material, asOf }: Partial<Pick<View, 'material' | 'asOf'>> = {},
): { campaign: string; material?: string; asOf?: string } {
  return {
    campaign,
    ...(material === undefined ? {} : { material }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
