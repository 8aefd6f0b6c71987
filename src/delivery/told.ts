/**
 * A confirmation as it was told, with what is absent filled in: figures are 0, the source is the sender's own word. Two
 * texts that say the same are the same content, whatever they leave out and in whichever order.
 */
import type { Role } from '../access/actor.js';
import type { Instant } from '../time.js';
import type {
  Confirmation,
  ConfirmationKind,
  ConfirmationSource,
  ConfirmedLine,
} from './confirmation.js';

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMeters: number | null;
}

/** Everything but the id. */
export interface Told extends Confirmation {
  readonly consignmentId: string;
  readonly source: ConfirmationSource | null;
  readonly deviceTime: Instant;
  readonly receivedBy: string | null;
  readonly position: Position | null;
  readonly note: string | null;
}

/** What may be left out. */
export type ToldLine = Partial<Omit<ConfirmedLine, 'materialId'>> &
  Pick<ConfirmedLine, 'materialId'>;

export interface ToldText {
  readonly consignmentId: string;
  readonly kind: ConfirmationKind;
  readonly follows?: string | null;
  readonly source?: ConfirmationSource;
  readonly deviceTime: Instant;
  readonly receivedBy?: string | null;
  readonly position?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracyMeters?: number | null;
  } | null;
  readonly lines?: readonly ToldLine[];
  readonly note?: string | null;
}

export function completeTold(text: ToldText): Told {
  const { position } = text;
  return {
    consignmentId: text.consignmentId,
    kind: text.kind,
    follows: text.follows ?? null,
    source: text.source ?? null,
    deviceTime: text.deviceTime,
    receivedBy: text.receivedBy || null,
    position:
      position === undefined || position === null
        ? null
        : {
            latitude: position.latitude,
            longitude: position.longitude,
            accuracyMeters: position.accuracyMeters ?? null,
          },
    lines: completeLines(text.lines ?? []),
    note: text.note || null,
  };
}

export function completeLines(lines: readonly ToldLine[]): ConfirmedLine[] {
  return lines.map((line) => ({
    materialId: line.materialId,
    delivered: line.delivered ?? 0,
    damaged: line.damaged ?? 0,
    missing: line.missing ?? 0,
    refused: line.refused ?? 0,
    surplus: line.surplus ?? 0,
  }));
}

/** Whose word it is where nobody says: a volunteer's own, else the office's. */
export function sourceOf(told: Pick<Told, 'source'>, sender: Role): ConfirmationSource {
  return told.source ?? (sender === 'volunteer' ? 'volunteer' : 'office');
}
