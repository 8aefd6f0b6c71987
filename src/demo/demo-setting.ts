import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { newId } from '../platform/ids/ids.js';
import { addDays, type Day } from '../time.js';
import type { DemoOffice } from './demo-office.js';

/** What the campaign stands on: materials, the campaign with its targets, warehouses, places. All ids are made here. */
export interface DemoSetting {
  readonly startsOn: Day;
  readonly campaignId: string;
  readonly materials: Record<MaterialKey, string>;
  readonly warehouses: Record<WarehouseKey, string>;
}

export type MaterialKey =
  'spot' | 'jingle' | 'poster' | 'billboard' | 'leaflet' | 'leafletHu' | 'brochure' | 'kit';
export type WarehouseKey = 'beograd' | 'noviSad' | 'nis' | 'leskovac';

/** The campaign began so long ago, and is a little past its half. */
export const STORY_DAYS = 62;
const CAMPAIGN_DAYS = 116;

export const EUROPEAN_UNION = 'European Union';
export const OAK = 'OAK Foundation';

interface DemoMaterial {
  readonly code: string;
  readonly name: string;
  readonly kind: 'print' | 'outdoor' | 'broadcast';
  readonly unit: string;
  readonly packSize: number;
  readonly weightGrams: number;
  readonly volumeCm3: number;
  readonly language: string;
  readonly variantOf?: MaterialKey;
}

const sheet = { unit: 'komad', language: 'sr-Cyrl' };
const MATERIALS: Record<MaterialKey, DemoMaterial> = {
  spot: { ...sheet, code: 'TV-SPOT', name: 'TV spot „Stop trgovini decom“', kind: 'broadcast', unit: 'emitovanje', packSize: 1, weightGrams: 0, volumeCm3: 0 },
  jingle: { ...sheet, code: 'RADIO-DZINGL', name: 'Radio džingl „Stop trgovini decom“', kind: 'broadcast', unit: 'emitovanje', packSize: 1, weightGrams: 0, volumeCm3: 0 },
  poster: { ...sheet, code: 'POSTER-B2', name: 'Poster B2', kind: 'print', packSize: 50, weightGrams: 55, volumeCm3: 90 },
  billboard: { ...sheet, code: 'BILBORD', name: 'Bilbord, tabak 4 × 3 m', kind: 'outdoor', packSize: 10, weightGrams: 1_450, volumeCm3: 2_100 },
  leaflet: { ...sheet, code: 'LETAK-DECA', name: 'Letak za decu', kind: 'print', packSize: 500, weightGrams: 4.5, volumeCm3: 6 },
  leafletHu: { ...sheet, code: 'LETAK-DECA-HU', name: 'Letak za decu (mađarski)', kind: 'print', packSize: 500, weightGrams: 4.5, volumeCm3: 6, language: 'hu', variantOf: 'leaflet' },
  brochure: { ...sheet, code: 'BROSURA-RODITELJI', name: 'Brošura za roditelje', kind: 'print', packSize: 100, weightGrams: 38, volumeCm3: 55 },
  kit: { ...sheet, code: 'KOMPLET-SKOLA', name: 'Edukativni komplet za škole', kind: 'print', packSize: 5, weightGrams: 820, volumeCm3: 2_400 },
}; // prettier-ignore

const WAREHOUSES: Record<
  WarehouseKey,
  { name: string; kind: 'own' | 'partner'; municipalityCode: string }
> = {
  beograd: { name: 'Magacin Beograd', kind: 'own', municipalityCode: '70181' },
  noviSad: { name: 'Magacin Novi Sad', kind: 'own', municipalityCode: '89010' },
  nis: { name: 'Magacin Niš', kind: 'own', municipalityCode: '79022' },
  leskovac: { name: 'Partner Leskovac (izmišljen)', kind: 'partner', municipalityCode: '70726' },
};

export async function setUpCampaign(office: DemoOffice, today: Day): Promise<DemoSetting> {
  const startsOn = addDays(today, -STORY_DAYS);
  const materials = await createAll(MATERIALS, (id, material, ids) =>
    office.post('/materials', {
      ...material,
      id,
      ...(material.variantOf === undefined ? {} : { variantOf: ids[material.variantOf] }),
    }),
  );
  const campaignId = newId();
  await office.post('/campaigns', {
    id: campaignId,
    name: 'STOP Trafficking in Children',
    startsOn,
    endsOn: addDays(startsOn, CAMPAIGN_DAYS),
    funders: [{ name: EUROPEAN_UNION }, { name: OAK }],
    materialIds: Object.values(materials),
  });
  await setTargets(office, campaignId, materials);
  const warehouses = await createAll(WAREHOUSES, (id, warehouse) =>
    office.post('/warehouses', { ...warehouse, id }),
  );
  await openSchools(office);
  await openOtherPoints(office);
  return { startsOn, campaignId, materials, warehouses };
}

/** Creates each entry in the order of its keys; answers their ids. */
async function createAll<Key extends string, Entry>(
  entries: Record<Key, Entry>,
  create: (id: string, entry: Entry, ids: Partial<Record<Key, string>>) => Promise<unknown>,
): Promise<Record<Key, string>> {
  const ids: Partial<Record<Key, string>> = {};
  for (const [key, entry] of Object.entries(entries) as [Key, Entry][]) {
    const id = newId();
    await create(id, entry, ids);
    ids[key] = id;
  }
  return ids as Record<Key, string>;
}

async function setTargets(
  office: DemoOffice,
  campaignId: string,
  materials: Record<MaterialKey, string>,
): Promise<void> {
  const rules = [
    { materialId: materials.leaflet, kind: 'per_100_audience', value: 30, pointKind: 'school' },
    { materialId: materials.leaflet, kind: 'minimum', value: 300 },
    { materialId: materials.poster, kind: 'per_delivery_point', value: 5, pointKind: 'school' },
    { materialId: materials.poster, kind: 'minimum', value: 5 },
    { materialId: materials.brochure, kind: 'per_1000_inhabitants', value: 2.5 },
    { materialId: materials.kit, kind: 'per_delivery_point', value: 1, pointKind: 'school' },
  ];
  for (const rule of rules) {
    await office.post(`/campaigns/${campaignId}/target-rules`, { ...rule, id: newId() });
  }
}

interface SchoolRow {
  readonly school_id: string;
  readonly municipality_code: string;
  readonly name_sr_cyrl: string;
  readonly address_sr_cyrl: string;
  readonly settlement_sr_cyrl: string;
  readonly postcode: string;
  readonly pupils: string;
}

/** The 416 secondary schools of the ministry's list of 2019/20. */
async function openSchools(office: DemoOffice): Promise<void> {
  const rows = parse(
    readFileSync(join(process.cwd(), 'data', 'schools', 'secondary_schools_2019.csv'), 'utf8'),
    { columns: true },
  ) as SchoolRow[];
  for (const row of rows) {
    await office.post('/delivery-points', {
      id: newId(),
      code: row.school_id,
      name: row.name_sr_cyrl,
      kind: 'school',
      tags: ['secondary'],
      municipalityCode: row.municipality_code,
      settlement: row.settlement_sr_cyrl,
      address: row.address_sr_cyrl,
      postcode: row.postcode,
      ...(row.pupils === '' ? {} : { audience: Number(row.pupils) }),
      active: true,
      confidential: false,
    });
  }
}

/** Made-up places, as their names say; three stand where the seat of their municipality is. */
const OTHER_POINTS = [
  { name: 'Centar za socijalni rad (izmišljen)', kind: 'social_work', municipalityCode: '70645', address: 'Primerna 1', latitude: 44.01667, longitude: 20.91667, audience: 400 },
  { name: 'Dom zdravlja (izmišljen)', kind: 'health', municipalityCode: '71099', address: 'Primerna 2', latitude: 44.66436, longitude: 20.92763 },
  { name: 'Sigurna kuća (izmišljena)', kind: 'shelter', municipalityCode: '89010', address: 'Primerna 3', confidential: true },
  { name: 'Medijska kuća (izmišljena)', kind: 'media_owner', municipalityCode: '70181', address: 'Primerna 4', latitude: 44.80556, longitude: 20.42417 },
]; // prettier-ignore

async function openOtherPoints(office: DemoOffice): Promise<void> {
  for (const point of OTHER_POINTS) {
    await office.post('/delivery-points', {
      confidential: false,
      active: true,
      ...point,
      id: newId(),
    });
  }
}
