/**
 * A place's position: both figures or neither. A delivery point over 1 km outside its municipality is refused, whatever else
 * lies outside is told as a warning.
 */
import type { Text } from '../problem.js';
import { Problem } from '../problem.js';
import type { CellIndex } from './cells.js';
import { metersOutside, requirePositionIn } from './cells.js';
import type { Unit } from './register.js';

export interface MaybePosition {
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

/** @throws Problem `rule` where one figure is given without the other. */
export function refuseHalfPosition(place: MaybePosition): void {
  const lacks = (figure: number | null | undefined): boolean =>
    figure === null || figure === undefined;
  if (lacks(place.latitude) === lacks(place.longitude)) return;
  const message = {
    en: 'Give both latitude and longitude, or neither.',
    sr: 'Navedite i geografsku širinu i dužinu, ili nijednu.',
  };
  throw new Problem('rule', {
    errors: [{ path: lacks(place.latitude) ? 'latitude' : 'longitude', message }],
  });
}

/** @throws Problem `position_outside` */
export function refuseFarPosition(
  cells: CellIndex,
  place: MaybePosition,
  unit: Unit,
  describeUnit: (code: string) => string,
): void {
  const { latitude, longitude } = place;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return;
  requirePositionIn(cells, { latitude, longitude }, unit, describeUnit);
}

/** What is to be said of a position that was accepted; undefined where it lies inside. */
export function warnOfPosition(
  cells: CellIndex,
  place: MaybePosition,
  unit: Unit,
): Text | undefined {
  const { latitude, longitude } = place;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  const meters = metersOutside(cells, { latitude, longitude }, unit.code);
  if (meters === 0) return undefined;
  const far = meters > 1_000;
  return {
    en: `The position lies ${far ? 'over 1 km' : `${Math.ceil(meters)} m`} outside ${unit.nameLatn}. Check the position and the municipality.`,
    sr: `Položaj je ${far ? 'više od 1 km' : `${Math.ceil(meters)} m`} izvan opštine ${unit.nameLatn}. Proverite položaj i opštinu.`,
  };
}
