import { newId } from '../platform/ids/ids.js';
import { addTime, type Instant } from '../time.js';
import type { DemoOffice } from './demo-office.js';
import type { DemoRandom } from './demo-random.js';
import type { DemoSetting, MaterialKey, WarehouseKey } from './demo-setting.js';
import { morningOf } from './demo-supply.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** How far a batch of the story has come by today. */
type Ending = 'closed' | 'confirmed' | 'silent' | 'on_its_way' | 'packed' | 'planned' | 'draft';

interface Trip {
  readonly afterDays: number;
  readonly districtCode: string;
  readonly from: WarehouseKey;
  readonly mode: 'own_vehicle' | 'courier' | 'post' | 'bus' | 'partner';
  readonly ending: Ending;
}

/** Some districts are in no trip, and some trips are late or silent: the checks find them. */
export const TRIPS: readonly Trip[] = [
  { afterDays: 6, districtCode: 'RS110', from: 'beograd', mode: 'own_vehicle', ending: 'closed' },
  { afterDays: 8, districtCode: 'RS123', from: 'noviSad', mode: 'own_vehicle', ending: 'closed' },
  { afterDays: 9, districtCode: 'RS225', from: 'nis', mode: 'own_vehicle', ending: 'closed' },
  { afterDays: 13, districtCode: 'RS122', from: 'noviSad', mode: 'courier', ending: 'closed' },
  { afterDays: 15, districtCode: 'RS218', from: 'beograd', mode: 'own_vehicle', ending: 'closed' },
  { afterDays: 16, districtCode: 'RS224', from: 'nis', mode: 'bus', ending: 'confirmed' },
  { afterDays: 20, districtCode: 'RS125', from: 'noviSad', mode: 'post', ending: 'closed' },
  { afterDays: 22, districtCode: 'RS214', from: 'beograd', mode: 'courier', ending: 'closed' },
  { afterDays: 24, districtCode: 'RS228', from: 'nis', mode: 'courier', ending: 'confirmed' },
  { afterDays: 29, districtCode: 'RS121', from: 'noviSad', mode: 'own_vehicle', ending: 'closed' },
  { afterDays: 31, districtCode: 'RS213', from: 'beograd', mode: 'post', ending: 'confirmed' },
  { afterDays: 34, districtCode: 'RS226', from: 'nis', mode: 'bus', ending: 'silent' },
  { afterDays: 36, districtCode: 'RS217', from: 'beograd', mode: 'courier', ending: 'confirmed' },
  { afterDays: 41, districtCode: 'RS211', from: 'beograd', mode: 'own_vehicle', ending: 'confirmed' },
  { afterDays: 44, districtCode: 'RS127', from: 'noviSad', mode: 'courier', ending: 'confirmed' },
  { afterDays: 48, districtCode: 'RS215', from: 'beograd', mode: 'post', ending: 'silent' },
  { afterDays: 57, districtCode: 'RS216', from: 'beograd', mode: 'courier', ending: 'on_its_way' },
  { afterDays: 59, districtCode: 'RS126', from: 'noviSad', mode: 'own_vehicle', ending: 'on_its_way' },
  { afterDays: 60, districtCode: 'RS212', from: 'beograd', mode: 'own_vehicle', ending: 'packed' },
  { afterDays: 61, districtCode: 'RS124', from: 'noviSad', mode: 'courier', ending: 'planned' },
  { afterDays: 61, districtCode: 'RS229', from: 'nis', mode: 'bus', ending: 'draft' },
]; // prettier-ignore

interface ConsignmentLine {
  readonly materialId: string;
  readonly sent: number;
  readonly inTransit: number;
}

interface Consignment {
  readonly id: string;
  readonly deliveryPoint: { readonly name: string };
  readonly lines: readonly ConsignmentLine[];
}

interface Cast {
  readonly coordinator: DemoOffice;
  readonly volunteer: DemoOffice;
  readonly volunteerId: string;
  readonly random: DemoRandom;
}

/** One batch for all secondary schools of a district, from the first draft to where the story leaves it. */
export async function makeTrip(cast: Cast, setting: DemoSetting, trip: Trip): Promise<void> {
  const { coordinator, volunteerId } = cast;
  const startedAt = morningOf(setting, trip.afterDays);
  coordinator.moveTo(startedAt);
  const batchId = newId();
  const batch = `/batches/${batchId}`;
  await coordinator.post('/batches', {
    id: batchId,
    campaignId: setting.campaignId,
    warehouseId: setting.warehouses[trip.from],
    mode: trip.mode,
    ...(trip.mode === 'courier' ? { carrier: 'Kurir (izmišljen)' } : {}),
    consignments: [],
  });
  await coordinator.post(`${batch}/fill`, {
    points: { kind: 'school', tag: 'secondary', districtCode: trip.districtCode },
    lines: whatToSend(setting),
  });
  if (trip.ending === 'draft') return;
  await coordinator.post(`${batch}/plan`, {});
  if (trip.ending === 'planned') return;
  await coordinator.post(`${batch}/assign`, { assigneeId: volunteerId });
  await coordinator.post(`${batch}/pack`, {});
  if (trip.ending === 'packed') return;
  const dispatchedAt = addTime(startedAt, 2 * HOUR_MS);
  coordinator.moveTo(addTime(dispatchedAt, 60_000));
  await coordinator.post(`${batch}/dispatch`, { occurredAt: dispatchedAt });
  if (trip.ending === 'silent' || trip.ending === 'on_its_way') return;
  await confirmAll(cast, batchId, dispatchedAt);
  if (trip.ending === 'closed') await closeTrip(coordinator, batchId);
}

function whatToSend(setting: DemoSetting): Record<string, unknown>[] {
  const upToTarget = (key: MaterialKey) => ({
    materialId: setting.materials[key],
    upToTarget: true,
  });
  return [
    upToTarget('leaflet'),
    { materialId: setting.materials.poster, quantity: 5 },
    upToTarget('brochure'),
    upToTarget('kit'),
  ];
}

async function confirmAll(cast: Cast, batchId: string, dispatchedAt: Instant): Promise<void> {
  const { coordinator, volunteer, random } = cast;
  const consignments = await readConsignments(coordinator, batchId);
  const told = consignments.map((consignment) => ({
    consignment,
    handedOverAt: addTime(dispatchedAt, random.between(3, 90) * HOUR_MS),
    // Some phones find a network only days later.
    lateMs: random.chance(0.15) ? random.between(2, 6) * DAY_MS : random.between(1, 40) * 60_000,
  }));
  told.sort((a, b) => a.handedOverAt.localeCompare(b.handedOverAt));
  for (const { consignment, handedOverAt, lateMs } of told) {
    if (random.chance(0.04)) continue;
    if (random.chance(0.06))
      await tellFailedAttempt(volunteer, consignment, addTime(handedOverAt, -HOUR_MS));
    volunteer.moveTo(addTime(handedOverAt, lateMs));
    await volunteer.post('/confirmations/sync', {
      confirmations: [tellDelivery(consignment, handedOverAt, random)],
    });
  }
}

async function readConsignments(office: DemoOffice, batchId: string): Promise<Consignment[]> {
  const { items } = await office.get<{ items: Consignment[] }>(
    `/consignments?batch=${batchId}&limit=500`,
  );
  return items;
}

async function tellFailedAttempt(
  volunteer: DemoOffice,
  consignment: Consignment,
  deviceTime: Instant,
): Promise<void> {
  volunteer.moveTo(addTime(deviceTime, 5 * 60_000));
  await volunteer.post('/confirmations', {
    id: newId(),
    consignmentId: consignment.id,
    kind: 'failed_attempt',
    deviceTime,
    lines: [],
    note: 'Škola je bila zatvorena.',
  });
}

function tellDelivery(
  consignment: Consignment,
  deviceTime: Instant,
  random: DemoRandom,
): Record<string, unknown> {
  const trouble = random.chance(0.18);
  return {
    id: newId(),
    consignmentId: consignment.id,
    kind: 'delivery',
    deviceTime,
    receivedBy: 'Sekretarka (izmišljena)',
    lines: consignment.lines.map(({ materialId, sent }) => ({
      materialId,
      ...countPieces(sent, trouble, random),
    })),
  };
}

/** Mostly all of it; sometimes less, damaged, refused, or a few too many. */
function countPieces(sent: number, trouble: boolean, random: DemoRandom): Record<string, number> {
  const whole = { delivered: sent, damaged: 0, missing: 0, refused: 0, surplus: 0 };
  if (!trouble || sent < 4) return whole;
  const short = Math.min(sent, random.between(1, Math.ceil(sent / 10)));
  const delivered = sent - short;
  const kind = random.next();
  if (kind < 0.35) return { ...whole, delivered, missing: short };
  if (kind < 0.65) return { ...whole, delivered, damaged: short };
  if (kind < 0.85) return { ...whole, delivered, refused: short };
  return { ...whole, surplus: short };
}

/** What was refused comes back, the rest is given up, and the batch is closed. */
async function closeTrip(office: DemoOffice, batchId: string): Promise<void> {
  const consignments = await readConsignments(office, batchId);
  const open = consignments.flatMap(({ id, lines }) =>
    lines
      .filter(({ inTransit }) => inTransit > 0)
      .map(({ materialId, inTransit }) => ({ consignmentId: id, materialId, quantity: inTransit })),
  );
  if (open.length > 0) {
    await office.post(`/batches/${batchId}/return`, { lines: open, reason: 'Vraćeno u magacin.' });
  }
  await office.post(`/batches/${batchId}/close`, {});
}
