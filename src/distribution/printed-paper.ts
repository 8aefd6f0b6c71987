import type { Language } from '../platform/http/language.js';

/** Paper that somebody asks for. */
export interface PaperRequest {
  readonly batchId: string;
  /** Only this one of the batch. */
  readonly consignmentId: string | undefined;
  readonly language: Language;
  /** Says that nobody waits for it any more. */
  readonly signal: AbortSignal;
}

export interface PrintedPaper {
  /** Without its ending; letters, digits and hyphens. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * How people call a batch, which has no number: the last eight signs of its id. These are random, while the first tell the
 * time and are alike for batches that were made together.
 */
export function nameBatch({ id }: { readonly id: string }): string {
  return id.slice(-8).toUpperCase();
}
