import { Entity } from 'typeorm';
import type { Day, Instant } from '../time.js';
import {
  DayColumn,
  DecimalColumn,
  IdColumn,
  IdPrimary,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  QuantityColumn,
  TextColumn,
} from '../platform/database/columns.js';
import type { FundingShare } from './funding.js';

/** What a printer is to deliver. */
@Entity('print_order')
export class PrintOrderEntity {
  @IdPrimary() id: string;
  @IdColumn() campaignId: string;
  @IdColumn() materialId: string;
  @TextColumn() lotNumber: string;
  @QuantityColumn() quantity: number;
  @TextColumn() supplier: string;
  @DayColumn() expectedOn: Day;
  @JsonColumn() funding: FundingShare[];
  @DecimalColumn({ nullable: true }) costAmount: number | null;
  @TextColumn({ nullable: true }) costCurrency: string | null;
  @InstantColumn({ nullable: true }) closedShortAt: Instant | null;
  @TextColumn({ nullable: true }) closedShortReason: string | null;
  @IdColumn() createdBy: string;
  @InstantColumn() createdAt: Instant;
  @InstantColumn() changedAt: Instant;
  @IntegerColumn() version: number;
}
