import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/transaction.js';
import { sql } from '../platform/database/sql.js';
import type { Language } from '../platform/http/language.js';
import { sha256 } from '../platform/ids/ids.js';
import { Problem } from '../problem.js';
import type { CellIndex, Position } from './cells.js';
import { municipalityAt, readCells } from './cells.js';
import type { Moment, PopulationVersion } from './population.js';
import { populationsAt } from './population.js';
import type { District, Names, Region, RegisterData, Unit } from './register.js';
import { readRegister, refuseUnit } from './register.js';

/** Beside the sources as well as beside what is built from them. */
const DATA = new URL('../../data/serbia/', import.meta.url);

/** Where a list is narrowed to; absent: the whole country. */
export interface Area {
  readonly regionCode?: string | undefined;
  readonly districtCode?: string | undefined;
}

/** The register of Serbia, in memory; everything in Serbian order. */
@Injectable()
export class Register {
  readonly regions: readonly Region[];
  readonly districts: readonly District[];
  /** The 161. */
  readonly units: readonly Unit[];
  readonly cells: CellIndex;
  /** Changes when the files change. */
  readonly hash: string;
  private readonly data: RegisterData;
  private readonly unitOf: ReadonlyMap<string, Unit>;

  constructor() {
    const municipalities = readFileSync(new URL('municipalities.csv', DATA), 'utf8');
    const districts = readFileSync(new URL('districts.csv', DATA), 'utf8');
    this.data = readRegister(municipalities, districts);
    this.hash = sha256(`${municipalities}\n${districts}`);
    this.cells = readCells(readFileSync(new URL('municipality_cells_h3r8.csv', DATA), 'utf8'));
    ({ regions: this.regions, districts: this.districts, units: this.units } = this.data);
    this.unitOf = new Map(this.units.map((unit) => [unit.code, unit]));
  }

  unit(code: string): Unit | undefined {
    return this.unitOf.get(code);
  }

  /** @throws Problem `not_a_coverage_unit` that names the units to use, or `unknown_reference`. */
  requireUnit(code: string, path: string): Unit {
    const unit = this.unitOf.get(code);
    if (unit === undefined) throw refuseUnit(this.data, code, path);
    return unit;
  }

  /** The same for an address that was asked for: `not_found`, with the units to use where the register has such a row. */
  tellMissing(code: string): Problem {
    const { detail, extra } = refuseUnit(this.data, code, 'code');
    return new Problem('not_found', { detail, extra });
  }

  /** The codes of the units in a district or region, in Serbian order. */
  codesIn(area: Area): string[] {
    return this.units
      .filter(
        (unit) =>
          (area.districtCode === undefined || unit.districtCode === area.districtCode) &&
          (area.regionCode === undefined || unit.regionCode === area.regionCode),
      )
      .map((unit) => unit.code);
  }

  /**
   * The same for an area that somebody asked for.
   * @throws Problem `unknown_reference` where there is no such district or region: a typing error must not look like nothing
   */
  codesAsked(area: Area, districtPath = 'district', regionPath = 'region'): string[] {
    requirePlace(this.districts, area.districtCode, districtPath);
    requirePlace(this.regions, area.regionCode, regionPath);
    return this.codesIn(area);
  }

  unitAt(position: Position): Unit | undefined {
    const code = municipalityAt(this.cells, position);
    return code === undefined ? undefined : this.unitOf.get(code);
  }

  nameOf(place: Names, language: Language): string {
    if (language === 'en') return place.nameEn;
    return language === 'sr-Latn' ? place.nameLatn : place.nameCyrl;
  }

  /** Each unit's population as of a moment, as known at a moment; as of now where neither is given. */
  async populations(reader: Reader, moment?: Moment): Promise<Map<string, PopulationVersion>> {
    const versions = await reader.query<PopulationVersion>(sql`
      SELECT municipality_code AS "municipalityCode", population, population_status AS "populationStatus",
        valid_from AS "validFrom", recorded_at AS "recordedAt"
      FROM municipality_population`);
    return populationsAt(versions, moment);
  }
}

function requirePlace(
  places: readonly { readonly code: string }[],
  code: string | undefined,
  path: string,
): void {
  if (code === undefined || places.some((place) => place.code === code)) return;
  const known = places
    .map((place) => place.code)
    .sort()
    .join(', ');
  const message = {
    en: `There is no "${code}". Choose one of: ${known}.`,
    sr: `Ne postoji „${code}“. Izaberite: ${known}.`,
  };
  throw new Problem('unknown_reference', { errors: [{ path, message }] });
}
