import type { Figures } from '../coverage/coverage.js';
import type { Closure } from '../places/closure.js';
import type { PointKind } from '../places/point-kind.js';
import type { Day, Instant } from '../time.js';

/**
 * What the flag rules look at, as of one moment: loaded once for a campaign, each fact by one question, and then only
 * read. Quantities are whole pieces; what belongs to withdrawn print runs is in none of them.
 */
export interface FlagFacts {
  /** The moment that is judged. */
  readonly at: Instant;
  readonly campaign: { readonly id: string; readonly startsOn: Day; readonly endsOn: Day };
  /** All coverage units. */
  readonly municipalityCodes: readonly string[];
  /** Where there is a target or anything was planned, sent or delivered; no row is zero of everything. */
  readonly places: readonly PlaceFact[];
  readonly materials: readonly MaterialFact[];
  readonly consignments: readonly ConsignmentFact[];
  readonly discrepancies: readonly DiscrepancyFact[];
  readonly partnerStock: readonly PartnerStockFact[];
  readonly closures: readonly Closure[];
  /** Kinds and tags of the active delivery points of a municipality, each combination once. */
  readonly pointsIn: ReadonlyMap<string, readonly PointProfile[]>;
  /** The municipalities of each place group that a rule names. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One material in one municipality. */
export interface PlaceFact extends Figures {
  readonly municipalityCode: string;
  readonly materialId: string;
}

export interface MaterialFact {
  readonly materialId: string;
  /** Whether it counts where a rule names no material: print and outdoor do, broadcast does not. */
  readonly countsTogether: boolean;
  /** In warehouses, usable and not reserved. */
  readonly available: number;
  readonly betweenWarehouses: number;
  /** Ordered and not yet received. */
  readonly expected: number;
}

/** A dispatched consignment of which pieces are in transit that nobody has accounted for or refused. */
export interface ConsignmentFact {
  readonly consignmentId: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  readonly point: PointProfile;
  readonly expectedAt: Instant;
  /** Whether a confirmation stands; a failed attempt is no word of the pieces. */
  readonly hasWord: boolean;
  /** What is on its way, in pieces, by material. */
  readonly onItsWay: readonly { readonly materialId: string; readonly quantity: number }[];
}

/** Open at the moment. */
export interface DiscrepancyFact {
  readonly consignmentId: string;
  readonly deliveryPointId: string;
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly openedAt: Instant;
}

/** What lies at a partner's warehouse of the campaign's lots, all materials together. */
export interface PartnerStockFact {
  readonly warehouseId: string;
  readonly municipalityCode: string;
  readonly onHand: number;
  readonly lastMovedAt: Instant;
}

export interface PointProfile {
  readonly pointKind: PointKind;
  readonly tags: readonly string[];
}
