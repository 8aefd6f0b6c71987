import { Alert, Badge, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { LineWish } from '../../src/distribution/fill.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { useBatchName } from './batch-name.js';
import { compareNeeds, type MaterialNeed } from './shortage.js';
import { useExpectedPieces } from './use-expected-pieces.js';
import { useReservations } from './use-reservations.js';
import { stockBalancesQuery } from './use-stock-balances.js';

interface Props {
  readonly campaignId: string;
  readonly warehouseId: string;
  readonly needed: readonly LineWish[];
}

/** Whether the warehouse has what the batch is to carry, and if not, who has it and what is still to come. */
export function StockNeeded({ campaignId, warehouseId, needed }: Props) {
  const { t } = useTranslation('batches');
  const query = useQuery(stockBalancesQuery(campaignId));
  if (needed.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('stock.title')}
      </Title>
      <Loaded query={query}>
        {(balances) => {
          const needs = compareNeeds(needed, balances, warehouseId);
          const short = needs.filter((need) => need.short > 0);
          return (
            <Stack gap="sm">
              <NeedsTable needs={needs} />
              {short.length > 0 && (
                <ShortageNotice campaignId={campaignId} warehouseId={warehouseId} short={short} />
              )}
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}

function NeedsTable({ needs }: { needs: readonly MaterialNeed[] }) {
  const { t } = useTranslation(['batches', 'parts']);
  const format = useFormat();
  const materialName = useMaterialNames();
  return (
    <Table withTableBorder verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('parts:material')}</Table.Th>
          <Table.Th className="number">{t('stock.needed')}</Table.Th>
          <Table.Th className="number">{t('stock.available')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {needs.map((need) => (
          <Table.Tr key={need.materialId}>
            <Table.Td>
              <Group gap={6}>
                {materialName(need.materialId)}
                {need.short > 0 && (
                  <Badge color="red" variant="light" tt="none">
                    {t('stock.short', { number: format.number(need.short) })}
                  </Badge>
                )}
              </Group>
              <NeedDetail need={need} />
            </Table.Td>
            <Table.Td className="number">{format.number(need.needed)}</Table.Td>
            <Table.Td className="number">{format.number(need.available)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NeedDetail({ need: { reserved, unusable } }: { need: MaterialNeed }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const details = [
    ...(reserved > 0 ? [t('stock.reserved', { number: format.number(reserved) })] : []),
    ...(unusable > 0 ? [t('stock.unusable', { number: format.number(unusable) })] : []),
  ];
  if (details.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {details.join(' · ')}
    </Text>
  );
}

function ShortageNotice({
  campaignId,
  warehouseId,
  short,
}: Omit<Props, 'needed'> & { short: readonly MaterialNeed[] }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const materialName = useMaterialNames();
  const nameOf = useBatchName();
  const expected = useExpectedPieces(campaignId);
  const reservations = useReservations(
    campaignId,
    warehouseId,
    short.map(({ materialId }) => materialId),
  );
  const awaited = short.filter(({ materialId }) => (expected.get(materialId) ?? 0) > 0);
  return (
    <Alert
      variant="light"
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('stock.shortTitle')}
    >
      <Stack gap={6}>
        <Text size="sm">{t('stock.shortText')}</Text>
        {(reservations.length > 0 || awaited.length > 0) && (
          <List size="sm" spacing={2}>
            {reservations.map(({ batch, materialId, quantity }) => (
              <List.Item key={`${batch.id} ${materialId}`}>
                <TextLink
                  to="/batches/$id"
                  params={{ id: batch.id }}
                  size="sm"
                  c="inherit"
                  td="underline"
                >
                  {t('stock.reservedBy', {
                    batch: nameOf(batch),
                    material: materialName(materialId),
                    number: format.number(quantity),
                  })}
                </TextLink>
              </List.Item>
            ))}
            {awaited.map(({ materialId }) => (
              <List.Item key={materialId}>
                {t('stock.expected', {
                  material: materialName(materialId),
                  number: format.number(expected.get(materialId) ?? 0),
                })}
              </List.Item>
            ))}
          </List>
        )}
        <StockLinks />
      </Stack>
    </Alert>
  );
}

/** Where more comes from. */
export function StockLinks() {
  const { t } = useTranslation('batches');
  return (
    <Group gap="md">
      <TextLink to="/stock/receive" size="sm" c="inherit" td="underline">
        {t('stock.receive')}
      </TextLink>
      <TextLink to="/stock/print-orders" size="sm" c="inherit" td="underline">
        {t('stock.printOrders')}
      </TextLink>
      <TextLink to="/stock" size="sm" c="inherit" td="underline">
        {t('stock.balances')}
      </TextLink>
    </Group>
  );
}
