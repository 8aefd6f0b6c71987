/**
 * Populations are versions with times: from when a figure holds, and since when it is known. As of a moment the latest
 * figure that held then counts, as known at a moment only what was recorded by then. Before the first version
 * was recorded the first one counts: no municipality is ever without a population.
 */
import type { Instant } from '../time.js';
import type { PopulationStatus } from './register.js';

export interface PopulationVersion {
  readonly municipalityCode: string;
  readonly population: number;
  readonly populationStatus: PopulationStatus;
  readonly validFrom: Instant;
  readonly recordedAt: Instant;
}

export interface Moment {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

/** The version of each municipality that counts at the moment; now where none is given. */
export function populationsAt(
  versions: readonly PopulationVersion[],
  moment: Moment = {},
): Map<string, PopulationVersion> {
  const counting = new Map<string, PopulationVersion>();
  for (const version of versions) {
    const standing = counting.get(version.municipalityCode);
    if (standing === undefined || isBetter(version, standing, moment)) {
      counting.set(version.municipalityCode, version);
    }
  }
  return counting;
}

/** One that counts goes before one that does not; of those that count the later, of the others the earlier. */
function isBetter(a: PopulationVersion, b: PopulationVersion, moment: Moment): boolean {
  const [countsA, countsB] = [counts(a, moment), counts(b, moment)];
  if (countsA !== countsB) return countsA;
  const later =
    a.validFrom === b.validFrom ? a.recordedAt > b.recordedAt : a.validFrom > b.validFrom;
  return later === countsA;
}

function counts(version: PopulationVersion, moment: Moment): boolean {
  const held = moment.asOf === undefined || version.validFrom <= moment.asOf;
  return held && (moment.knownAt === undefined || version.recordedAt <= moment.knownAt);
}
