/**
 * What always holds, and `verify` derives from the entries alone: movements and reservations. A check answers whether its
 * invariant holds and, where not, the first that offends, in words that let a person find it.
 */
export const INVARIANTS = [
  'conservation',
  'never_negative',
  'reserved_within_on_hand',
  'consignment',
  'closed_batch',
  'replay',
  'once',
  'tamper_evidence',
] as const;
export type InvariantName = (typeof INVARIANTS)[number];

export interface Finding {
  readonly holds: boolean;
  readonly firstOffender?: string;
}

export interface NamedFinding extends Finding {
  readonly name: InvariantName;
}

export const HOLDS: Finding = { holds: true };

export function offend(firstOffender: string): Finding {
  return { holds: false, firstOffender };
}

/** One finding for each invariant, in their order; several checks of one all have to hold. */
export function mergeFindings(findings: readonly NamedFinding[]): NamedFinding[] {
  return INVARIANTS.flatMap((name) => {
    const own = findings.filter((finding) => finding.name === name);
    if (own.length === 0) return [];
    return [own.find(({ holds }) => !holds) ?? { name, holds: true }];
  });
}
