interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export const PAGE_ROWS = 500;
/** Beyond this a list is to be narrowed, not scrolled. */
export const MAX_ROWS = 20_000;

/** Every row of a list, page after page. `readPage` asks for one, from a cursor on. */
export async function readAllPages<Row>(
  readPage: (page: { limit: number; cursor?: string }) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage({ limit: PAGE_ROWS, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < MAX_ROWS);
  return rows;
}
