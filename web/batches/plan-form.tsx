import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../api/client.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { DataTable } from '../parts/data-table.js';
import { SideForm } from '../parts/side-form.js';
import { useCommand } from '../parts/use-command.js';
import { nameLots, readShortLines, type ShortLine } from './planned-lots.js';
import { StockLinks, StockNeeded } from './stock-needed.js';
import { sumMaterials } from './stops.js';
import type { BatchDetail } from '../api/use-batch.js';
import { stockBalancesQuery } from './use-stock-balances.js';
import { readStops } from './written-stops.js';

interface Props {
  readonly batch: BatchDetail;
  readonly onClose: () => void;
}

/** Reserves stock for a draft: the oldest print run first, or the one that is named. */
export function PlanForm({ batch, onClose }: Props) {
  const { t } = useTranslation(['batches', 'language']);
  const [lotOf, setLotOf] = useState<ReadonlyMap<string, string>>(new Map());
  const plan = useCommand({
    run: (_: void, commandId) =>
      read(
        api.POST('/api/v1/batches/{id}/plan', {
          params: { path: { id: batch.id } },
          body: { commandId, lots: nameLots(batch.consignments, lotOf) },
        }),
      ),
    done: () => t('said.planned'),
    onDone: onClose,
  });
  const needed = sumMaterials(readStops(batch));
  const short = readShortLines(plan.error, batch.consignments);
  return (
    <SideForm
      title={t('plan.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => plan.mutate()}
      submit={t('language:batchStep.plan')}
      isPending={plan.isPending}
      error={short.length > 0 ? null : plan.error}
      isDisabled={batch.consignmentCount === 0}
      size="lg"
    >
      <Text size="sm" c="dimmed">
        {t('plan.text')}
      </Text>
      <StockNeeded campaignId={batch.campaignId} warehouseId={batch.warehouseId} needed={needed} />
      <Stack gap="xs">
        {needed.map(({ materialId }) => (
          <LotChoice
            key={materialId}
            batch={batch}
            materialId={materialId}
            value={lotOf.get(materialId)}
            onChange={(lotId) => setLotOf(changeLot(lotOf, materialId, lotId))}
          />
        ))}
      </Stack>
      {short.length > 0 && <ShortLines lines={short} />}
    </SideForm>
  );
}

function changeLot(
  lotOf: ReadonlyMap<string, string>,
  materialId: string,
  lotId: string | undefined,
): ReadonlyMap<string, string> {
  const next = new Map(lotOf);
  if (lotId === undefined) next.delete(materialId);
  else next.set(materialId, lotId);
  return next;
}

interface LotProps {
  readonly batch: BatchDetail;
  readonly materialId: string;
  readonly value: string | undefined;
  readonly onChange: (lotId: string | undefined) => void;
}

/** Which print run a material is taken from; where there is one only, there is no choice. */
function LotChoice({ batch, materialId, value, onChange }: LotProps) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const materialName = useMaterialNames();
  const { data: balances = [] } = useQuery(stockBalancesQuery(batch.campaignId));
  const lots = balances.filter(
    (balance) =>
      balance.warehouseId === batch.warehouseId &&
      balance.materialId === materialId &&
      balance.state === 'usable' &&
      balance.available > 0,
  );
  if (lots.length < 2) return null;
  return (
    <Select
      label={t('plan.lotOf', { material: materialName(materialId) })}
      placeholder={t('plan.oldestFirst')}
      clearable
      clearButtonProps={{ 'aria-label': t('plan.oldestFirst') }}
      value={value ?? null}
      onChange={(lotId) => onChange(lotId ?? undefined)}
      data={lots.map(({ lotId, lotNumber, available }) => ({
        value: lotId,
        label: t('plan.lot', { lot: lotNumber, number: format.number(available) }),
      }))}
    />
  );
}

function ShortLines({ lines }: { lines: readonly ShortLine[] }) {
  const { t } = useTranslation(['batches', 'parts']);
  return (
    <Stack gap="xs" role="alert">
      <Text fw={600}>{t('plan.shortTitle', { count: lines.length })}</Text>
      <DataTable
        label={t('plan.shortTitle', { count: lines.length })}
        rows={lines}
        idOf={({ path }) => path}
        height="40vh"
        columns={[
          {
            key: 'point',
            header: t('column.point'),
            width: 'minmax(8rem, 1fr)',
            cell: ({ pointName }) => pointName,
          },
          {
            key: 'message',
            header: t('plan.whatIsShort'),
            width: 'minmax(10rem, 1.6fr)',
            cell: ({ message }) => message,
          },
        ]}
      />
      <Text size="sm" fw={600}>
        {t('parts:nothingChanged')}
      </Text>
      <StockLinks />
    </Stack>
  );
}
