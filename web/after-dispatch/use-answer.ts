import { notifications } from '@mantine/notifications';
import type { components } from '../api/schema.js';
import { CONFLICT_REASONS, HOLD_REASONS } from '../../src/delivery/confirmation.js';
import { useTranslation } from '../language/i18n.js';

export type ConfirmationAnswer = components['schemas']['ConfirmationAnswerDto'];

/** For what is to be acted upon; where it stands, it stays to be read. */
const LONG_MS = 12_000;

const REASONS = [...HOLD_REASONS, ...CONFLICT_REASONS];
type Reason = (typeof REASONS)[number];

/** Why a confirmation is held or in conflict, in words; a reason that the page does not know as it is. */
export function useReason(): (reason: string | null) => string {
  const { t } = useTranslation('after-dispatch');
  return (reason) => {
    const known = REASONS.find((each): each is Reason => each === reason);
    return known === undefined ? (reason ?? '') : t(`reason.${known}`);
  };
}

/** Says what became of a confirmation that was just sent. */
export function useAnswerNotice(): (answer: ConfirmationAnswer, isAttempt: boolean) => void {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const reasonOf = useReason();
  return ({ status, reason, consignment }, isAttempt) => {
    const state = t(`language:consignmentState.${consignment.state}`);
    switch (status) {
      case 'accepted':
        notifications.show({
          color: 'reach',
          message: isAttempt ? t('answer.attempt') : t('answer.accepted', { state }),
        });
        return;
      case 'held':
        notifications.show({
          color: 'gray',
          message: t('answer.held', { reason: reasonOf(reason) }),
        });
        return;
      case 'conflict':
        notifications.show({
          color: 'orange',
          autoClose: LONG_MS,
          message: t('answer.conflict', { reason: reasonOf(reason) }),
        });
        return;
      default:
        // Sent again after a coordinator has already decided.
        notifications.show({ message: t('answer.other') });
    }
  };
}
