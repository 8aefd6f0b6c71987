import { Badge, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from '../language/i18n.js';
import { Coded } from './coded.js';
import type { Invariant } from './use-verification.js';

/** Each thing that always has to hold, in words; what does not stands first, with what to do. */
export function InvariantList({ invariants }: { invariants: readonly Invariant[] }) {
  const ordered = [...invariants].sort((a, b) => Number(a.holds) - Number(b.holds));
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {ordered.map((invariant) => (
        <Paper key={invariant.name} component="li" withBorder p="md" radius="md">
          <OneInvariant invariant={invariant} />
        </Paper>
      ))}
    </Stack>
  );
}

function OneInvariant({ invariant: { name, holds, firstOffender } }: { invariant: Invariant }) {
  const { t } = useTranslation('checks');
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
        <Box>
          <Title order={3} size="h6">
            {t(`invariant.${name}.title`)}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`invariant.${name}.text`)}
          </Text>
        </Box>
        <Verdict holds={holds} />
      </Group>
      {!holds && (
        <Stack gap={4} mt="sm">
          {firstOffender !== undefined && (
            <Text size="sm">
              {t('verify.offender')}:{' '}
              <Text span ff="monospace" inherit>
                {firstOffender}
              </Text>
            </Text>
          )}
          <Text size="sm" component="div">
            <b>{t('verify.administrator')}:</b> <Coded>{t(`invariant.${name}.help`)}</Coded>
          </Text>
        </Stack>
      )}
    </>
  );
}

function Verdict({ holds }: { holds: boolean }) {
  const { t } = useTranslation('checks');
  return (
    <Badge
      color={holds ? 'reach' : 'red'}
      variant="light"
      size="lg"
      leftSection={holds ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
      styles={{ root: { textTransform: 'none', flexShrink: 0 } }}
    >
      {t(holds ? 'verify.holds' : 'verify.fails')}
    </Badge>
  );
}
