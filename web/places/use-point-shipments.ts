import { useQuery } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import type { DeliveryPoint } from '../api/use-delivery-point.js';

export type Consignment = components['schemas']['ConsignmentDto'];
type ListRow = components['schemas']['DistributionRowDto'];

/** Something that came to a point. */
export interface Arrival extends Pick<
  ListRow['deliveries'][number],
  'delivered' | 'lastDeliveredAt' | 'waybillNumber' | 'batchId' | 'issueId' | 'by' | 'proof'
> {
  readonly id: string;
  readonly materialId: string;
}

/** What came to a point in a campaign, the latest first. The service lists by municipality. */
export function usePointArrivals(campaign: string, { id, municipalityCode }: DeliveryPoint) {
  return useQuery({
    queryKey: ['distribution-list', 'point', campaign, id],
    queryFn: async (): Promise<Arrival[]> => {
      const rows = await readAllPages<ListRow>((page) =>
        read(
          api.GET('/api/v1/coverage/points', {
            params: { query: { campaign, municipality: municipalityCode, ...page } },
          }),
        ),
      );
      return rows
        .filter((row) => row.deliveryPointId === id)
        .flatMap(({ materialId, deliveries }) =>
          deliveries.map((delivery, index) => ({
            ...delivery,
            id: `${materialId ?? ''} ${index}`,
            materialId: materialId ?? '',
          })),
        )
        .sort((a, b) => b.lastDeliveredAt.localeCompare(a.lastDeliveredAt));
    },
  });
}

const AWAITED: ReadonlySet<Consignment['state']> = new Set(['pending', 'in_transit']);

/** What is meant for a point and not there yet. */
export function usePointConsignments(campaign: string, { id, municipalityCode }: DeliveryPoint) {
  return useQuery({
    queryKey: ['consignments', 'point', campaign, id],
    queryFn: async (): Promise<Consignment[]> => {
      const consignments = await readAllPages<Consignment>((page) =>
        read(
          api.GET('/api/v1/consignments', {
            params: { query: { campaign, municipality: municipalityCode, ...page } },
          }),
        ),
      );
      return consignments.filter(
        ({ deliveryPoint, state, lines }) =>
          deliveryPoint.id === id &&
          (AWAITED.has(state) || lines.some((line) => line.inTransit > 0)),
      );
    },
  });
}
