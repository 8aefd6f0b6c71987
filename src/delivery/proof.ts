/**
 * Grades of proof, best first: recipient and volunteer; photo or signature; carrier's record; volunteer alone; office's
 * word. What a volunteer sends is the volunteer's word, whoever they name: another's word has to come another way.
 */
import type { ConfirmationSource } from './confirmation.js';

export const PROOF_GRADES = [
  'recipient_and_volunteer',
  'photo_or_signature',
  'carrier',
  'volunteer',
  'office',
] as const;
export type ProofGrade = (typeof PROOF_GRADES)[number];

/** One of the confirmations that stand. */
export interface Word {
  readonly source: ConfirmationSource;
  readonly sentByVolunteer: boolean;
  readonly hasPhotoOrSignature: boolean;
}

/** The grade of what stands; undefined where nothing does. */
export function gradeProof(words: readonly Word[]): ProofGrade | undefined {
  if (words.length === 0) return undefined;
  const sources = new Set(words.map((word) => (word.sentByVolunteer ? 'volunteer' : word.source)));
  if (sources.has('recipient') && sources.has('volunteer')) return 'recipient_and_volunteer';
  if (words.some((word) => word.hasPhotoOrSignature)) return 'photo_or_signature';
  if (sources.has('carrier')) return 'carrier';
  if (sources.has('volunteer')) return 'volunteer';
  return 'office';
}
