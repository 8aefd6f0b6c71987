import { Badge } from '@mantine/core';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from '../language/i18n.js';
import type { JobRun } from './use-jobs.js';

const LOOKS = {
  running: { color: 'blue', icon: IconClock },
  succeeded: { color: 'reach', icon: IconCheck },
  failed: { color: 'red', icon: IconX },
} as const;

/** How a run ended. */
export function RunBadge({ outcome }: Pick<JobRun, 'outcome'>) {
  const { t } = useTranslation('checks');
  const { color, icon: Icon } = LOOKS[outcome];
  return (
    <Badge
      component="span"
      color={color}
      variant="light"
      leftSection={<Icon size={12} aria-hidden />}
      styles={{ root: { textTransform: 'none', fontWeight: 600 } }}
    >
      {t(`jobs.outcome.${outcome}`)}
    </Badge>
  );
}
