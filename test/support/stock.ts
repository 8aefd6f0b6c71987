import { Clock } from '../../src/platform/clock/clock.js';
import type { Engine } from '../../src/platform/database/sql.js';
import type { Transaction } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/platform/ids/ids.js';
import { deliveredAccount, inTransitAccount, warehouseAccount } from '../../src/stock/account.js';
import type { Booked, Movement, MovementDraft } from '../../src/stock/ledger.js';
import { Ledger } from '../../src/stock/ledger.service.js';
import type { MovementProjection } from '../../src/stock/movement.projection.js';
import { openTestDatabase, type TestDatabase, type TestInstance } from './database.js';

export const DAY_1 = '2026-03-01T09:00:00.000Z';
export const DAY_2 = '2026-03-02T09:00:00.000Z';
export const DAY_3 = '2026-03-03T09:00:00.000Z';
export const MUNICIPALITY = '70432';

/** A projection that remembers what it was told. */
class Told implements MovementProjection {
  readonly booked: Booked[] = [];
  apply(_tx: Transaction, booked: Booked): Promise<void> {
    this.booked.push(booked);
    return Promise.resolve();
  }
  rebuild(): Promise<void> {
    this.booked.length = 0;
    return Promise.resolve();
  }
}

/** A clock that shows what it is told to. */
class SetClock extends Clock {
  constructor(public shows = '2026-03-10T12:00:00.000Z') {
    super();
  }
  override now(): string {
    return this.shows;
  }
}

/** What the ledger's tests stand on: a campaign with a material, two warehouses and a delivery point, and no stock yet. */
export interface StockGround {
  readonly database: TestDatabase;
  readonly clock: SetClock;
  readonly told: Told;
  readonly ledger: Ledger;
  readonly campaignId: string;
  readonly materialId: string;
  readonly warehouseIds: readonly [string, string];
  readonly pointId: string;
  addLot(): Promise<string>;
  book(movements: readonly MovementDraft[], causeId?: string): Promise<Movement[]>;
  close(): Promise<void>;
}

export async function prepareStock(engine: Engine): Promise<StockGround> {
  const database = await openTestDatabase(engine);
  const clock = new SetClock();
  const told = new Told();
  const ledger = new Ledger(clock, [told]);
  const ids = await database.unitOfWork.run('prepare stock', insertGround);
  let lots = 0;
  return {
    database,
    clock,
    told,
    ledger,
    ...ids,
    addLot: () =>
      database.unitOfWork.run('add lot', async (tx) => {
        const id = newId();
        const { campaignId, materialId } = ids;
        await insertLot(tx, { id, campaignId, materialId, number: `lot ${++lots}` });
        return id;
      }),
    book: (movements, causeId = newId()) => bookOn(database, ledger, movements, causeId),
    close: () => database.close(),
  };
}

export function bookOn(
  instance: TestInstance,
  ledger: Ledger,
  movements: readonly MovementDraft[],
  causeId: string = newId(),
): Promise<Movement[]> {
  return instance.unitOfWork.run('book', (tx) =>
    ledger.book(tx, { cause: { kind: 'issue', id: causeId }, actorId: 'actor', movements }),
  );
}

async function insertLot(
  tx: Transaction,
  lot: { id: string; campaignId: string; materialId: string; number: string },
): Promise<void> {
  await tx.insert('lot', [
    {
      id: lot.id,
      campaign_id: lot.campaignId,
      material_id: lot.materialId,
      lot_number: lot.number,
      state: 'usable',
      withdrawn_at: null,
      first_receipt_at: DAY_1,
      recorded_at: DAY_1,
    },
  ]);
}

const STAMPS = { search_text: '', sort_key: '', version: 1, created_at: DAY_1, changed_at: DAY_1 };

async function insertGround(tx: Transaction) {
  const campaignId = newId();
  const materialId = newId();
  const warehouseIds = [newId(), newId()] as const;
  const pointId = newId();
  await insertPlaces(tx);
  const { sort_key: _, ...campaignStamps } = STAMPS;
  await tx.insert('campaign', [
    {
      id: campaignId,
      name: 'STOP',
      starts_on: '2026-03-01',
      ends_on: '2026-06-30',
      state: 'active',
      ...campaignStamps,
    },
  ]);
  await tx.insert('material', [
    {
      id: materialId,
      code: 'LEAFLET',
      code_key: 'leaflet',
      name: 'Leaflet',
      kind: 'print',
      unit: 'piece',
      pack_size: 1,
      weight_grams: 5,
      volume_cm3: 3,
      language: 'sr-Cyrl',
      active: true,
      ...STAMPS,
    },
  ]);
  await tx.insert(
    'warehouse',
    warehouseIds.map((id) => ({
      id,
      name: id,
      kind: 'own',
      municipality_code: MUNICIPALITY,
      keeper_ids: '[]',
      active: true,
      ...STAMPS,
    })),
  );
  await tx.insert('delivery_point', [
    {
      id: pointId,
      name: 'School',
      kind: 'school',
      tags: '[]',
      municipality_code: MUNICIPALITY,
      address: 'Street 1',
      active: true,
      confidential: false,
      ...STAMPS,
    },
  ]);
  return { campaignId, materialId, warehouseIds, pointId };
}

async function insertPlaces(tx: Transaction): Promise<void> {
  const names = { name_latn: 'x', name_cyrl: 'x', name_en: 'x', sort_key: 'x' };
  await tx.insert('region', [{ code: 'RS22', ...names }]);
  await tx.insert('district', [{ code: 'RS226', region_code: 'RS22', ...names }]);
  await tx.insert('municipality', [
    {
      code: MUNICIPALITY,
      district_code: 'RS226',
      area_km2: 1,
      latitude: 43,
      longitude: 21,
      ...names,
    },
  ]);
}

type Step = (quantity: number, occurredAt: string) => MovementDraft;

/** The steps that pieces of one lot go, as drafts. */
export function stepsOf(ground: StockGround, lotId: string) {
  const [first, second] = ground.warehouseIds;
  const transit = { batchId: 'batch', consignmentId: 'consignment' };
  const step =
    (
      from: MovementDraft['from'],
      to: MovementDraft['to'],
      more: Partial<MovementDraft> = {},
    ): Step =>
    (quantity, occurredAt) => ({ lotId, from, to, quantity, occurredAt, ...more });
  const point = { deliveryPointId: ground.pointId, municipalityCode: MUNICIPALITY };
  return {
    receive: step('supplier', warehouseAccount(first)),
    move: step(warehouseAccount(first), warehouseAccount(second)),
    lose: step(warehouseAccount(first), 'lost'),
    dispatch: step(warehouseAccount(first), inTransitAccount('batch'), { ...transit, ...point }),
    deliver: step(inTransitAccount('batch'), deliveredAccount(ground.pointId), {
      ...transit,
      ...point,
    }),
    issue: step(warehouseAccount(first), deliveredAccount(ground.pointId), point),
    giveBack: step(inTransitAccount('batch'), warehouseAccount(second), { ...transit, ...point }),
  };
}
