/** A delivery point while it is filled in: texts as typed; and what of them is sent. */
import type { PointKind } from '../../src/places/point-kind.js';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { readPosition, type TypedPosition, writePosition } from './position.js';

export interface PointDraft {
  readonly name: string;
  readonly kind: PointKind;
  readonly tags: readonly string[];
  readonly code: string;
  readonly municipalityCode: string | null;
  readonly settlement: string;
  readonly address: string;
  readonly postcode: string;
  readonly position: TypedPosition;
  readonly person: string;
  readonly phone: string;
  readonly email: string;
  readonly audience: string | number;
  readonly hours: string;
  readonly note: string;
  readonly confidential: boolean;
}

/** A new point, or one as it stands. */
export function startPoint(
  point: DeliveryPoint | undefined,
  known: { readonly municipalityCode?: string | undefined } = {},
): PointDraft {
  return {
    name: point?.name ?? '',
    kind: point?.kind ?? 'school',
    tags: point?.tags ?? [],
    code: point?.code ?? '',
    municipalityCode: point?.municipalityCode ?? known.municipalityCode ?? null,
    settlement: point?.settlement ?? '',
    address: point?.address ?? '',
    postcode: point?.postcode ?? '',
    position: writePosition(point ?? { latitude: null, longitude: null }),
    person: point?.contact?.person ?? '',
    phone: point?.contact?.phone ?? '',
    email: point?.contact?.email ?? '',
    audience: point?.audience ?? '',
    hours: point?.hours ?? '',
    note: point?.note ?? '',
    confidential: point?.confidential ?? false,
  };
}

/** Another kind: a shelter is confidential until somebody says otherwise. */
export function chooseKind(draft: PointDraft, kind: PointKind): PointDraft {
  if (kind === draft.kind) return draft;
  const becomesShelter = kind === 'shelter';
  const wasShelter = draft.kind === 'shelter';
  return {
    ...draft,
    kind,
    confidential: becomesShelter || (draft.confidential && !wasShelter),
  };
}

/** What the draft says, as the service takes it. */
export function readPoint(draft: PointDraft) {
  const position = readPosition(draft.position) ?? { latitude: null, longitude: null };
  const audience = String(draft.audience).trim();
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    tags: [...draft.tags],
    code: orNull(draft.code),
    municipalityCode: draft.municipalityCode ?? '',
    settlement: orNull(draft.settlement),
    address: draft.address.trim(),
    postcode: orNull(draft.postcode),
    latitude: position.latitude,
    longitude: position.longitude,
    contact: readContact(draft),
    audience: audience === '' ? null : Number(audience),
    hours: orNull(draft.hours),
    note: orNull(draft.note),
    confidential: draft.confidential,
  };
}

export type PointContent = ReturnType<typeof readPoint>;

/** Whether it can be sent: what must be there is, and a position is whole. */
export function isComplete(draft: PointDraft): boolean {
  return (
    draft.name.trim() !== '' &&
    draft.address.trim() !== '' &&
    draft.municipalityCode !== null &&
    readPosition(draft.position) !== undefined
  );
}

export interface TypedContact {
  readonly person: string;
  readonly phone: string;
  readonly email: string;
}

/** Only what is filled in; null where nothing is. */
export function readContact({ person, phone, email }: TypedContact): {
  person?: string;
  phone?: string;
  email?: string;
} | null {
  const filled = Object.entries({ person, phone, email })
    .map(([key, value]) => [key, value.trim()] as const)
    .filter(([, value]) => value !== '');
  return filled.length === 0 ? null : Object.fromEntries(filled);
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
