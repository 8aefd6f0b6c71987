import { useTranslation } from '../language/i18n.js';
import { usePersonNames } from './use-person-names.js';
import type { Confirmation } from './use-words-of-batch.js';

type Told = Pick<Confirmation, 'source' | 'senderId'>;

/** Whose word a confirmation is, and by whom it was sent as far as the reader may know. */
export function useTeller(): (confirmation: Told) => string {
  const { t } = useTranslation();
  const nameOf = usePersonNames();
  return ({ source, senderId }) => {
    const name = nameOf(senderId);
    if (source === null) return name ?? '—';
    const word = t(`confirmationSource.${source}`);
    return name === undefined ? word : `${word} · ${name}`;
  };
}
