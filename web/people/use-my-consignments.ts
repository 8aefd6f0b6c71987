import { queryOptions } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import type { ConfirmationKind, ConfirmedLine } from '../../src/delivery/confirmation.js';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useTranslation } from '../language/i18n.js';
import { useCommand } from '../parts/use-command.js';

export type MyConsignment = components['schemas']['ConsignmentDto'];
type Answer = components['schemas']['ConfirmationAnswerDto'];

/** What is assigned to whoever is signed in. */
export const myConsignmentsQuery = queryOptions({
  queryKey: ['consignments', 'mine'],
  queryFn: () =>
    readAllPages<MyConsignment>((page) =>
      read(api.GET('/api/v1/consignments', { params: { query: { assignee: 'me', ...page } } })),
    ),
});

export interface Word {
  readonly kind: ConfirmationKind;
  /** When it happened, an instant. */
  readonly at: string;
  readonly lines: readonly ConfirmedLine[];
  readonly receivedBy: string;
  readonly note: string;
}

/** Sends one's word on a consignment; it adds to what stands of it. */
export function useTell(consignment: MyConsignment, onTold: () => void) {
  const { t } = useTranslation('people');
  const { name } = consignment.deliveryPoint;
  return useCommand<Word, Answer>({
    run: (word, id) => read(api.POST('/api/v1/confirmations', { body: { id, ...write(word) } })),
    onDone: ({ status }) => {
      const isOpen = status === 'held' || status === 'conflict';
      notifications.show({
        message: t(`confirm.${isOpen ? status : 'sent'}`, { name }),
        color: isOpen ? 'yellow' : 'reach',
        autoClose: isOpen ? false : 6000,
      });
      onTold();
    },
  });

  function write({ kind, at, lines, receivedBy, note }: Word) {
    const isDelivery = kind === 'delivery';
    const { id: consignmentId, standingConfirmationId } = consignment;
    return {
      consignmentId,
      kind,
      deviceTime: at,
      ...(isDelivery ? { lines: [...lines] } : {}),
      ...(isDelivery && standingConfirmationId !== null ? { follows: standingConfirmationId } : {}),
      ...(isDelivery && receivedBy.trim() !== '' ? { receivedBy: receivedBy.trim() } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
  }
}
