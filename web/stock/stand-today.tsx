import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dayOf } from '../../src/time.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { sumIssues } from './issue-draft.js';
import { type Issue, issuesQuery } from './use-issues.js';
import { useReversal } from './use-reversal.js';

interface Props {
  readonly campaign: Campaign;
  readonly municipalityCode: string | null;
}

/** A stand gives out all day: what it has given so far, and each time by itself. */
export function StandToday({ campaign, municipalityCode }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const municipalityName = useMunicipalityNames();
  const today = dayOf(new Date().toISOString());
  const { data } = useQuery({
    ...issuesQuery({
      campaign: campaign.id,
      municipality: municipalityCode ?? '',
      from: today,
      to: today,
    }),
    enabled: municipalityCode !== null,
  });
  if (municipalityCode === null || data === undefined) return null;
  const given = data.filter(({ to }) => to.municipalityCode !== undefined);
  if (given.length === 0) return null;
  return (
    <Paper withBorder p="md" aria-live="polite">
      <Title order={2} size="h5" mb={4}>
        {t('stand.title', { municipality: municipalityName(municipalityCode) })}
      </Title>
      <Group gap="lg" mb="xs">
        {sumIssues(given).map(({ materialId, quantity }) => (
          <Text key={materialId}>
            <b>{format.number(quantity)}</b> {materialName(materialId)}
          </Text>
        ))}
      </Group>
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {given.map((issue) => (
          <GivenRow key={issue.id} issue={issue} />
        ))}
      </Stack>
    </Paper>
  );
}

function GivenRow({ issue }: { issue: Issue }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const materialName = useMaterialNames();
  const { takeBack, isPending } = useReversal();
  const movement = issue.movements[0];
  const ask = (movementId: string): void =>
    askFirst({
      title: t('reversal.askTitle'),
      text: t('reversal.askIssue'),
      confirm: t('reversal.verb'),
      onConfirm: () => takeBack(movementId, t('reversal.wrongEntry')),
    });
  return (
    <Group component="li" gap="sm" wrap="nowrap" justify="space-between">
      <Text size="sm" td={issue.reversed ? 'line-through' : undefined}>
        <span className="number">{format.time(issue.occurredAt)}</span>{' '}
        {format.list(
          issue.lines.map(({ materialId, quantity }) =>
            t('piecesOf', { pieces: format.number(quantity), material: materialName(materialId) }),
          ),
        )}
        {issue.to.occasion !== undefined && ` · ${issue.to.occasion}`}
      </Text>
      {issue.reversed ? (
        <Text size="xs" c="dimmed">
          {t('reversal.reversed')}
        </Text>
      ) : (
        movement !== undefined && (
          <Button
            size="compact-sm"
            mih={36}
            variant="subtle"
            loading={isPending}
            onClick={() => ask(movement.id)}
          >
            {t('reversal.verb')}
          </Button>
        )
      )}
    </Group>
  );
}
