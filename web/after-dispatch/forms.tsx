import { useMayWrite } from '../api/use-session.js';
import type { BatchDetail } from '../api/use-batch.js';
import { useAddress } from '../parts/use-address.js';
import { CloseForm } from './close-form.js';
import { ConfirmForm } from './confirm-form.js';
import { findUnderWay } from './tally.js';
import { TakeForm } from './take-form.js';
import type { Confirmation } from './use-words-of-batch.js';

interface Props {
  readonly batch: BatchDetail;
  readonly words: readonly Confirmation[];
  readonly openDiscrepancies: number;
}

/** The form that the address names: `do=confirm&consignment=…`, `do=return`, `do=lose`, `do=close`. */
export function Forms({ batch, words, openDiscrepancies }: Props) {
  const [address, setAddress] = useAddress();
  const close = (): void => setAddress({ do: undefined, consignment: undefined });
  if (!useMayWrite()) return null;
  switch (address['do']) {
    case 'confirm':
      return <ConfirmForm batch={batch} consignmentId={address['consignment']} onClose={close} />;
    case 'return':
    case 'lose':
      return (
        <TakeForm
          step={address['do']}
          batch={batch}
          consignments={findUnderWay(batch.consignments)}
          onClose={close}
        />
      );
    case 'close':
      return (
        <CloseForm
          batch={batch}
          conflicts={words.filter(({ status }) => status === 'conflict').length}
          openDiscrepancies={openDiscrepancies}
          onClose={close}
        />
      );
    default:
      return null;
  }
}
