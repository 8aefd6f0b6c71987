import { Injectable } from '@nestjs/common';
import { StandingWords } from '../delivery/standing-words.service.js';
import { countRefusedPending } from '../distribution/consignment-state.js';
import { OpenShipments, type ShipmentLine } from '../distribution/open-shipments.service.js';
import type { Closure } from '../places/closure.js';
import { ClosureService } from '../places/closure.service.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { LedgerSums, type TransitSum } from '../stock/ledger-sums.service.js';
import type { Instant } from '../time.js';
import type { CoverageMoment } from './coverage-moment.service.js';
import { isSilent } from './silence.js';

/** One material of a consignment under way. */
export interface OpenLine {
  readonly consignmentId: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly inTransit: number;
  readonly refusedPending: number;
  readonly expectedAt: Instant | null;
  /** Whether a confirmation stands. */
  readonly hasWord: boolean;
  /** Past the expected arrival, and nobody has said a word. */
  readonly silent: boolean;
}

/** What is under way to whom: few rows at any moment, however much was delivered before. */
@Injectable()
export class CoverageTransits {
  constructor(
    private readonly sums: LedgerSums,
    private readonly shipments: OpenShipments,
    private readonly words: StandingWords,
    private readonly points: DeliveryPointService,
    private readonly closures: ClosureService,
  ) {}

  async openLines(reader: Reader, campaignId: string, moment: CoverageMoment): Promise<OpenLine[]> {
    const transits = moment.isPresent
      ? await readOpen(reader, campaignId)
      : await this.sums.transits(reader, { campaignId, ...moment });
    if (transits.length === 0) return [];
    const ids = [...new Set(transits.map(({ consignmentId }) => consignmentId))];
    const shipments = await this.shipments.lines(reader, ids);
    const closures = await this.closures.all(reader);
    const facts: Facts = {
      moment,
      lines: new Map(shipments.map((line) => [keyOf(line), line])),
      refusedThen: moment.isPresent
        ? undefined
        : await this.words.refused(reader, ids, { asOf: moment.at, knownAt: moment.knownAt }),
      // Only a closure asks what kind of point it is.
      points:
        closures.length === 0
          ? new Map()
          : await this.points.briefs(
              reader,
              shipments.map(({ deliveryPointId }) => deliveryPointId),
            ),
      closures,
    };
    return transits.flatMap((transit) => describeLine(transit, facts));
  }
}

interface Facts {
  readonly moment: CoverageMoment;
  readonly lines: ReadonlyMap<string, ShipmentLine>;
  /** By consignment and material, as of a past moment; a consignment that is not there had no standing word. */
  readonly refusedThen: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
  readonly points: ReadonlyMap<string, DeliveryPointBrief>;
  readonly closures: readonly Closure[];
}

function readOpen(reader: Reader, campaignId: string): Promise<TransitSum[]> {
  return reader.query<TransitSum>(
    sql`SELECT consignment_id AS "consignmentId", material_id AS "materialId",
        in_transit AS "inTransit", 0 AS returned
      FROM coverage_transit WHERE campaign_id = ${campaignId} AND in_transit > 0`,
  );
}

function keyOf(line: { readonly consignmentId: string; readonly materialId: string }): string {
  return `${line.consignmentId} ${line.materialId}`;
}

function describeLine(transit: TransitSum, facts: Facts): OpenLine[] {
  const line = facts.lines.get(keyOf(transit));
  if (line === undefined) return [];
  const { consignmentId, deliveryPointId, municipalityCode, materialId, expectedAt } = line;
  const point = facts.points.get(deliveryPointId);
  const hasWord =
    facts.refusedThen === undefined
      ? line.standingConfirmationId !== null
      : facts.refusedThen.has(consignmentId);
  const subject = {
    municipalityCode,
    ...(point === undefined ? {} : { pointKind: point.kind, tags: point.tags }),
  };
  return [
    {
      consignmentId,
      deliveryPointId,
      municipalityCode,
      materialId,
      expectedAt,
      hasWord,
      inTransit: transit.inTransit,
      refusedPending: countRefused(transit, line, facts),
      silent: isSilent({ expectedAt, hasWord, point: subject }, facts.moment.at, facts.closures),
    },
  ];
}

function countRefused(transit: TransitSum, line: ShipmentLine, { refusedThen }: Facts): number {
  if (refusedThen === undefined) return countRefusedPending(line);
  const refused = refusedThen.get(line.consignmentId)?.get(line.materialId) ?? 0;
  return Math.min(transit.inTransit, Math.max(0, refused - transit.returned));
}
