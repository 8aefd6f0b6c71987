import type { CoverageRow } from '../api/use-coverage.js';

/**
 * What is to be done next for a municipality; the first that fits. Without a target nothing is lacking, without a delivery
 * point nothing can be sent, and before more is sent it is asked what became of what is overdue.
 */
export type NextStep =
  | 'set_target'
  | 'ask_silent'
  | 'wait_transit'
  | 'send_planned'
  | 'add_point'
  | 'send_first'
  | 'send_rest'
  | 'nothing';

interface Facts {
  readonly coverage: Pick<CoverageRow, 'state' | 'outlook' | 'delivered'>;
  readonly pointCount: number;
}

export function chooseNextStep({ coverage, pointCount }: Facts): NextStep {
  const { state, outlook, delivered } = coverage;
  if (state === null || state === 'reached') return 'nothing';
  if (state === 'no_target') return 'set_target';
  if (outlook === 'silent') return 'ask_silent';
  if (outlook === 'in_transit') return 'wait_transit';
  if (outlook === 'planned') return 'send_planned';
  if (pointCount === 0) return 'add_point';
  return delivered === 0 ? 'send_first' : 'send_rest';
}
