import { Problem } from '../problem.js';

/**
 * Where an issue goes: to a delivery point, or into the hands of passers-by in a municipality, on an occasion that is
 * named. One or the other, never a mixture, since the one reaches a point and the other none.
 */
export type IssueTarget =
  | { readonly kind: 'point'; readonly deliveryPointId: string }
  | { readonly kind: 'hand_out'; readonly municipalityCode: string; readonly occasion: string };

export function readIssueTarget(told: {
  readonly deliveryPointId?: string | undefined;
  readonly municipalityCode?: string | undefined;
  readonly occasion?: string | undefined;
}): IssueTarget {
  const { deliveryPointId, municipalityCode, occasion } = told;
  if (deliveryPointId !== undefined && municipalityCode === undefined && occasion === undefined)
    return { kind: 'point', deliveryPointId };
  if (deliveryPointId === undefined && municipalityCode !== undefined && occasion !== undefined)
    return { kind: 'hand_out', municipalityCode, occasion };
  const message = {
    en: 'Give either deliveryPointId, or municipalityCode and occasion.',
    sr: 'Navedite ili deliveryPointId, ili municipalityCode i occasion.',
  };
  throw new Problem('rule', { errors: [{ path: 'to', message }] });
}
