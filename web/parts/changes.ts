/** What a form holds against what was read: only what differs is sent, and only that is shown where two people differ. */

/** Whether two values of a field say the same: texts, numbers, lists and small objects. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The fields of `after` that are not as in `before`, in the order of `after`. */
export function listChanged<Content extends object>(
  before: Content,
  after: Content,
): (keyof Content)[] {
  const fields = Object.keys(after) as (keyof Content)[];
  return fields.filter((field) => !isSame(before[field], after[field]));
}

/** The same, with the values of `after`. */
export function takeChanges<Content extends object>(
  before: Content,
  after: Content,
): Partial<Content> {
  return Object.fromEntries(
    listChanged(before, after).map((field) => [field, after[field]]),
  ) as Partial<Content>;
}
