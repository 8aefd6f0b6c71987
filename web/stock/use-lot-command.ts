import type { LotCommand } from '../../src/stock/lot.js';
import { api, read } from '../api/client.js';
import { useTranslation } from '../language/i18n.js';
import { useCommand } from '../parts/use-command.js';
import type { Lot } from './use-lots.js';

type Sending = {
  readonly params: { readonly path: { readonly id: string } };
  readonly body: { readonly commandId: string; readonly reason: string };
};

const SEND: Readonly<Record<LotCommand, (sending: Sending) => Promise<Lot>>> = {
  block: (sending) => read(api.POST('/api/v1/stock/lots/{id}/block', sending)),
  release: (sending) => read(api.POST('/api/v1/stock/lots/{id}/release', sending)),
  withdraw: (sending) => read(api.POST('/api/v1/stock/lots/{id}/withdraw', sending)),
};

/** Blocks, releases or withdraws a print run, with a reason. */
export function useLotCommand(lot: Lot, command: LotCommand, onDone: () => void) {
  const { t } = useTranslation('stock');
  return useCommand<string, Lot>({
    run: (reason, commandId) =>
      SEND[command]({ params: { path: { id: lot.id } }, body: { commandId, reason } }),
    done: ({ lotNumber }) => t(`lotCommand.${command}Done`, { lot: lotNumber }),
    onDone,
  });
}
