import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { StateBadge } from '../parts/state-badge.js';
import classes from './coverage.module.css';
import { countAwaited, isAwaited } from './on-the-way.js';
import { Section } from '../parts/section.js';
import { type Consignment, useConsignmentsOf } from './use-municipality.js';

/** What was promised to this place and is not there yet. */
export function OnTheWaySection({ code }: { code: string }) {
  const { t } = useTranslation('coverage');
  const consignments = useConsignmentsOf(code);
  const columns = useColumns();
  return (
    <Section title={t('place.onTheWay')}>
      <Loaded query={consignments} height={120}>
        {(all) => {
          const awaited = all.filter(isAwaited);
          if (awaited.length === 0) return <Text c="dimmed">{t('place.nothingOnTheWay')}</Text>;
          return (
            <DataTable
              label={t('place.onTheWay')}
              rows={awaited}
              columns={columns}
              idOf={({ id }) => id}
              nameOf={({ waybillNumber }) => waybillNumber}
              initialSorting={{ key: 'expected', isDescending: false }}
            />
          );
        }}
      </Loaded>
    </Section>
  );
}

function useColumns(): readonly Column<Consignment>[] {
  const { t } = useTranslation(['coverage', 'language', 'parts']);
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'point',
        header: t('parts:point'),
        width: 'minmax(6.5rem, 3fr)',
        sortBy: ({ deliveryPoint }) => deliveryPoint.name,
        cell: (consignment) => <PointCell consignment={consignment} />,
      },
      {
        key: 'waybill',
        header: t('column.waybill'),
        width: '10.5rem',
        hiddenOn: 'phone',
        sortBy: ({ waybillNumber }) => waybillNumber,
        cell: (consignment) => <BatchLink consignment={consignment} />,
      },
      {
        key: 'state',
        header: t('parts:state'),
        width: '9.5rem',
        hiddenOn: 'phone',
        cell: (consignment) => <States consignment={consignment} />,
      },
      {
        key: 'pieces',
        header: t('column.pieces'),
        width: '5rem',
        isNumber: true,
        sortBy: countAwaited,
        cell: (consignment) => format.number(countAwaited(consignment)),
      },
      {
        key: 'expected',
        header: t('column.expected'),
        width: '6.5rem',
        sortBy: ({ expectedAt }) => expectedAt,
        cell: ({ expectedAt }) => (expectedAt === null ? '—' : format.date(expectedAt)),
      },
    ],
    [t, format],
  );
}

function PointCell({ consignment }: { consignment: Consignment }) {
  const { deliveryPoint, lines } = consignment;
  const format = useFormat();
  return (
    <Stack gap={2}>
      <TextLink to="/places/points/$id" params={{ id: deliveryPoint.id }} size="sm">
        {deliveryPoint.name}
      </TextLink>
      <Text size="xs" c="dimmed">
        {format.list(lines.map((line) => `${line.materialName} ${format.number(line.quantity)}`))}
      </Text>
      <div className={classes.onlyPhone}>
        <Stack gap={3} align="flex-start">
          <BatchLink consignment={consignment} />
          <States consignment={consignment} />
        </Stack>
      </div>
    </Stack>
  );
}

function BatchLink({ consignment }: { consignment: Consignment }) {
  return (
    <TextLink to="/batches/$id" params={{ id: consignment.batchId }} size="sm">
      {consignment.waybillNumber}
    </TextLink>
  );
}

/** Before it leaves, how far its batch has come says more. */
function States({ consignment: { state, batchState } }: { consignment: Consignment }) {
  if (state === 'pending') return <StateBadge of="batchState" state={batchState} />;
  return <StateBadge of="consignmentState" state={state} />;
}
