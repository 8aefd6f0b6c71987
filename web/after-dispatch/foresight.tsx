import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat, useTranslation } from '../language/i18n.js';
import { FIGURES, type Figure, type Foreseen } from './told-draft.js';
import { useCount } from './use-count.js';
import { useSpoken } from './use-spoken.js';

interface Props {
  readonly foreseen: Foreseen;
  /** The batch is closed: what is left open is booked as lost. */
  readonly isClosed?: boolean;
  /** A correction or a preference: nothing can be a conflict again, it is refused. */
  readonly isRebooking?: boolean;
}

/** What would become of what is about to be sent, by the service's own rules. */
export function Foresight({ foreseen, isClosed = false, isRebooking = false }: Props) {
  const { t } = useTranslation('after-dispatch');
  const spoken = useSpoken();
  const { decision } = foreseen;
  switch (decision.status) {
    case 'refused':
      return (
        <Frame color="red" icon={<IconX aria-hidden />} title={t('foresee.refused')}>
          <Text size="sm">{spoken(decision.problem.detail)}</Text>
        </Frame>
      );
    case 'held':
      return (
        <Frame
          color="gray"
          icon={<IconClock aria-hidden />}
          title={t('foresee.held', { reason: t(`reason.${decision.reason}`) })}
        />
      );
    case 'conflict':
      if (isRebooking)
        return (
          <Frame color="red" icon={<IconX aria-hidden />} title={t('foresee.refused')}>
            <Text size="sm">{t('foresee.exceeds')}</Text>
          </Frame>
        );
      return (
        <Frame
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('foresee.conflict', { reason: t(`reason.${decision.reason}`) })}
        />
      );
    case 'accepted':
      return (
        <Frame color="reach" icon={<IconCheck aria-hidden />} title={t('foresee.title')}>
          {decision.stands ? (
            <Booked foreseen={foreseen} isClosed={isClosed} isRebooking={isRebooking} />
          ) : (
            <Text size="sm">{t('foresee.attempt')}</Text>
          )}
        </Frame>
      );
    default:
      return decision satisfies never;
  }
}

const SENTENCES = {
  delivered: 'foresee.delivered',
  damaged: 'foresee.damaged',
  missing: 'foresee.missing',
  refused: 'foresee.refusedPieces',
  surplus: 'foresee.surplus',
} as const satisfies Record<Figure, string>;

function Booked({ foreseen, isClosed, isRebooking }: Required<Props>) {
  const { t } = useTranslation(['after-dispatch', 'language']);
  const format = useFormat();
  const count = useCount();
  const { counted, unexplained, state } = foreseen;
  const leftOpen = isClosed ? 'foresee.unexplainedClosed' : 'foresee.unexplained';
  return (
    <List size="sm" spacing={2}>
      {!isRebooking && <List.Item>{t('foresee.accepted')}</List.Item>}
      {FIGURES.filter((figure) => counted[figure] > 0).map((figure) => (
        <List.Item key={figure}>
          {t(SENTENCES[figure], {
            count: counted[figure],
            replace: { count: format.number(counted[figure]) },
          })}
        </List.Item>
      ))}
      {unexplained > 0 && <List.Item>{t(leftOpen, count(unexplained))}</List.Item>}
      {!isClosed && (
        <List.Item>
          {t('foresee.state', { state: t(`language:consignmentState.${state}`) })}
        </List.Item>
      )}
    </List>
  );
}

interface FrameProps {
  readonly color: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

function Frame({ color, icon, title, children }: FrameProps) {
  return (
    <Alert color={color} variant="light" icon={icon} title={title} role="status">
      {children}
    </Alert>
  );
}
