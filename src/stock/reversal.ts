import { Problem } from '../problem.js';
import type { CauseKind, Movement } from './ledger.js';

/**
 * Reversal takes a receipt or an issue, whole and once. Everything else is undone by the command that knows what hangs on
 * it, and the refusal names that command.
 */
type Undoing = { readonly by: 'reverse' } | { readonly by: 'command'; readonly path: string };

const UNDOING: Record<CauseKind, Undoing> = {
  receipt: { by: 'reverse' },
  issue: { by: 'reverse' },
  dispatch: { by: 'command', path: '/batches/{batchId}/return' },
  confirmation: { by: 'command', path: '/confirmations/{causeId}/correct' },
  correction: { by: 'command', path: '/confirmations/{id}/correct' },
  preference: { by: 'command', path: '/confirmations/{id}/prefer' },
  return: { by: 'command', path: '/batches' },
  loss: { by: 'command', path: '/confirmations/{id}/prefer' },
  resolution: { by: 'command', path: '/confirmations/{id}/correct' },
  close: { by: 'command', path: '/confirmations/{id}/correct' },
  reversal: { by: 'command', path: '/stock/receipts, /stock/issues' },
};

/** Throws `rule` for a movement that has to be undone in another way; `command` in the answer says how. */
export function requireReversible(movement: Movement): void {
  const undoing = UNDOING[movement.cause.kind];
  if (undoing.by === 'reverse') return;
  const command = undoing.path
    .replace('{batchId}', movement.batchId ?? '{id}')
    .replace('{causeId}', movement.cause.id);
  const kind = movement.cause.kind;
  throw new Problem('rule', {
    detail: {
      en: `A movement made by a ${kind} is not reversed by itself. Use ${command}.`,
      sr: `Kretanje koje je nastalo iz „${kind}“ ne stornira se pojedinačno. Upotrebite ${command}.`,
    },
    extra: { causeKind: kind, causeId: movement.cause.id, command },
  });
}
