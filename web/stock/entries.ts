/** Receipts and issues side by side: what came into warehouses and what left them without a trip. */
interface Booked {
  readonly id: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

export type Entry<Receipt, Issue> =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'issue'; readonly issue: Issue };

/** The latest first; of the same moment the one recorded later. */
export function mergeEntries<Receipt extends Booked, Issue extends Booked>(
  receipts: readonly Receipt[],
  issues: readonly Issue[],
): Entry<Receipt, Issue>[] {
  const entries: Entry<Receipt, Issue>[] = [
    ...receipts.map((receipt) => ({ kind: 'receipt', receipt }) as const),
    ...issues.map((issue) => ({ kind: 'issue', issue }) as const),
  ];
  return entries.sort((a, b) => compareBooked(bookedOf(b), bookedOf(a)));
}

export function bookedOf<Receipt extends Booked, Issue extends Booked>(
  entry: Entry<Receipt, Issue>,
): Receipt | Issue {
  return entry.kind === 'receipt' ? entry.receipt : entry.issue;
}

function compareBooked(a: Booked, b: Booked): number {
  const [before, after] = [
    [a.occurredAt, a.recordedAt, a.id].join(' '),
    [b.occurredAt, b.recordedAt, b.id].join(' '),
  ];
  return before < after ? -1 : before > after ? 1 : 0;
}
