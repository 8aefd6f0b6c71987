import { Alert, Text } from '@mantine/core';
import { IconArrowBigRightLines } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CoverageRow } from '../api/use-coverage.js';
import { useMayWrite } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { ButtonLink } from '../parts/links.js';
import { gatherPoints } from './arrivals.js';
import { chooseNextStep, type NextStep } from './next-step.js';
import { usePointsOf } from './use-municipality.js';

/** What to do next here, and the button that does it for those who may. */
export function NextStepNotice({ code, coverage }: { code: string; coverage: CoverageRow }) {
  const { t } = useTranslation('coverage');
  const mayWrite = useMayWrite();
  const { data } = usePointsOf(code);
  if (data === undefined) return null;
  const step = chooseNextStep({ coverage, pointCount: gatherPoints(data.items).length });
  if (step === 'nothing') return null;
  return (
    <Alert
      variant="light"
      color={step === 'wait_transit' || step === 'send_planned' ? 'blue' : 'orange'}
      icon={<IconArrowBigRightLines aria-hidden />}
      title={t(`next.${step}.title`)}
    >
      <Text size="sm">{t(`next.${step}.text`)}</Text>
      {mayWrite && <Button step={step} code={code} />}
    </Alert>
  );
}

function Button({ step, code }: { step: Exclude<NextStep, 'nothing'>; code: string }): ReactNode {
  const { t } = useTranslation('coverage');
  const look = { size: 'sm', mt: 'xs' } as const;
  switch (step) {
    case 'set_target':
      return (
        <ButtonLink {...look} to="/campaign/targets" search={{ municipality: code }}>
          {t('next.set_target.button')}
        </ButtonLink>
      );
    case 'add_point':
      return (
        <ButtonLink {...look} to="/places" search={{ municipality: code }}>
          {t('next.add_point.button')}
        </ButtonLink>
      );
    case 'send_first':
    case 'send_rest':
      return (
        <ButtonLink {...look} to="/batches/new" search={{ municipality: code }}>
          {t(`next.${step}.button`)}
        </ButtonLink>
      );
    // What is on its way or waits to leave stands just below, each with a link to its batch.
    case 'ask_silent':
    case 'wait_transit':
    case 'send_planned':
      return null;
    default:
      return step satisfies never;
  }
}
