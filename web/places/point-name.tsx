import { Badge, Group } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from '../language/i18n.js';

/** Only those who deliver there and coordinators see the point at all: they should know that others do not. */
export function ConfidentialMark() {
  const { t } = useTranslation('places');
  return (
    <span role="img" aria-label={t('confidentialMark')} title={t('confidentialMark')}>
      <IconEyeOff size={15} aria-hidden />
    </span>
  );
}

/** What is out of use is still there for what was. */
export function RetiredBadge() {
  const { t } = useTranslation('parts');
  return (
    <Badge color="gray" variant="light" styles={{ root: { textTransform: 'none' } }}>
      {t('isRetired')}
    </Badge>
  );
}

export function PointMarks({ point }: { point: { confidential: boolean; active: boolean } }) {
  if (point.active && !point.confidential) return null;
  return (
    <Group gap={6} wrap="nowrap" component="span">
      {point.confidential && <ConfidentialMark />}
      {!point.active && <RetiredBadge />}
    </Group>
  );
}
