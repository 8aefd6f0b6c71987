import { newId } from '../platform/ids/ids.js';
import { addDays, addTime, instantAtWallClock, type Day, type Instant } from '../time.js';
import type { DemoOffice } from './demo-office.js';
import {
  EUROPEAN_UNION,
  OAK,
  type DemoSetting,
  type MaterialKey,
  type WarehouseKey,
} from './demo-setting.js';

interface Part {
  readonly afterDays: number;
  readonly to: WarehouseKey;
  readonly quantity: number;
  readonly noted?: number;
  readonly damaged?: number;
}

interface PrintRun {
  readonly material: MaterialKey;
  readonly lotNumber: string;
  readonly ordered: number;
  readonly cost: number;
  readonly funding: readonly { readonly funder: string; readonly percent: number }[];
  readonly parts: readonly Part[];
}

const SHARED = [
  { funder: EUROPEAN_UNION, percent: 60 },
  { funder: OAK, percent: 40 },
];
const only = (funder: string) => [{ funder, percent: 100 }];

/** What was ordered, and what has come of it, in parts; the last of them are still expected. */
const PRINT_RUNS: readonly PrintRun[] = [
  { material: 'leaflet', lotNumber: 'L-1', ordered: 120_000, cost: 1_080_000, funding: SHARED,
    parts: [
      { afterDays: 0, to: 'beograd', quantity: 60_000 },
      { afterDays: 1, to: 'noviSad', quantity: 30_000, noted: 30_500 },
      { afterDays: 2, to: 'nis', quantity: 25_000, damaged: 400 },
    ] },
  { material: 'leaflet', lotNumber: 'L-2', ordered: 60_000, cost: 560_000, funding: only(OAK),
    parts: [{ afterDays: 30, to: 'beograd', quantity: 40_000 }] },
  { material: 'poster', lotNumber: 'P-1', ordered: 2_500, cost: 310_000, funding: only(EUROPEAN_UNION),
    parts: [
      { afterDays: 0, to: 'beograd', quantity: 1_200 },
      { afterDays: 1, to: 'noviSad', quantity: 700 },
      { afterDays: 2, to: 'nis', quantity: 500, damaged: 12 },
    ] },
  { material: 'brochure', lotNumber: 'B-1', ordered: 22_000, cost: 1_190_000, funding: only(EUROPEAN_UNION),
    parts: [
      { afterDays: 3, to: 'beograd', quantity: 11_000 },
      { afterDays: 4, to: 'noviSad', quantity: 5_500 },
      { afterDays: 4, to: 'nis', quantity: 3_500 },
      { afterDays: 5, to: 'leskovac', quantity: 1_500 },
    ] },
  { material: 'brochure', lotNumber: 'B-2', ordered: 4_000, cost: 240_000, funding: only(OAK),
    parts: [{ afterDays: 20, to: 'nis', quantity: 4_000 }] },
  { material: 'kit', lotNumber: 'K-1', ordered: 430, cost: 1_290_000, funding: only(OAK),
    parts: [
      { afterDays: 0, to: 'beograd', quantity: 205 },
      { afterDays: 1, to: 'noviSad', quantity: 130 },
      { afterDays: 2, to: 'nis', quantity: 90 },
    ] },
  { material: 'billboard', lotNumber: 'BB-1', ordered: 60, cost: 420_000, funding: only(EUROPEAN_UNION),
    parts: [{ afterDays: 5, to: 'beograd', quantity: 60 }] },
  { material: 'leafletHu', lotNumber: 'LH-1', ordered: 8_000, cost: 96_000, funding: only(EUROPEAN_UNION),
    parts: [] },
]; // prettier-ignore

/** Half past nine on a day of the story. */
export function morningOf(setting: DemoSetting, afterDays: number): Instant {
  return instantAtWallClock(`${addDays(setting.startsOn, afterDays)}T09:30`);
}

/** Orders everything before the first day; the receipts come with the story. */
export async function orderPrintRuns(office: DemoOffice, setting: DemoSetting): Promise<void> {
  for (const run of PRINT_RUNS) {
    await office.post('/print-orders', {
      id: newId(),
      campaignId: setting.campaignId,
      materialId: setting.materials[run.material],
      lotNumber: run.lotNumber,
      quantity: run.ordered,
      supplier: 'Štamparija (izmišljena)',
      expectedOn: expectedOn(setting, run),
      funding: run.funding,
      cost: { amount: run.cost, currency: 'RSD' },
    });
  }
}

function expectedOn(setting: DemoSetting, run: PrintRun): Day {
  return addDays(setting.startsOn, run.parts.at(-1)?.afterDays ?? 70);
}

/** Receives the parts that came on the day. */
export async function receiveParts(
  office: DemoOffice,
  setting: DemoSetting,
  afterDays: number,
): Promise<void> {
  for (const run of PRINT_RUNS) {
    for (const part of run.parts.filter((each) => each.afterDays === afterDays)) {
      const occurredAt = morningOf(setting, afterDays);
      office.moveTo(addTime(occurredAt, 60_000));
      await office.post('/stock/receipts', {
        id: newId(),
        warehouseId: setting.warehouses[part.to],
        campaignId: setting.campaignId,
        materialId: setting.materials[run.material],
        quantity: part.quantity,
        lotNumber: run.lotNumber,
        funding: run.funding,
        supplier: 'Štamparija (izmišljena)',
        ...(part.noted === undefined ? {} : { notedQuantity: part.noted }),
        ...(part.damaged === undefined ? {} : { damaged: part.damaged }),
        occurredAt,
      });
    }
  }
}

/** A wrong helpline number was found: nobody may use that print run until it is cleared. */
export async function blockWrongRun(office: DemoOffice, setting: DemoSetting): Promise<void> {
  const { items } = await office.get<{ items: { id: string; lotNumber: string }[] }>(
    `/stock/lots?campaign=${setting.campaignId}`,
  );
  const wrong = items.find(({ lotNumber }) => lotNumber === 'B-2');
  await office.post(`/stock/lots/${wrong!.id}/block`, {
    reason: 'Broj telefona za pomoć je pogrešno odštampan; čeka se provera.',
  });
}
