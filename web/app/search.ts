/**
 * What may stand in an address after `?`: texts by name. Each page reads those that it knows; the campaign stays from page
 * to page.
 */
export interface Search {
  readonly campaign?: string;
  readonly [name: string]: string | undefined;
}

export function readSearch(raw: Record<string, unknown>): Search {
  const texts = Object.entries(raw).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)] as const]
      : [],
  );
  return Object.fromEntries(texts);
}
