import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { Section } from '../parts/section.js';
import { StateBadge } from '../parts/state-badge.js';
import {
  type Arrival,
  type Consignment,
  usePointArrivals,
  usePointConsignments,
} from './use-point-shipments.js';
import classes from './places.module.css';

interface Props {
  readonly campaignId: string;
  readonly point: DeliveryPoint;
}

/** What a point got, and when. */
export function PointArrivals({ campaignId, point }: Props) {
  const { t } = useTranslation('places');
  const arrivals = usePointArrivals(campaignId, point);
  const columns = useArrivalColumns();
  return (
    <Section title={t('point.got')}>
      <Loaded query={arrivals} height={140}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('point.gotNothing')}</Text>
          ) : (
            <DataTable
              label={t('point.got')}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              height="26rem"
            />
          )
        }
      </Loaded>
    </Section>
  );
}

function useArrivalColumns(): readonly Column<Arrival>[] {
  const { t } = useTranslation(['places', 'language']);
  const format = useFormat();
  const materialName = useMaterialNames();
  return useMemo(
    () => [
      {
        key: 'date',
        header: t('column.date'),
        width: '6.75rem',
        sortBy: ({ lastDeliveredAt }) => lastDeliveredAt,
        cell: ({ lastDeliveredAt }) => format.date(lastDeliveredAt),
      },
      {
        key: 'material',
        header: t('column.material'),
        width: 'minmax(8rem, 2fr)',
        sortBy: ({ materialId }) => materialName(materialId),
        cell: (arrival) => (
          <Stack gap={2}>
            <Text size="sm">{materialName(arrival.materialId)}</Text>
            <div className={classes.onlyPhone}>
              <DocumentLink arrival={arrival} />
            </div>
          </Stack>
        ),
      },
      {
        key: 'pieces',
        header: t('column.pieces'),
        width: '5rem',
        isNumber: true,
        sortBy: ({ delivered }) => delivered,
        cell: ({ delivered }) => format.number(delivered),
      },
      {
        key: 'document',
        header: t('column.document'),
        width: 'minmax(9rem, 2fr)',
        hiddenOn: 'phone',
        cell: (arrival) => (
          <Stack gap={0}>
            <DocumentLink arrival={arrival} />
            {arrival.by !== undefined && (
              <Text size="xs" c="dimmed">
                {arrival.by}
              </Text>
            )}
          </Stack>
        ),
      },
      {
        key: 'proof',
        header: t('column.proof'),
        width: 'minmax(7rem, 1fr)',
        hiddenOn: 'tablet',
        sortBy: ({ proof }) => proof,
        cell: ({ proof }) => (proof === null ? '—' : t(`language:proof.${proof}`)),
      },
    ],
    [t, format, materialName],
  );
}

function DocumentLink({ arrival: { waybillNumber, batchId, issueId } }: { arrival: Arrival }) {
  const { t } = useTranslation('places');
  if (batchId !== undefined && waybillNumber !== undefined)
    return (
      <TextLink to="/batches/$id" params={{ id: batchId }} size="sm">
        {waybillNumber}
      </TextLink>
    );
  return <Text size="sm">{issueId === undefined ? '—' : t('issueDocument')}</Text>;
}

/** What is promised to a point and not there yet. */
export function PointOnTheWay({ campaignId, point }: Props) {
  const { t } = useTranslation('places');
  const consignments = usePointConsignments(campaignId, point);
  const columns = useConsignmentColumns();
  return (
    <Section title={t('point.onTheWay')}>
      <Loaded query={consignments} height={100}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('point.nothingOnTheWay')}</Text>
          ) : (
            <DataTable
              label={t('point.onTheWay')}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

function useConsignmentColumns(): readonly Column<Consignment>[] {
  const { t } = useTranslation('places');
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'waybill',
        header: t('column.waybill'),
        width: 'minmax(10rem, 3fr)',
        sortBy: ({ waybillNumber }) => waybillNumber,
        cell: ({ batchId, waybillNumber, lines, ...states }) => (
          <Stack gap={2} align="flex-start">
            <TextLink to="/batches/$id" params={{ id: batchId }} size="sm">
              {waybillNumber}
            </TextLink>
            <Text size="xs" c="dimmed">
              {format.list(
                lines.map((line) => `${line.materialName} ${format.number(line.quantity)}`),
              )}
            </Text>
            <div className={classes.onlyPhone}>
              <State {...states} />
            </div>
          </Stack>
        ),
      },
      {
        key: 'state',
        header: t('column.state'),
        width: '9.5rem',
        hiddenOn: 'phone',
        cell: (consignment) => <State {...consignment} />,
      },
      {
        key: 'expected',
        header: t('column.expected'),
        width: '7rem',
        sortBy: ({ expectedAt }) => expectedAt,
        cell: ({ expectedAt }) => (expectedAt === null ? '—' : format.date(expectedAt)),
      },
    ],
    [t, format],
  );
}

/** Before it leaves, how far its batch has come says more. */
function State({ state, batchState }: Pick<Consignment, 'state' | 'batchState'>) {
  if (state === 'pending') return <StateBadge of="batchState" state={batchState} />;
  return <StateBadge of="consignmentState" state={state} />;
}
