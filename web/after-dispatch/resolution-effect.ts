/** What resolving a discrepancy would book, in one of a few sentences; by the service's own rule. */
import {
  chooseEffect,
  RESOLUTIONS,
  type DiscrepancyKind,
  type Resolution,
} from '../../src/delivery/discrepancy.js';
import { Problem } from '../../src/problem.js';

/** Keys of the sentences: `settles` moves nothing, the others say where pieces go. */
type EffectWord = 'settles' | `moves_${'lost' | 'damaged' | 'delivered' | 'warehouse'}`;

export interface PossibleResolution {
  readonly resolution: Resolution;
  readonly effect: EffectWord;
}

/** The resolutions that make sense for the kind, in the order in which they are asked. */
export function findResolutions(kind: DiscrepancyKind): PossibleResolution[] {
  return RESOLUTIONS.flatMap((resolution): PossibleResolution[] => {
    try {
      const effect = chooseEffect(kind, resolution);
      return [{ resolution, effect: effect.does === 'settle' ? 'settles' : `moves_${effect.to}` }];
    } catch (error) {
      if (error instanceof Problem) return [];
      throw error;
    }
  });
}
