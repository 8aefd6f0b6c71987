import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMunicipalityNames } from '../api/use-register.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { Loaded } from '../parts/loaded.js';
import { useAddress } from '../parts/use-address.js';
import { TextLink } from '../parts/links.js';
import { PrintedTable } from './printed-table.js';
import { type LotTrace, traceQuery } from './use-lots.js';
import { usePointOf } from './use-point-names.js';
import { usePrinting } from './use-printing.js';

const PARTS = ['onHand', 'reserved', 'inTransit', 'delivered', 'handedOut'] as const;
type Part = (typeof PARTS)[number];

/** One place where pieces are, whatever kind of place it is. */
interface Place {
  readonly id: string;
  readonly name: string;
  readonly municipalityCode: string | undefined;
  readonly quantity: number;
  readonly at: string | undefined;
  readonly link:
    { readonly to: 'point' | 'batch' | 'municipality'; readonly id: string } | undefined;
}

/** Where the pieces of a print run are, part by part. */
export function LotTraceTables({ lotId }: { lotId: string }) {
  const { t } = useTranslation('stock');
  const trace = useQuery(traceQuery(lotId));
  const [{ part = 'onHand' }, setAddress] = useAddress();
  const shown = PARTS.find((each) => each === part) ?? 'onHand';
  const placesOf = usePlaces();
  return (
    <Loaded query={trace} height={320}>
      {(found) => (
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('lot.where')}
            orientation="horizontal"
            value={shown}
            onChange={(chosen) => setAddress({ part: chosen })}
            data={PARTS.map((each) => ({ value: each, label: t(`tracePart.${each}`) }))}
            style={{ overflowX: 'auto' }}
          />
          <PlaceTable places={placesOf(found, shown)} label={t(`tracePart.${shown}`)} />
        </Stack>
      )}
    </Loaded>
  );
}

/** The rows behind a part; a point that the reader may not know is left out by the service, its pieces are in the sums. */
function usePlaces(): (trace: LotTrace, part: Part) => Place[] {
  const { t } = useTranslation('stock');
  const warehouseName = useWarehouseNames();
  const municipalityName = useMunicipalityNames();
  const pointOf = usePointOf();
  const named = (deliveryPointId: string) => {
    const point = pointOf(deliveryPointId);
    return {
      name: point?.name ?? t('account.delivered'),
      municipalityCode: point?.municipalityCode,
    };
  };
  const onItsWay = (rows: LotTrace['inTransit']): Place[] =>
    rows.map(({ consignmentId, deliveryPointId, batchId, quantity }) => ({
      id: consignmentId,
      ...named(deliveryPointId),
      quantity,
      at: undefined,
      link: { to: 'batch', id: batchId },
    }));
  const listed: Readonly<Record<Part, (trace: LotTrace) => Place[]>> = {
    onHand: ({ warehouses }) =>
      warehouses
        .filter(({ onHand }) => onHand > 0)
        .map(({ warehouseId, onHand }) => ({
          id: warehouseId,
          name: warehouseName(warehouseId),
          municipalityCode: undefined,
          quantity: onHand,
          at: undefined,
          link: undefined,
        })),
    reserved: ({ reserved }) => onItsWay(reserved),
    inTransit: ({ inTransit }) => onItsWay(inTransit),
    delivered: ({ deliveryPoints }) =>
      deliveryPoints.map(({ deliveryPointId, quantity, lastMovementAt }) => ({
        id: deliveryPointId,
        ...named(deliveryPointId),
        quantity,
        at: lastMovementAt,
        link: { to: 'point', id: deliveryPointId },
      })),
    handedOut: ({ handedOut }) =>
      handedOut.map(({ municipalityCode, quantity, lastMovementAt }) => ({
        id: municipalityCode,
        name: municipalityName(municipalityCode),
        municipalityCode,
        quantity,
        at: lastMovementAt,
        link: { to: 'municipality', id: municipalityCode },
      })),
  };
  return (trace, part) => listed[part](trace);
}

function PlaceTable({ places, label }: { places: readonly Place[]; label: string }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const isPrinting = usePrinting();
  const municipalityName = useMunicipalityNames();
  const townOf = ({ municipalityCode }: Place): string =>
    municipalityCode === undefined ? '—' : municipalityName(municipalityCode);
  const columns: Column<Place>[] = [
    {
      key: 'name',
      header: t('lot.where'),
      width: 'minmax(10rem, 3fr)',
      sortBy: ({ name }) => name,
      cell: (place) => (
        <>
          <PlaceLink place={place} />
          {place.municipalityCode !== undefined && (
            <Text size="xs" c="dimmed" hiddenFrom="sm">
              {townOf(place)}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'municipality',
      header: t('column.municipality'),
      hiddenOn: 'phone',
      sortBy: townOf,
      cell: townOf,
    },
    {
      key: 'at',
      header: t('lot.lastMovement'),
      hiddenOn: 'phone',
      sortBy: ({ at }) => at ?? null,
      cell: ({ at }) => (at === undefined ? '—' : format.date(at)),
    },
    {
      key: 'quantity',
      header: t('column.pieces'),
      isNumber: true,
      sortBy: ({ quantity }) => quantity,
      cell: ({ quantity }) => format.number(quantity),
      total: format.number(places.reduce((sum, { quantity }) => sum + quantity, 0)),
    },
  ];
  const table = { label, rows: places, columns, idOf: ({ id }: Place) => id };
  if (isPrinting) return <PrintedTable {...table} />;
  return (
    <DataTable
      {...table}
      initialSorting={{ key: 'quantity', isDescending: true }}
      empty={t('nothingThere')}
    />
  );
}

function PlaceLink({ place: { link, name } }: { place: Place }) {
  if (link?.to === 'point')
    return (
      <TextLink to="/places/points/$id" params={{ id: link.id }} inherit>
        {name}
      </TextLink>
    );
  if (link?.to === 'batch')
    return (
      <TextLink to="/batches/$id" params={{ id: link.id }} inherit>
        {name}
      </TextLink>
    );
  if (link?.to === 'municipality')
    return (
      <TextLink to="/coverage/$code" params={{ code: link.id }} inherit>
        {name}
      </TextLink>
    );
  return <>{name}</>;
}
