import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { StateBadge } from '../parts/state-badge.js';
import { TextLink } from '../parts/links.js';
import { LotEquation } from './lot-equation.js';
import type { Lot } from './use-lots.js';

/** Every print run with its account in one line: no piece of it is nowhere. */
export function LotList({ lots }: { lots: readonly Lot[] }) {
  const { t } = useTranslation('stock');
  const materialName = useMaterialNames();
  if (lots.length === 0) return <Text c="dimmed">{t('nothingThere')}</Text>;
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {lots.map((lot) => (
        <Paper key={lot.id} component="li" withBorder p="md">
          <Group justify="space-between" gap="xs" mb={4}>
            <Title order={2} size="h5">
              <TextLink to="/stock/lots/$id" params={{ id: lot.id }} inherit>
                {t('lotOf', { lot: lot.lotNumber, material: materialName(lot.materialId) })}
              </TextLink>
            </Title>
            <StateBadge of="lotState" state={lot.state} />
          </Group>
          <LotEquation lot={lot} />
          <LotFacts lot={lot} />
        </Paper>
      ))}
    </Stack>
  );
}

function LotFacts({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const payers = lot.funding.map(({ funder, percent }) =>
    t('funderShare', { funder, percent: format.decimal(percent, 2) }),
  );
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {t('firstReceivedOn', { date: format.date(lot.firstReceiptAt) })} · {format.list(payers)}
      {lot.expected > 0 && ` · ${t('stillExpected', { pieces: format.number(lot.expected) })}`}
    </Text>
  );
}
