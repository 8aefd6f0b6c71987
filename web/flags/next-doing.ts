import type { FlagKind } from '../../src/flags/rules.js';

/** What may be done about flags elsewhere: a batch to places, the batches of consignments. */
interface About {
  readonly rule: FlagKind;
  readonly municipalityCode: string | null;
  readonly materialId: string | null;
  readonly batchId: string | null;
}

/** Sending something helps these. */
const CALLS_FOR_A_BATCH: Readonly<Record<FlagKind, boolean>> = {
  never_reached: true,
  below_target: true,
  stale: true,
  unplanned: true,
  overdue: false,
  unresolved_discrepancy: false,
  stock_short: false,
  idle_stock: false,
};

export interface BatchOffer {
  readonly municipalityCodes: readonly string[];
  /** The address of a new batch for them. */
  readonly search: { readonly municipality: string; readonly material?: string };
}

/**
 * A new batch to the places that flags are about; undefined where none is about a place that waits for something. One flag
 * about all materials asks for all; else it is the materials that they name.
 */
export function offerBatch(flags: readonly About[]): BatchOffer | undefined {
  const waiting = flags.filter(
    ({ rule, municipalityCode }) => CALLS_FOR_A_BATCH[rule] && municipalityCode !== null,
  );
  if (waiting.length === 0) return undefined;
  const municipalityCodes = [...new Set(waiting.map((flag) => flag.municipalityCode!))];
  const materials = new Set(waiting.map(({ materialId }) => materialId));
  return {
    municipalityCodes,
    search: {
      municipality: municipalityCodes.join(','),
      ...(materials.has(null) ? {} : { material: [...materials].join(',') }),
    },
  };
}

/** The batches in which the flags' consignments travel, the one with most flags first. */
export function listBatches(flags: readonly About[]): { batchId: string; flags: number }[] {
  const counts = new Map<string, number>();
  for (const { batchId } of flags)
    if (batchId !== null) counts.set(batchId, (counts.get(batchId) ?? 0) + 1);
  return [...counts]
    .map(([batchId, count]) => ({ batchId, flags: count }))
    .sort((a, b) => b.flags - a.flags);
}
