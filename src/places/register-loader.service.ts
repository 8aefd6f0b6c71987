import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Instant } from '../time.js';
import { startOfDay } from '../time.js';
import type { Names } from './register.js';
import { Register } from './register.service.js';
import { serbianSortKey } from './serbian-order.js';

const LOAD_ID = 'register';
/** The census counts who lived where at midnight before this day. */
const CENSUS_DAY = '2022-10-01';

/** Brings the register into the tables, where others refer to it, when the files changed since the last start. */
@Injectable()
export class RegisterLoader implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly register: Register,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  /** Answers whether anything had to be loaded. Instances that start at once take turns. */
  load(): Promise<boolean> {
    const now = this.clock.now();
    return this.unitOfWork.run('load register', async (tx) => {
      await tx.insert(
        'register_load',
        [{ id: LOAD_ID, hash: '', loaded_at: now }],
        sql`ON CONFLICT (id) DO NOTHING`,
      );
      const held = await tx.one<{ hash: string }>(
        sql`SELECT hash FROM register_load WHERE id = ${LOAD_ID}${tx.forUpdate}`,
      );
      if (held?.hash === this.register.hash) return false;
      await this.writePlaces(tx);
      await this.writePopulations(tx, now);
      await tx.execute(sql`
        UPDATE register_load SET hash = ${this.register.hash}, loaded_at = ${now} WHERE id = ${LOAD_ID}`);
      return true;
    });
  }

  private async writePlaces(tx: Transaction): Promise<void> {
    const { regions, districts, units } = this.register;
    await upsert(
      tx,
      'region',
      regions.map((region) => ({ code: region.code, ...nameColumns(region) })),
    );
    await upsert(
      tx,
      'district',
      districts.map((district) => ({
        code: district.code,
        region_code: district.regionCode,
        ...nameColumns(district),
      })),
    );
    await upsert(
      tx,
      'municipality',
      units.map((unit) => ({
        code: unit.code,
        district_code: unit.districtCode,
        area_km2: unit.areaKm2,
        latitude: unit.latitude,
        longitude: unit.longitude,
        ...nameColumns(unit),
      })),
    );
  }

  /** A population that changed is a new version; the one before stays, for what was known then. */
  private async writePopulations(tx: Transaction, now: Instant): Promise<void> {
    const held = await this.register.populations(tx);
    const changed = this.register.units.filter((unit) => {
      const version = held.get(unit.code);
      return (
        version?.population !== unit.population ||
        version.populationStatus !== unit.populationStatus
      );
    });
    await tx.insert(
      'municipality_population',
      changed.map((unit) => ({
        municipality_code: unit.code,
        valid_from: startOfDay(CENSUS_DAY),
        recorded_at: now,
        population: unit.population,
        population_status: unit.populationStatus,
      })),
    );
  }
}

function nameColumns(place: Names) {
  return {
    name_latn: place.nameLatn,
    name_cyrl: place.nameCyrl,
    name_en: place.nameEn,
    sort_key: serbianSortKey(place.nameLatn),
  };
}

async function upsert(
  tx: Transaction,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'code');
  const set = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  await tx.insert(table, rows, sql.raw(`ON CONFLICT (code) DO UPDATE SET ${set}`));
}
