import { Box, Group, Paper, Progress, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconHandStop,
  IconQuestionMark,
  IconX,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useFormat, useTranslation } from '../language/i18n.js';
import classes from './after-dispatch.module.css';
import { SENT_PARTS, type Tally } from './tally.js';
import { useCount } from './use-count.js';

type Part = (typeof SENT_PARTS)[number];

const LOOKS: Readonly<Record<Part, { color: string; icon: ComponentType<IconProps> }>> = {
  delivered: { color: 'reach', icon: IconCheck },
  damaged: { color: 'orange', icon: IconAlertTriangle },
  lost: { color: 'red', icon: IconX },
  returned: { color: 'yellow', icon: IconArrowBackUp },
  refused: { color: 'grape', icon: IconHandStop },
  unexplained: { color: 'blue', icon: IconQuestionMark },
};

/** Where every piece that was sent is: the parts add up to it. */
export function Outcome({ tally }: { tally: Tally }) {
  const { t } = useTranslation('after-dispatch');
  const count = useCount();
  const nameOf: Readonly<Record<Part, string>> = {
    delivered: t('figure.delivered'),
    damaged: t('figure.damaged'),
    lost: t('figure.lost'),
    returned: t('figure.returned'),
    refused: t('figure.refusedPending'),
    unexplained: t('figure.unexplained'),
  };
  const shown = SENT_PARTS.filter((part) => tally[part] > 0);
  return (
    <Paper withBorder p="md" role="group" aria-label={t('outcome.label')}>
      <Progress.Root size="lg" aria-hidden>
        {shown.map((part) => (
          <Progress.Section
            key={part}
            value={(tally[part] / tally.sent) * 100}
            color={LOOKS[part].color}
            withAria={false}
          />
        ))}
      </Progress.Root>
      <Box component="dl" className={classes.figures}>
        <Part name={t('figure.sent')} pieces={tally.sent} />
        {shown.map((part) => (
          <Part
            key={part}
            name={nameOf[part]}
            pieces={tally[part]}
            share={tally[part] / tally.sent}
            look={LOOKS[part]}
          />
        ))}
      </Box>
      {tally.surplus > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('outcome.surplus', count(tally.surplus))}
        </Text>
      )}
    </Paper>
  );
}

interface PartProps {
  readonly name: string;
  readonly pieces: number;
  readonly share?: number;
  readonly look?: { color: string; icon: ComponentType<IconProps> };
}

function Part({ name, pieces, share, look }: PartProps) {
  const { t } = useTranslation('after-dispatch');
  const format = useFormat();
  const Icon = look?.icon;
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        <Group gap={6} wrap="nowrap" align="flex-start" component="span">
          {look !== undefined && (
            <span
              className={classes.swatch}
              style={{ background: `var(--mantine-color-${look.color}-filled)` }}
              aria-hidden
            />
          )}
          {Icon !== undefined && <Icon size={14} className={classes.sign} aria-hidden />}
          <span>{name}</span>
        </Group>
      </Text>
      <Text component="dd" m={0} fw={650} fz="lg" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {format.number(pieces)}
      </Text>
      {share !== undefined && (
        <Text component="dd" m={0} size="xs" c="dimmed">
          {t('outcome.share', { share: format.percent(share) })}
        </Text>
      )}
    </div>
  );
}
