import { ApiProperty } from '@nestjs/swagger';
import { PROOF_GRADES, type ProofGrade } from '../../delivery/proof.js';
import { TRANSPORT_MODES, type TransportMode } from '../../distribution/transport-mode.js';
import { POINT_KINDS, type PointKind } from '../../places/point-kind.js';
import { type Outlook, OUTLOOKS } from '../coverage.js';
import { POINT_STATES, type PointState } from './coverage-query.dto.js';

/** One consignment or issue that brought pieces to the point. */
export class PointDeliveryDto {
  consignmentId?: string;
  issueId?: string;
  /** The batch that the consignment went with. */
  batchId?: string;
  /** @example 2026-000017 */
  waybillNumber?: string;
  @ApiProperty({ enum: TRANSPORT_MODES, required: false })
  mode?: TransportMode;
  /** The carrier, the driver, or for an issue the warehouse that passed it on. */
  by?: string;
  delivered: number;
  firstDeliveredAt: string;
  lastDeliveredAt: string;
  /** How well it is proved; best first: recipient and volunteer, photo or signature, carrier, volunteer alone, office's word. */
  @ApiProperty({ enum: PROOF_GRADES })
  proof: ProofGrade;
}

/** One material at one delivery point, or a point that got nothing. */
export class DistributionRowDto {
  deliveryPointId: string;
  /** @example Aleksinačka gimnazija */
  name: string;
  @ApiProperty({ enum: POINT_KINDS })
  kind: PointKind;
  tags: string[];
  /** Listed for coordinators and administrators only; not to be named in what is handed on. */
  confidential: boolean;
  /** @example 70025 */
  municipalityCode: string;
  /** @example Aleksinac */
  municipalityName: string;
  /** Null for a point that got nothing, where no material is asked for. */
  materialId: string | null;
  lotNumbers: string[];
  funders: string[];
  delivered: number;
  /** Delivered once, of print runs that were withdrawn since. */
  withdrawn: number;
  firstDeliveredAt: string | null;
  lastDeliveredAt: string | null;
  /** Of the latest delivery, as are `mode`, `by` and `proof`; an issue has none. */
  waybillNumber?: string;
  @ApiProperty({ enum: TRANSPORT_MODES, required: false })
  mode?: TransportMode;
  by?: string;
  @ApiProperty({ enum: PROOF_GRADES, nullable: true })
  proof: ProofGrade | null;
  @ApiProperty({ enum: POINT_STATES })
  state: PointState;
  /** What comes next for a point that got nothing; null for a past moment. */
  @ApiProperty({ enum: OUTLOOKS, nullable: true })
  outlook: Outlook | null;
  /** All that brought pieces, the latest first. */
  deliveries: PointDeliveryDto[];
}

export class DistributionListDto {
  campaignId: string;
  sequence: number;
  knownAt: string;
  asOf: string;
  items: DistributionRowDto[];
  nextCursor: string | null;
  total: number;
}
