/**
 * What a coordinator may do to a confirmation: correct an accepted one, prefer or dismiss a conflict, and dismiss one that waits
 * in vain. What was superseded or dismissed stays as it is. A failed attempt books nothing, so there is nothing of it to
 * correct or to prefer.
 */
import { Problem, type Text } from '../problem.js';
import type { ConfirmationKind, KeptStatus } from './confirmation.js';

export const AMENDING_STEPS = ['correct', 'prefer', 'dismiss'] as const;
export type AmendingStep = (typeof AMENDING_STEPS)[number];

const STEPS_OF_STATUS: Readonly<Record<KeptStatus, readonly AmendingStep[]>> = {
  accepted: ['correct'],
  held: ['dismiss'],
  conflict: ['prefer', 'dismiss'],
  superseded: [],
  dismissed: [],
};

export interface Amendable {
  readonly kind: ConfirmationKind;
  readonly status: KeptStatus;
}

export function allowedSteps({ kind, status }: Amendable): AmendingStep[] {
  return STEPS_OF_STATUS[status].filter((step) => kind === 'delivery' || step === 'dismiss');
}

/** @throws Problem `illegal_transition` where the confirmation's status does not allow the step */
export function requireAmendable(confirmation: Amendable, step: AmendingStep): void {
  const allowed = allowedSteps(confirmation);
  if (allowed.includes(step)) return;
  throw new Problem('illegal_transition', {
    detail: explain(confirmation, step, allowed.join(', ')),
    extra: { state: confirmation.status, allowed },
  });
}

function explain({ kind, status }: Amendable, step: AmendingStep, possible: string): Text {
  if (kind === 'failed_attempt' && status === 'accepted') {
    return {
      en: `A failed attempt books nothing: ${step} is not possible.`,
      sr: `Neuspeo pokušaj ništa ne knjiži: „${step}“ nije moguće.`,
    };
  }
  return {
    en: `The confirmation is ${status}: ${step} is not possible. Possible: ${possible || 'nothing'}.`,
    sr: `Potvrda je u stanju „${status}“: „${step}“ nije moguće. Moguće je: ${possible || 'ništa'}.`,
  };
}
