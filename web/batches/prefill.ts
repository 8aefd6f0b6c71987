/**
 * What a new batch begins with when somebody comes from a municipality or from flags: what is lacking there, up to target.
 * Places for which nothing can be proposed are named, never silently dropped.
 */
import type { FillLine, MunicipalityNeed } from '../../src/distribution/fill.js';
import { choosePoints, previewRule, type RulePoint } from './rule-preview.js';
import type { Stop } from './stops.js';

export interface PrefillWish {
  readonly municipalityCodes: readonly string[];
  readonly pointIds: readonly string[];
  readonly materialIds: readonly string[];
  readonly warehouseId: string | undefined;
}

export interface Prefill {
  readonly stops: readonly Stop[];
  /** Municipalities without a delivery point in use. */
  readonly withoutPoints: readonly string[];
  /** Municipalities that have points, and lack nothing. */
  readonly withoutNeed: readonly string[];
}

type Texts = Readonly<Record<string, string | undefined>>;

/** From the address: `?municipality=CODE,CODE&points=ID,ID&material=ID,ID&warehouse=ID`. */
export function readPrefillWish(address: Texts): PrefillWish {
  return {
    municipalityCodes: splitList(address['municipality']),
    pointIds: splitList(address['points']),
    materialIds: splitList(address['material']),
    warehouseId: address['warehouse'],
  };
}

function splitList(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(',').filter((each) => each !== ''))];
}

export function hasPlaces({ municipalityCodes, pointIds }: PrefillWish): boolean {
  return municipalityCodes.length > 0 || pointIds.length > 0;
}

/** They air and post; nobody comes there to read. They get something only where they are named. */
const NO_READERS: ReadonlySet<string> = new Set(['broadcaster', 'media_owner', 'billboard_site']);

/** Points that were named stay also where nothing is lacking: what they get is then written by hand. */
export function prefillStops(
  { municipalityCodes, pointIds }: PrefillWish,
  points: readonly RulePoint[],
  materialIds: readonly string[],
  needs: readonly MunicipalityNeed[],
  nameOfMunicipality: (code: string) => string,
): Prefill {
  const named = new Set(pointIds);
  const places = new Set(municipalityCodes);
  const meant = points.filter(
    (point) =>
      named.has(point.id) || (places.has(point.municipalityCode) && !NO_READERS.has(point.kind)),
  );
  const chosen = choosePoints(meant, {}, nameOfMunicipality);
  const lines = materialIds.map((materialId): FillLine => ({ materialId, quantity: null }));
  const { added } = previewRule([], chosen, lines, needs);
  const addedIds = new Set(added.map(({ point }) => point.id));
  const left = chosen
    .filter(({ id }) => named.has(id) && !addedIds.has(id))
    .map(({ id, name, kind, municipalityCode }): Stop => ({
      point: { id, name, kind, municipalityCode },
      lines: [],
    }));
  const withPoints = new Set(chosen.map((point) => point.municipalityCode));
  const withNeed = new Set(added.map(({ point }) => point.municipalityCode));
  return {
    stops: [...added, ...left],
    withoutPoints: municipalityCodes.filter((code) => !withPoints.has(code)),
    withoutNeed: municipalityCodes.filter((code) => withPoints.has(code) && !withNeed.has(code)),
  };
}
