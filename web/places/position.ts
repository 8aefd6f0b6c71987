/** A position as it is typed: with a point or a comma, or both figures pasted into one field. */

export interface TypedPosition {
  readonly latitude: string;
  readonly longitude: string;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const NUMBER = /^-?\d{1,3}(?:[.,]\d+)?$/;
/** `43.8914, 20.3497`, `43,8914 20,3497`, `43.8914;20.3497`. */
const BOTH = /^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*(?:;|,\s|\s)\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$/;

/** Degrees; undefined where it is no number. */
export function readDegrees(typed: string): number | undefined {
  const text = typed.trim();
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** What was typed into one of the two fields; both figures at once fill both. */
export function typePosition(
  former: TypedPosition,
  field: keyof TypedPosition,
  typed: string,
): TypedPosition {
  const [, latitude, longitude] = BOTH.exec(typed) ?? [];
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  return { ...former, [field]: typed };
}

/** Undefined while it is not whole; null where nothing is typed. */
export function readPosition({ latitude, longitude }: TypedPosition): Position | null | undefined {
  if (latitude.trim() === '' && longitude.trim() === '') return null;
  const [north, east] = [readDegrees(latitude), readDegrees(longitude)];
  return north === undefined || east === undefined
    ? undefined
    : { latitude: north, longitude: east };
}

/** As the fields hold a position that was kept. */
export function writePosition(place: {
  readonly latitude: number | null;
  readonly longitude: number | null;
}): TypedPosition {
  return {
    latitude: place.latitude === null ? '' : String(place.latitude),
    longitude: place.longitude === null ? '' : String(place.longitude),
  };
}
