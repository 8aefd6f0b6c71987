import { newId } from '../platform/ids/ids.js';
import { addTime } from '../time.js';
import type { DemoOffice } from './demo-office.js';
import type { DemoSetting } from './demo-setting.js';
import { morningOf } from './demo-supply.js';

const NOON_MS = 3 * 60 * 60 * 1000;

/** A teacher stands in the door, and takes what her school needs. */
export async function handOverAtTheDoor(
  office: DemoOffice,
  setting: DemoSetting,
  afterDays: number,
): Promise<void> {
  const { items } = await office.get<{ items: { id: string }[] }>(
    '/delivery-points?kind=school&municipality=71153&limit=1',
  );
  await issue(office, setting, afterDays, {
    to: { deliveryPointId: items[0]!.id },
    lines: [
      { materialId: setting.materials.leaflet, quantity: 250 },
      { materialId: setting.materials.poster, quantity: 3 },
    ],
    receivedBy: 'Nastavnica (izmišljena)',
  });
}

/** A stand at a fair: how many took one is an estimate, and to whom it went nobody knows. */
export async function standAtTheFair(
  office: DemoOffice,
  setting: DemoSetting,
  afterDays: number,
): Promise<void> {
  await issue(office, setting, afterDays, {
    to: { municipalityCode: '70181', occasion: 'Štand na sajmu knjiga (izmišljen)' },
    lines: [
      { materialId: setting.materials.leaflet, quantity: 800 },
      { materialId: setting.materials.brochure, quantity: 350 },
    ],
    estimated: true,
  });
}

async function issue(
  office: DemoOffice,
  setting: DemoSetting,
  afterDays: number,
  what: Record<string, unknown>,
): Promise<void> {
  const occurredAt = addTime(morningOf(setting, afterDays), NOON_MS);
  office.moveTo(addTime(occurredAt, 60_000));
  await office.post('/stock/issues', {
    id: newId(),
    warehouseId: setting.warehouses.beograd,
    campaignId: setting.campaignId,
    occurredAt,
    ...what,
  });
}
