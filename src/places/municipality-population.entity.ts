import { Entity } from 'typeorm';
import { IdPrimary, QuantityColumn, TextColumn } from '../platform/database/columns.js';
import type { Instant } from '../time.js';
import type { PopulationStatus } from './register.js';

/** From when a population holds, and since when it is known. */
@Entity('municipality_population')
export class MunicipalityPopulationEntity {
  @IdPrimary() municipalityCode: string;
  @IdPrimary() validFrom: Instant;
  @IdPrimary() recordedAt: Instant;
  @QuantityColumn() population: number;
  @TextColumn() populationStatus: PopulationStatus;
}
