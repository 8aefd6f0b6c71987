import type {
  ConfirmationKind,
  ConfirmationSource,
  ConfirmedLine,
} from '../../src/delivery/confirmation.js';
import type { Instant } from '../../src/time.js';
import { api, read } from '../api/client.js';
import type { BatchConsignment } from '../api/use-batch.js';
import { useCommand } from '../parts/use-command.js';
import { type ConfirmationAnswer, useAnswerNotice } from './use-answer.js';

interface Telling {
  readonly stop: BatchConsignment;
  readonly kind: ConfirmationKind;
  readonly source: ConfirmationSource;
  readonly deviceTime: Instant;
  readonly lines: readonly ConfirmedLine[];
  readonly receivedBy: string;
  readonly note: string;
}

/** Sends a confirmation; it adds to what stands of the consignment, and says what became of it. */
export function useConfirm(onDone: () => void) {
  const say = useAnswerNotice();
  return useCommand<Telling, ConfirmationAnswer>({
    run: (telling, id) =>
      read(api.POST('/api/v1/confirmations', { body: { id, ...write(telling) } })),
    onDone: (answer, { kind }) => {
      say(answer, kind === 'failed_attempt');
      onDone();
    },
  });
}

function write({ stop, kind, source, deviceTime, lines, receivedBy, note }: Telling) {
  const isDelivery = kind === 'delivery';
  return {
    consignmentId: stop.id,
    kind,
    source,
    deviceTime,
    ...(isDelivery && stop.standingConfirmationId !== null
      ? { follows: stop.standingConfirmationId }
      : {}),
    ...(isDelivery ? { lines: [...lines] } : {}),
    ...(isDelivery && receivedBy.trim() !== '' ? { receivedBy: receivedBy.trim() } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}
