/**
 * The register of Serbia: regions, districts and the 161 municipalities that a campaign covers, keyed by NUTS codes and the
 * official register's codes. Twelve rows of the register are no coverage units (Beograd as a whole, and the city
 * municipalities of Niš, Požarevac, Užice and Vranje): they are refused as a municipality and answered with the units to
 * use. Source: data/serbia; a register that breaks one of the rules below does not load.
 */
import { Problem } from '../problem.js';
import { toCyrillic } from '../script.js';
import { compareSerbian } from './serbian-order.js';

export const COVERAGE_UNITS = 161;
/** Census of 2022, the published total. */
export const TOTAL_POPULATION = 6_647_003;

export const POPULATION_STATUSES = ['sourced', 'derived', 'unverified'] as const;
/** `unverified`: not seen in a source, only agreeing with a published total. */
export type PopulationStatus = (typeof POPULATION_STATUSES)[number];

export interface Names {
  readonly nameLatn: string;
  readonly nameCyrl: string;
  readonly nameEn: string;
}

export interface Region extends Names {
  /** NUTS 2: `RS12`. */
  readonly code: string;
}

export interface District extends Names {
  /** NUTS 3: `RS121`. */
  readonly code: string;
  readonly regionCode: string;
}

/** One of the 161. The position is its seat's. */
export interface Unit extends Names {
  readonly code: string;
  readonly districtCode: string;
  readonly regionCode: string;
  readonly population: number;
  readonly populationStatus: PopulationStatus;
  readonly areaKm2: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** A row of the register that is no coverage unit, and the units to use instead of it. */
export interface OtherRow extends Names {
  readonly code: string;
  readonly useInstead: readonly string[];
}

export interface RegisterData {
  readonly regions: readonly Region[];
  readonly districts: readonly District[];
  readonly units: readonly Unit[];
  readonly others: readonly OtherRow[];
}

type Row = Readonly<Record<string, string>>;

/**
 * Reads the two files and checks them: check digits, 161 units, every district known, populations that add up. Everything
 * is in Serbian order. Throws a plain Error: a register that does not fit is not the user's fault.
 */
export function readRegister(municipalitiesCsv: string, districtsCsv: string): RegisterData {
  const districtRows = readRows(districtsCsv);
  const districts = districtRows.map(readDistrict).sort(byName);
  const regions = readRegions(districtRows).sort(byName);
  const regionOf = new Map(districts.map((district) => [district.code, district.regionCode]));
  const rows = readRows(municipalitiesCsv);
  for (const row of rows) {
    if (!fitsCheckDigit(row['code']!))
      throw new Error(`register: ${row['code']} fails its check digit`);
  }
  const covered = rows.filter((row) => row['coverage_unit'] === '1');
  const units = covered.map((row) => readUnit(row, regionOf)).sort(byName);
  const others = rows
    .filter((row) => row['coverage_unit'] !== '1')
    .map((row) => readOther(row, covered));
  checkTotals(units, others);
  return { regions, districts, units, others };
}

/** Reads lines of plain comma-separated text; the register's files quote nothing. */
function readRows(csv: string): Row[] {
  const [header, ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const columns = header?.split(',') ?? [];
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`register: cannot read "${line}"`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
  });
}

/** The register's last digit: 11 less the weighted sum (5, 4, 3, 2) modulo 11; of 10 and 11 the last digit counts. */
export function fitsCheckDigit(code: string): boolean {
  if (!/^\d{5}$/.test(code)) return false;
  const digits = Array.from(code, Number);
  const sum = [5, 4, 3, 2].reduce((total, weight, index) => total + weight * digits[index]!, 0);
  return (11 - (sum % 11)) % 10 === digits[4];
}

function readDistrict(row: Row): District {
  return {
    code: row['nuts3']!,
    nameLatn: row['name_sr_latn']!,
    nameCyrl: row['name_sr_cyrl']!,
    nameEn: row['name_en']!,
    regionCode: row['region_nuts2']!,
  };
}

function readRegions(districtRows: readonly Row[]): Region[] {
  const regions = new Map<string, Region>();
  for (const row of districtRows) {
    const nameLatn = row['region_name_sr']!;
    const names = { nameLatn, nameCyrl: toCyrillic(nameLatn), nameEn: row['region_name_en']! };
    regions.set(row['region_nuts2']!, { code: row['region_nuts2']!, ...names });
  }
  return [...regions.values()];
}

function readUnit(row: Row, regionOf: ReadonlyMap<string, string>): Unit {
  const districtCode = row['district_nuts3']!;
  const regionCode = regionOf.get(districtCode);
  if (regionCode === undefined)
    throw new Error(`register: ${row['code']} lies in no known district`);
  return {
    code: row['code']!,
    ...readNames(row),
    districtCode,
    regionCode,
    population: readNumber(row, 'population_2022'),
    populationStatus: readStatus(row),
    areaKm2: readNumber(row, 'area_km2'),
    latitude: readNumber(row, 'seat_latitude'),
    longitude: readNumber(row, 'seat_longitude'),
  };
}

function readNames(row: Row): Names {
  return {
    nameLatn: row['name_sr_latn']!,
    nameCyrl: row['name_sr_cyrl']!,
    nameEn: row['name_en']!,
  };
}

function readNumber(row: Row, column: string): number {
  const value = Number(row[column]);
  if (row[column] === '' || !(value > 0))
    throw new Error(`register: ${row['code']} lacks ${column}`);
  return value;
}

function readStatus(row: Row): PopulationStatus {
  const status = POPULATION_STATUSES.find((known) => known === row['population_status']);
  if (status === undefined)
    throw new Error(`register: ${row['code']} has an unknown population_status`);
  return status;
}

/** A city municipality gives way to its city; a city that is no unit itself (Beograd) to its city municipalities. */
function readOther(row: Row, covered: readonly Row[]): OtherRow {
  const own = covered.filter((unit) => unit['parent_code'] === row['code']);
  const useInstead = own.length > 0 ? own.map((unit) => unit['code']!) : [row['parent_code']!];
  return { code: row['code']!, ...readNames(row), useInstead };
}

function checkTotals(units: readonly Unit[], others: readonly OtherRow[]): void {
  const codes = new Set(units.map((unit) => unit.code));
  if (codes.size !== COVERAGE_UNITS || units.length !== COVERAGE_UNITS) {
    throw new Error(`register: ${codes.size} coverage units instead of ${COVERAGE_UNITS}`);
  }
  const population = units.reduce((total, unit) => total + unit.population, 0);
  if (population !== TOTAL_POPULATION) {
    throw new Error(`register: populations sum to ${population} instead of ${TOTAL_POPULATION}`);
  }
  const lost = others.find((row) => row.useInstead.some((code) => !codes.has(code)));
  if (lost !== undefined)
    throw new Error(`register: ${lost.code} names no coverage unit to use instead`);
}

function byName(a: Names, b: Names): number {
  return compareSerbian(a.nameLatn, b.nameLatn);
}

/** The refusal of a code that is no coverage unit: which units to use, or that there is no such code. */
export function refuseUnit(data: RegisterData, code: string, path: string): Problem {
  const other = data.others.find((row) => row.code === code);
  if (other === undefined) {
    const message = {
      en: `There is no municipality with the code "${code}". Take a code from /municipalities.`,
      sr: `Ne postoji opština sa šifrom „${code}“. Uzmite šifru sa spiska /municipalities.`,
    };
    return new Problem('unknown_reference', { errors: [{ path, message }] });
  }
  const useInstead = data.units.filter((unit) => other.useInstead.includes(unit.code));
  const list = useInstead.map((unit) => `${unit.nameLatn} (${unit.code})`).join(', ');
  const message = {
    en: `${other.nameLatn} (${code}) is not a coverage unit. Use ${useInstead.length > 1 ? 'one of ' : ''}${list}.`,
    sr: `${other.nameLatn} (${code}) nije jedinica obuhvata. Navedite ${useInstead.length > 1 ? 'jednu od: ' : ''}${list}.`,
  };
  return new Problem('not_a_coverage_unit', {
    errors: [{ path, message }],
    extra: {
      useInstead: useInstead.map(({ code: unitCode, nameLatn }) => ({
        code: unitCode,
        name: nameLatn,
      })),
    },
  });
}
