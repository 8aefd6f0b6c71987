import { Injectable } from '@nestjs/common';
import { CoverageMoments } from '../coverage/coverage-moment.service.js';
import { CoverageTransits, type OpenLine } from '../coverage/coverage-transits.service.js';
import { DiscrepancyService } from '../delivery/discrepancy.service.js';
import { Shipments } from '../distribution/shipments.service.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import type { ConsignmentFact, DiscrepancyFact, FlagFacts } from './facts.js';
import { profileOf } from './ground-facts.service.js';

type Awaited = ConsignmentFact & { readonly onItsWay: ConsignmentFact['onItsWay'][number][] };
type Points = ReadonlyMap<string, DeliveryPointBrief>;

/** Consignments under way and open discrepancies, as of a moment. */
@Injectable()
export class ShipmentFacts {
  constructor(
    private readonly moments: CoverageMoments,
    private readonly transits: CoverageTransits,
    private readonly discrepancies: DiscrepancyService,
    private readonly shipments: Shipments,
  ) {}

  async load(
    reader: Reader,
    campaignId: string,
    points: Points,
    at: Instant,
  ): Promise<Pick<FlagFacts, 'consignments' | 'discrepancies'>> {
    const moment = await this.moments.resolve(reader, { asOf: at });
    const lines = await this.transits.openLines(reader, campaignId, moment);
    return {
      consignments: listAwaited(lines, points),
      discrepancies: await this.loadDiscrepancies(reader, campaignId, at),
    };
  }

  private async loadDiscrepancies(
    reader: Reader,
    campaignId: string,
    at: Instant,
  ): Promise<DiscrepancyFact[]> {
    const open = await this.discrepancies.open(reader, campaignId, at);
    if (open.length === 0) return [];
    const consignmentIds = [...new Set(open.map(({ consignmentId }) => consignmentId))];
    const rows = await this.shipments.load(reader, { consignmentIds });
    const pointOf = new Map(rows.map(({ id, deliveryPointId }) => [id, deliveryPointId]));
    return open.map(({ consignmentId, municipalityCode, materialId, openedAt }) => ({
      consignmentId,
      municipalityCode,
      materialId,
      openedAt,
      deliveryPointId: pointOf.get(consignmentId)!,
    }));
  }
}

/** Refused pieces wait for their return and are awaited by nobody. */
function listAwaited(lines: readonly OpenLine[], points: Points): ConsignmentFact[] {
  const consignments = new Map<string, Awaited>();
  for (const line of lines) {
    const quantity = line.inTransit - line.refusedPending;
    const point = points.get(line.deliveryPointId);
    if (quantity <= 0 || line.expectedAt === null || point === undefined) continue;
    const { consignmentId, deliveryPointId, municipalityCode, expectedAt, hasWord } = line;
    const known: Awaited = consignments.get(consignmentId) ?? {
      consignmentId,
      deliveryPointId,
      municipalityCode,
      point: profileOf(point),
      expectedAt,
      hasWord,
      onItsWay: [],
    };
    known.onItsWay.push({ materialId: line.materialId, quantity });
    consignments.set(consignmentId, known);
  }
  return [...consignments.values()];
}
